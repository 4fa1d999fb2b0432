import { Cue, type ExtraFormat } from '@lectern/contracts';
import { z } from 'zod';
import type { StepResults } from './step-results';
import { captionsStep } from './steps/captions.step';
import { composeStep } from './steps/compose.step';
import { gridStep } from './steps/grid.step';
import { renditionsStep } from './steps/renditions.step';
import { thumbnailStep } from './steps/thumbnail.step';
import { tracksNotices } from './steps/tracks-result';
import { tracksStep } from './steps/tracks.step';
import { transcribeStep } from './steps/transcribe.step';
import { webmStep } from './steps/webm.step';

/** All that the library needs to know of a processed recording. */
export const ProcessResult = z.object({
  version: z.literal(1),
  /** Instant of the video's first moment. */
  startedAt: z.iso.datetime(),
  durationSeconds: z.number(),
  /** What was cut out, in milliseconds of the recording's own time from its start. */
  pauses: z.array(z.object({ start: z.number(), end: z.number() })).default([]),
  /** Participants who were recorded, and are not in it. */
  leftOut: z.array(z.string()).default([]),
  cues: z.array(Cue),
  /** Languages for which there is a captions file. */
  captionsLanguages: z.array(z.string()),
  /** The interpreters' languages: their sound stands beside that of the room. */
  channels: z.array(z.string()).default([]),
  /** Sentences about what is missing in the result, for the host; null when nothing is. */
  notice: z.string().nullable(),
  /** Languages that were spoken and for which there was no model. */
  untranscribed: z.array(z.string()).default([]),
  /** Names of files in the `out` folder. */
  files: z.object({
    video: z.string(),
    poster: z.string(),
    transcript: z.string(),
    /** Language → WebVTT file. */
    captions: z.record(z.string(), z.string()),
    /** Whether there are the files of HLS, for weak lines. */
    renditions: z.boolean().default(false),
    /** What was made beside the usual. */
    extras: z.array(z.string()).default([]),
  }),
});
export type ProcessResult = z.infer<typeof ProcessResult>;

const extraSteps = { webm: webmStep, grid: gridStep };

/** What the steps have made, taken together. @param extras made beside the usual */
export async function processResult(results: StepResults, extras: readonly ExtraFormat[] = []): Promise<ProcessResult> {
  const tracks = await results.read(tracksStep);
  const { transcript, notices: unheard, untranscribed } = await results.read(transcribeStep);
  const { video, channels } = await results.read(composeStep);
  const { cues, captions } = await results.read(captionsStep);
  const notices = [...tracksNotices(tracks), ...unheard];
  return {
    version: 1,
    startedAt: new Date(tracks.span.startedAt).toISOString(),
    durationSeconds: tracks.span.durationMs / 1000,
    pauses: tracks.span.pauses ?? [],
    leftOut: tracks.leftOut,
    cues,
    captionsLanguages: Object.keys(captions),
    channels,
    untranscribed,
    notice: notices.length > 0 ? notices.join(' ') : null,
    files: {
      video,
      poster: (await results.read(thumbnailStep)).poster,
      transcript,
      captions,
      renditions: (await results.read(renditionsStep)).files.length > 0,
      extras: await Promise.all(extras.map(async (name) => (await results.read(extraSteps[name])).file)),
    },
  };
}
