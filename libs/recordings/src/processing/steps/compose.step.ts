import { join } from 'node:path';
import { z } from 'zod';
import { compose } from '../../composition/compose';
import { outputs } from '../recording-folder';
import type { Step } from '../step';
import { inputsOf, speakerScenes } from './tracks-result';
import { tracksStep } from './tracks.step';

const ComposeResult = z.object({
  video: z.string(),
  durationMs: z.number(),
  /** The interpreters' languages: the sound of each is in the video, after that of the room. */
  channels: z.array(z.string()).default([]),
  /** What is to be seen when, in milliseconds. */
  scenes: z.array(
    z.object({ start: z.number(), end: z.number(), main: z.string().nullable(), side: z.array(z.string()) }),
  ),
});

/** The speaker view: `out/video.mp4`. */
export const composeStep: Step<z.infer<typeof ComposeResult>> = {
  name: 'compose',
  needs: ['tracks'],
  share: 45,
  result: ComposeResult,
  files: ({ video }) => [join('out', video)],
  run: async ({ folder, read, title, ffmpegPath, signal, onProgress }) => {
    const tracks = await read(tracksStep);
    const scenes = speakerScenes(tracks);
    const { durationMs } = tracks.span;
    await compose({
      work: folder.work,
      output: join(folder.out, outputs.video),
      ...{ scenes, durationMs, ...inputsOf(tracks) },
      ...{ title, ffmpegPath, signal, onProgress },
    });
    return { video: outputs.video, durationMs, channels: tracks.channels.map(({ language }) => language), scenes };
  },
};
