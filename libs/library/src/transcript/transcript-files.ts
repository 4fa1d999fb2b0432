import { plainText, resourceFiles, srt, webvtt } from '@lectern/contracts';
import type { CueRow, ResourceRow } from '../resource.entities';

export interface TextFile {
  type: string;
  text: string;
}

/** What is made of the cues under a file's name; null for any other name. */
export function transcriptFile(
  row: Pick<ResourceRow, 'captions' | 'languages'>,
  name: string,
): ((cues: CueRow[]) => TextFile) | null {
  if (name === resourceFiles.transcript) return (cues) => ({ type: 'text/plain', text: plainText(cues) });
  const language = captionsLanguage(row);
  if (language === null) return null;
  if (name === resourceFiles.captions(language)) return (cues) => ({ type: 'text/vtt', text: webvtt(cues, language) });
  if (name === resourceFiles.subtitles(language)) return (cues) => ({ type: 'application/x-subrip', text: srt(cues) });
  return null;
}

/**
 * The language of the cues. They are not told apart by language: of a recording with captions in several, the captions
 * stay the files that speech recognition made.
 */
export const captionsLanguage = ({ captions }: Pick<ResourceRow, 'captions'>): string | null =>
  captions.length === 1 ? captions[0]! : null;
