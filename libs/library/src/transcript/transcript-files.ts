import { plainText, type ResourceDetail, resourceFiles, srt, webvtt } from '@lectern/contracts';
import type { CueRow, ResourceRow } from '../resource.entities';
import { fileUrl } from '../resource.view';

export interface TextFile {
  type: string;
  text: string;
}

type Make = (cues: CueRow[]) => TextFile | null;

const files: ((language: string) => { name: string; make: (cues: CueRow[]) => TextFile })[] = [
  (language) => ({
    name: resourceFiles.captions(language),
    make: (cues) => ({ type: 'text/vtt', text: webvtt(cues, language) }),
  }),
  (language) => ({
    name: resourceFiles.subtitles(language),
    make: (cues) => ({ type: 'application/x-subrip', text: srt(cues) }),
  }),
  (language) => ({
    name: resourceFiles.text(language),
    make: (cues) => ({ type: 'text/plain', text: plainText(cues) }),
  }),
];
const isOfLanguage = /^(captions|transcript)\.[a-z0-9-]+\.(vtt|srt|txt)$/;

/** How a file is made of the cues, or null for any other name. What is made is null where nothing was said in its language. */
export function transcriptFile(name: string): Make | null {
  if (name === resourceFiles.transcript) return (cues) => ({ type: 'text/plain', text: plainText(saidInRoom(cues)) });
  if (!isOfLanguage.test(name)) return null;
  return (cues) => {
    for (const language of languagesOf(cues)) {
      const file = files.map((fileOf) => fileOf(language)).find((each) => each.name === name);
      if (file) return file.make(cues.filter((cue) => cue.language === language));
    }
    return null;
  };
}

/** What was said in the room: what interpreters say doubles it. */
export const saidInRoom = (cues: readonly CueRow[]): CueRow[] => cues.filter(({ interpreted }) => !interpreted);

/** In the order in which they are said first. */
export const languagesOf = (cues: readonly CueRow[]): string[] => [
  ...new Set(cues.flatMap(({ language }) => language ?? [])),
];

/**
 * Languages whose captions are served as speech recognition wrote them: of a recording with captions in several, from
 * before cues had languages.
 */
export const storedCaptions = ({ captions }: Pick<ResourceRow, 'captions'>, cues: readonly CueRow[]): string[] =>
  cues.length > 0 && languagesOf(cues).length === 0 ? captions : [];

/** Where the words of a resource can be had, as a whole and in each language. */
export function wordsOf(
  row: Pick<ResourceRow, 'id' | 'captions'>,
  cues: readonly CueRow[],
): Pick<ResourceDetail, 'captions' | 'transcriptUrl'> {
  const url = (name: string) => fileUrl(row.id, name);
  const made = languagesOf(cues).map((language) => ({
    ...{ language, url: url(resourceFiles.captions(language)) },
    ...{ srt: url(resourceFiles.subtitles(language)), text: url(resourceFiles.text(language)) },
  }));
  const stored = storedCaptions(row, cues).map((language) => ({
    ...{ language, url: url(resourceFiles.captions(language)) },
    ...{ srt: null, text: null },
  }));
  return {
    captions: [...made, ...stored],
    transcriptUrl: saidInRoom(cues).length > 0 ? url(resourceFiles.transcript) : null,
  };
}
