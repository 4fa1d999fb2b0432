import { readFile } from 'node:fs/promises';
import { run } from './run';

/** Encodes an input to VP8 and returns its frames: an IVF file is a head of 32 bytes, then frames with heads of 12. */
export async function vp8Frames(input: string[], path: string): Promise<Buffer[]> {
  await run('ffmpeg', [
    '-v',
    'error',
    '-y',
    ...input,
    '-c:v',
    'libvpx',
    '-b:v',
    '1M',
    '-g',
    '1000',
    '-auto-alt-ref',
    '0',
    path,
  ]);
  const file = await readFile(path);
  const frames: Buffer[] = [];
  for (let at = 32; at + 12 <= file.length;) {
    const size = file.readUInt32LE(at);
    frames.push(file.subarray(at + 12, at + 12 + size));
    at += 12 + size;
  }
  return frames;
}
