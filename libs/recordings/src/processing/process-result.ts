import { Cue } from '@lectern/contracts';
import { z } from 'zod';

/** What `out/result.json` holds: all that the library needs to know of a processed recording. */
export const ProcessResult = z.object({
  version: z.literal(1),
  /** Instant of the video's first moment. */
  startedAt: z.iso.datetime(),
  durationSeconds: z.number(),
  cues: z.array(Cue),
  /** Languages for which there is a captions file. */
  captionsLanguages: z.array(z.string()),
  /** Sentences about what is missing in the result, for the host; null when nothing is. */
  notice: z.string().nullable(),
  /** Names of files in the `out` folder. */
  files: z.object({
    video: z.string(),
    poster: z.string(),
    transcript: z.string(),
    /** Language → WebVTT file. */
    captions: z.record(z.string(), z.string()),
    /** Whether there are the files of HLS, for weak lines. */
    renditions: z.boolean().default(false),
  }),
});
export type ProcessResult = z.infer<typeof ProcessResult>;
