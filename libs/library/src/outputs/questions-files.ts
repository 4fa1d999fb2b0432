import type { ResourceQuestion } from '@lectern/contracts';
import { toCsv } from '@lectern/kernel';
import { xml } from '../metadata/xml';
import { clock } from './clock';

interface Of {
  title: string;
  language: string;
  /** The resource's page. */
  url: string;
}

const heading = ['Time in video', 'Second', 'Question', 'Asked by', 'Votes', 'Answers'];

export function questionsCsv(questions: readonly ResourceQuestion[]): string {
  return toCsv([
    heading,
    ...questions.map(({ at, text, author, votes, answers }) => [
      at === null ? null : clock(at),
      at === null ? null : Math.floor(at),
      text,
      author,
      votes,
      answers.map((answer) => `${answer.author}: ${answer.text}`).join('\n\n'),
    ]),
  ]);
}

export function questionsJson(questions: readonly ResourceQuestion[], { title, url }: Of): string {
  const list = questions.map(({ text, author, votes, at, answers }) => ({ text, author, votes, second: at, answers }));
  return `${JSON.stringify({ title, url, questions: list }, null, 2)}\n`;
}

/** A page of its own, for reading and printing; each time leads to its second of the video. */
export function questionsHtml(questions: readonly ResourceQuestion[], { title, language, url }: Of): string {
  const items = questions.map(({ text, author, votes, at, answers }) => {
    const place = at === null ? null : xml`<a href="${url}?t=${Math.floor(at)}">${clock(at)}</a> · `;
    const replies = answers.map(
      (answer) => xml`<blockquote dir="auto"><p>${answer.text}</p><footer>${answer.author}</footer></blockquote>`,
    );
    return xml`<article><h2 dir="auto">${text}</h2><p>${place}${author ?? '–'} · ▲ ${votes}</p>${replies}</article>\n`;
  });
  const page = xml`<html lang="${language}"><head><meta charset="utf-8"/><title>${title}</title><style>${style}</style></head>
<body><h1 dir="auto"><a href="${url}">${title}</a></h1>
${items}</body></html>`;
  return `<!doctype html>\n${String(page)}\n`;
}

const style = `body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h2 { margin: 2rem 0 0; font-size: 1.1rem; } blockquote { margin: 1rem 0; } footer { font-size: .9rem; }
p, h2 { overflow-wrap: anywhere; white-space: pre-line; }`;
