import type { ExportedQuestion, Question } from '@lectern/contracts';
import { toCsv } from '@lectern/kernel';

/** Seconds from the session's start to a moment; null when it was before, or there was none. */
export function secondInSession(startedAt: string | null, moment: string | null): number | null {
  if (!startedAt || !moment) return null;
  const second = Math.floor((Date.parse(moment) - Date.parse(startedAt)) / 1000);
  return second >= 0 ? second : null;
}

/** @param question as staff see it */
export function toExported(question: Question, startedAt: string | null): ExportedQuestion {
  const { id, text, state, anonymous, votes, askedAt, takenUpAt, mergedInto, pinnedAt, answers } = question;
  return {
    id,
    text,
    state,
    anonymous,
    votes,
    askedAt,
    takenUpAt,
    mergedInto,
    pinned: pinnedAt !== null,
    author: question.author?.displayName ?? null,
    assignee: question.assignee?.displayName ?? null,
    second: secondInSession(startedAt, askedAt),
    takenUpSecond: secondInSession(startedAt, takenUpAt),
    answers: answers.map((answer) => ({
      author: answer.author,
      text: answer.text,
      answeredAt: answer.answeredAt,
      editedAt: answer.editedAt,
    })),
  };
}

const heading = [
  'Time in session',
  'Asked at',
  'Question',
  'State',
  'Author',
  'Anonymous',
  'Votes',
  'Pinned',
  'Assigned to',
  'Taken up in session',
  'Taken up at',
  'Answers',
  'Merged into',
  'Id',
];

export function questionsCsv(questions: readonly ExportedQuestion[]): string {
  return toCsv([
    heading,
    ...questions.map((q) => [
      clock(q.second),
      q.askedAt,
      q.text,
      q.state,
      q.author,
      q.anonymous,
      q.votes,
      q.pinned,
      q.assignee,
      clock(q.takenUpSecond),
      q.takenUpAt,
      q.answers.map(({ author, text }) => `${author}: ${text}`).join('\n\n'),
      q.mergedInto,
      q.id,
    ]),
  ]);
}

/** 3754 → `1:02:34`, which spreadsheets take for a duration. */
function clock(second: number | null): string | null {
  if (second === null) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(second / 3600)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
