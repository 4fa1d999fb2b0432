import { resourceFiles } from '@lectern/contracts';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { makeRenditions } from '../../libs/recordings/src/composition/renditions';
import { run } from './browser';

/** Seconds of sound and picture. */
export const LENGTH = 20;
/** Hz: which sound is heard can be measured. */
export const ORIGINAL = 440;
export const FRENCH = 880;

/** A moving test picture with a tone, the same with another tone as its French, and all of it as HLS. */
export async function makeInterpretedFiles(folder: string): Promise<void> {
  const input = (source: string) => ['-f', 'lavfi', '-i', `${source}:duration=${LENGTH}`];
  const sine = (frequency: number) => input(`sine=frequency=${frequency}:sample_rate=48000`);
  const ffmpeg = (...args: string[]) => run('ffmpeg', ['-y', '-loglevel', 'error', ...args]);
  const video = join(folder, resourceFiles.video);
  const inputs = [...input('testsrc=size=320x180:rate=10'), ...sine(ORIGINAL), ...sine(FRENCH)];
  const picture = [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-level', '3.0'],
    ...['-g', '20', '-pix_fmt', 'yuv420p'],
  ];
  const maps = ['-map', '0', '-map', '1', '-map', '2'];
  ffmpeg(...inputs, ...maps, ...picture, '-c:a', 'aac', '-movflags', '+faststart', '-shortest', video);
  const channels = ['fr'];
  await makeRenditions({ video, out: folder, channels });
  const alone = (rendition: string, name: string) =>
    ffmpeg('-i', join(folder, resourceFiles.rendition(rendition)), '-c', 'copy', join(folder, name));
  alone('sound', resourceFiles.audio);
  for (const language of channels) alone(resourceFiles.channelSound(language), resourceFiles.channel(language));
}

/** Bytes of a file that was made. */
export const sizeOf = (folder: string, name: string): number => statSync(join(folder, name)).size;
