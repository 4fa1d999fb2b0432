import { resourceFiles } from '@lectern/contracts';
import { join } from 'node:path';
import { z } from 'zod';
import { compose } from '../../composition/compose';
import type { Step } from '../step';
import { gridScenes, inputsOf } from './tracks-result';
import { tracksStep } from './tracks.step';

/** The view in which all who are seen have the same size, when somebody has asked for it: `out/grid.mp4`. */
export const gridStep: Step<{ file: string }> = {
  name: 'grid',
  needs: ['tracks'],
  share: 45,
  result: z.object({ file: z.string() }),
  files: ({ file }) => [join('out', file)],
  run: async ({ folder, read, title, ffmpegPath, signal, onProgress }) => {
    const tracks = await read(tracksStep);
    await compose({
      work: folder.work,
      output: join(folder.out, resourceFiles.grid),
      ...{ scenes: gridScenes(tracks), durationMs: tracks.span.durationMs, ...inputsOf(tracks) },
      ...{ title, ffmpegPath, signal, onProgress },
    });
    return { file: resourceFiles.grid };
  },
};
