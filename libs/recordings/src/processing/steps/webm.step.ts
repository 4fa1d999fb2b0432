import { resourceFiles } from '@lectern/contracts';
import { join } from 'node:path';
import { z } from 'zod';
import { makeWebm } from '../../composition/other-formats';
import type { Step } from '../step';
import { composeStep } from './compose.step';

/** The video as WebM, when somebody has asked for it: `out/video.webm`. */
export const webmStep: Step<{ file: string }> = {
  name: 'webm',
  needs: ['compose'],
  share: 60,
  result: z.object({ file: z.string() }),
  files: ({ file }) => [join('out', file)],
  run: async ({ folder, read, ffmpegPath, signal, onProgress }) => {
    const { video, durationMs, channels } = await read(composeStep);
    await makeWebm({
      source: join(folder.out, video),
      output: join(folder.out, resourceFiles.webm),
      channels,
      ...{ ffmpegPath, signal },
      onProgress: (seconds) => onProgress((seconds * 1000) / durationMs),
    });
    return { file: resourceFiles.webm };
  },
};
