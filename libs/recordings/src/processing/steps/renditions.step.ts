import { renditionFiles } from '@lectern/contracts';
import { join } from 'node:path';
import { z } from 'zod';
import { makeRenditions } from '../../composition/renditions';
import type { Step } from '../step';
import { composeStep } from './compose.step';

/** The video for lines of every kind (HLS): the files named in `renditionFiles`. */
export const renditionsStep: Step<{ files: string[] }> = {
  name: 'renditions',
  needs: ['compose'],
  share: 15,
  result: z.object({ files: z.array(z.string()) }),
  files: ({ files }) => files.map((file) => join('out', file)),
  run: async ({ folder, read, ffmpegPath, signal, onProgress }) => {
    const { video, durationMs, channels } = await read(composeStep);
    // What an earlier run has made for a language that is not among them any more.
    await folder.drop(/^hls-(sound|only)-/);
    await makeRenditions({
      video: join(folder.out, video),
      out: folder.out,
      channels,
      ...{ ffmpegPath, signal },
      onProgress: (seconds) => onProgress((seconds * 1000) / durationMs),
    });
    return { files: renditionFiles(channels) };
  },
};
