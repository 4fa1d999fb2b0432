import { join } from 'node:path';
import { z } from 'zod';
import { makePoster } from '../../composition/poster';
import { outputs } from '../recording-folder';
import type { Step } from '../step';
import { composeStep } from './compose.step';

/** The picture that stands for the video: `out/poster.jpg`. */
export const thumbnailStep: Step<{ poster: string }> = {
  name: 'thumbnail',
  needs: ['compose'],
  share: 3,
  result: z.object({ poster: z.string() }),
  files: ({ poster }) => [join('out', poster)],
  run: async ({ folder, read, ffmpegPath, signal }) => {
    const { video, scenes } = await read(composeStep);
    const output = join(folder.out, outputs.poster);
    await makePoster({ video: join(folder.out, video), output, scenes, ffmpegPath, signal });
    return { poster: outputs.poster };
  },
};
