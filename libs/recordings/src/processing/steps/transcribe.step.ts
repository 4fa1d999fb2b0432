import { join } from 'node:path';
import { z } from 'zod';
import type { Transcript } from '../../transcript/transcript';
import { outputs } from '../recording-folder';
import type { Step } from '../step';
import { transcribeAll } from '../transcribe-all';
import { tracksStep } from './tracks.step';

const TranscribeResult = z.object({
  transcript: z.string(),
  /** Sentences about what has no transcript. */
  notices: z.array(z.string()),
  /** Languages for which there was no model. */
  untranscribed: z.array(z.string()).default([]),
});

/** What everybody has said, word by word: `out/transcript.json`. */
export const transcribeStep: Step<z.infer<typeof TranscribeResult>> = {
  name: 'transcribe',
  needs: ['tracks'],
  share: 30,
  result: TranscribeResult,
  files: ({ transcript }) => [join('out', transcript)],
  run: async ({ folder, read, languages, speech, ffmpegPath, signal, onProgress }) => {
    const { tracks, span } = await read(tracksStep);
    const language = languages[0] ?? 'en';
    const { speeches, notices, untranscribed } = await transcribeAll({
      ...{ tracks, span, speech, language, ffmpegPath, signal, onProgress },
    });
    const transcript: Transcript = { version: 1, speeches };
    await folder.put(outputs.transcript, JSON.stringify(transcript));
    return { transcript: outputs.transcript, notices, untranscribed };
  },
};
