import { chaptersTrack, resourceFiles } from '@lectern/contracts';
import type { ResourceQuestionRow, ResourceRow } from '../resource.entities';
import { pageUrl } from '../metadata/description';
import type { TextFile } from '../transcript/transcript-files';
import { questionsCsv, questionsHtml, questionsJson } from './questions-files';

/** The questions as they are told to everyone. */
const told = ({ id, text, author, votes, at, answers }: ResourceQuestionRow) => ({
  id,
  text,
  author,
  votes,
  at,
  answers,
});

/** What is made of a resource's chapters and questions under a file's name; null for any other name. */
export function madeFile(
  row: ResourceRow,
  name: string,
  site: string,
): ((questions: ResourceQuestionRow[]) => TextFile) | null {
  const { title, languages, duration, chapters } = row;
  const of = { title, language: languages[0] ?? 'und', url: pageUrl(row.id, site) };
  switch (name) {
    case resourceFiles.chapters:
      return chapters.length > 0 ? () => ({ type: 'text/vtt', text: chaptersTrack(chapters, duration) }) : null;
    case resourceFiles.questions('csv'):
      return (rows) => ({ type: 'text/csv', text: questionsCsv(rows.map(told)) });
    case resourceFiles.questions('json'):
      return (rows) => ({ type: 'application/json', text: questionsJson(rows.map(told), of) });
    case resourceFiles.questions('html'):
      return (rows) => ({ type: 'text/html', text: questionsHtml(rows.map(told), of) });
    default:
      return null;
  }
}
