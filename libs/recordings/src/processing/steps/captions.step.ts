import { Cue, webvtt } from '@lectern/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cuesOf } from '../../transcript/cues';
import { Transcript } from '../../transcript/transcript';
import { outputs } from '../recording-folder';
import type { Step } from '../step';
import { transcribeStep } from './transcribe.step';

const CaptionsResult = z.object({
  cues: z.array(Cue),
  /** Language → WebVTT file. */
  captions: z.record(z.string(), z.string()),
});

/** Words → cues, and a captions file for each language: `out/captions.<language>.vtt`. */
export const captionsStep: Step<z.infer<typeof CaptionsResult>> = {
  name: 'captions',
  needs: ['transcribe'],
  share: 2,
  result: CaptionsResult,
  files: ({ captions }) => Object.values(captions).map((file) => join('out', file)),
  run: async ({ folder, read }) => {
    const { transcript } = await read(transcribeStep);
    const { speeches } = Transcript.parse(JSON.parse(await readFile(join(folder.out, transcript), 'utf8')));
    const captions: Record<string, string> = {};
    await folder.drop(/^captions\..*\.vtt$/);
    for (const language of new Set(speeches.flatMap((each) => (each.words.length > 0 ? each.language : [])))) {
      const cues = cuesOf(speeches.filter((speech) => speech.language === language));
      captions[language] = outputs.captions(language);
      await folder.put(captions[language], webvtt(cues, language));
    }
    return { cues: cuesOf(speeches), captions };
  },
};
