import { execFileSync } from 'node:child_process';

/** The colour of a spot of each frame of a video: red, green, blue. */
export function spotColours(file: string, x: number, y: number): [number, number, number][] {
  const filter = `crop=4:4:${x}:${y},scale=1:1,format=rgb24`;
  const args = ['-v', 'error', '-i', file, '-vf', filter, '-f', 'rawvideo', 'pipe:1'];
  const bytes = execFileSync('ffmpeg', args, { maxBuffer: 1e8 });
  return Array.from({ length: bytes.length / 3 }, (_, i) => [bytes[i * 3]!, bytes[i * 3 + 1]!, bytes[i * 3 + 2]!]);
}
