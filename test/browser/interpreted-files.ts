import { resourceFiles } from '@lectern/contracts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './browser';

/** Seconds of sound and picture. */
export const LENGTH = 20;
/** Hz: which sound is heard can be measured. */
export const ORIGINAL = 440;
export const FRENCH = 880;

const pictures = ['high', 'middle', 'low'] as const;
const sounds = ['sound', resourceFiles.channelSound('fr')];
const SIZE = '320x180';

/** A moving test picture with a tone, the same with another tone as its French, and all of it as HLS. */
export function makeInterpretedFiles(folder: string): void {
  const input = (source: string) => ['-f', 'lavfi', '-i', `${source}:duration=${LENGTH}`];
  const sine = (frequency: number) => input(`sine=frequency=${frequency}:sample_rate=48000`);
  const ffmpeg = (...args: string[]) => run('ffmpeg', ['-y', '-loglevel', 'error', ...args]);
  const [video, original, french] = [resourceFiles.video, resourceFiles.audio, resourceFiles.channel('fr')].map(
    (name) => join(folder, name),
  ) as [string, string, string];
  const picture = [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-level', '3.0'],
    ...['-g', '20'],
  ];
  const encode = ['-pix_fmt', 'yuv420p', ...picture, '-c:a', 'aac', '-movflags', '+faststart'];
  ffmpeg(...input(`testsrc=size=${SIZE}:rate=10`), ...sine(ORIGINAL), ...encode, '-shortest', video);
  ffmpeg('-i', video, '-vn', '-c:a', 'copy', original);
  ffmpeg(...sine(FRENCH), '-c:a', 'aac', french);
  const variants = [
    ...pictures.map((name, i) => `v:${i},name:${name}`),
    ...sounds.map((name, i) => `a:${i},name:${name}`),
  ];
  ffmpeg(
    ...['-i', video, '-i', french, ...pictures.flatMap(() => ['-map', '0:v']), '-map', '0:a', '-map', '1:a'],
    ...['-c', 'copy', '-f', 'hls', '-hls_time', '4', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_flags', 'single_file+independent_segments', '-var_stream_map', variants.join(' ')],
    ...['-hls_segment_filename', join(folder, resourceFiles.rendition('%v'))],
    join(folder, resourceFiles.renditionList('%v')),
  );
  const write = (name: string, qualities: readonly string[]) =>
    writeFileSync(join(folder, name), [...head, ...qualities.map(variant), ''].join('\n'));
  for (const quality of pictures) write(resourceFiles.qualityList(quality), [quality]);
  write(resourceFiles.playlist, [...pictures, 'sound']);
}

const sound = 'TYPE=AUDIO,GROUP-ID="sound",AUTOSELECT=YES';
const head = [
  ...['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'],
  `#EXT-X-MEDIA:${sound},NAME="Original",DEFAULT=YES,URI="${resourceFiles.renditionList(sounds[0]!)}"`,
  `#EXT-X-MEDIA:${sound},NAME="Français",LANGUAGE="fr",DEFAULT=NO,URI="${resourceFiles.renditionList(sounds[1]!)}"`,
];

function variant(name: string): string {
  const rate = { high: 900_000, middle: 600_000, low: 300_000, sound: 90_000 }[name];
  const codecs = name === 'sound' ? 'CODECS="mp4a.40.2"' : `CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=${SIZE}`;
  return `#EXT-X-STREAM-INF:BANDWIDTH=${rate},${codecs},AUDIO="sound"\n${resourceFiles.renditionList(name)}`;
}

/** Bytes of a file that was made. */
export const sizeOf = (folder: string, name: string): number => readFileSync(join(folder, name)).length;
