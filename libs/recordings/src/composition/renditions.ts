import { resourceFiles } from '@lectern/contracts';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runFfmpeg } from './ffmpeg';

/** One quality in which the video can be had. */
interface Rendition {
  name: (typeof resourceFiles.renditions)[number];
  /** Lines of the picture; sound alone without. */
  height?: number;
  /** Most bits a second of the picture; the composed video's own picture, unchanged, without. */
  videoBits?: number;
  resolution?: string;
  /** RFC 6381. */
  codecs: string;
}

const AAC = 'mp4a.40.2';
const LOW_SOUND = ['-c:a', 'aac', '-b:a', '64k'];

/** Best first. The H.264 profile is High; the levels are set when the pictures are made. */
const ladder: Rendition[] = [
  { name: 'high', resolution: '1280x720', codecs: `avc1.64001f,${AAC}` },
  { name: 'middle', height: 432, videoBits: 500_000, resolution: '768x432', codecs: `avc1.64001e,${AAC}` },
  { name: 'low', height: 240, videoBits: 150_000, resolution: '426x240', codecs: `avc1.640015,${AAC}` },
  { name: 'sound', codecs: AAC },
];
const levels: Partial<Record<Rendition['name'], string>> = { middle: '3.0', low: '2.1' };
/** Three key frames. */
const SEGMENT_SECONDS = 6;

/** What is made, and how. */
export interface RenditionRun {
  /** The composed MP4. */
  video: string;
  /** Folder for the files named in `resourceFiles`. */
  out: string;
  ffmpegPath?: string;
  signal?: AbortSignal;
  /** Seconds done so far. */
  onProgress?: (seconds: number) => void;
}

/**
 * The composed video for lines of every kind, as HLS (RFC 8216): its own picture, two smaller ones, and the sound alone
 * at 64 kbit/s. Each is one file of fragmented MP4 that players read in byte ranges; the main playlist is written last,
 * so that it never names what is not whole.
 */
export async function makeRenditions(run: RenditionRun): Promise<void> {
  await runFfmpeg({ ...run, args: renditionArgs(run.video, run.out) });
  const variants = await Promise.all(ladder.map((rendition) => variant(rendition, run.out)));
  const playlist = join(run.out, resourceFiles.playlist);
  const text = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...variants, ''].join('\n');
  await writeFile(`${playlist}.tmp`, text);
  await rename(`${playlist}.tmp`, playlist);
}

function renditionArgs(video: string, out: string): string[] {
  const scaled = ladder.filter(({ height }) => height !== undefined);
  const splits = `[0:v]split=${scaled.length}${scaled.map((_, i) => `[s${i}]`).join('')}`;
  const scales = scaled.map(({ height, name }, i) => `[s${i}]scale=-2:${height}[${name}]`);
  const maps = ladder.flatMap(({ name, height, resolution }) => [
    ...(resolution ? ['-map', height ? `[${name}]` : '0:v'] : []),
    ...['-map', '0:a'],
  ]);
  const pictures = ladder.filter(({ resolution }) => resolution).flatMap(pictureArgs);
  const variants = ladder.map(({ name, resolution }, i) => `${resolution ? `v:${i},` : ''}a:${i},name:${name}`);
  return [
    ...['-i', video, '-filter_complex', [splits, ...scales].join(';'), ...maps],
    ...[...LOW_SOUND, '-c:a:0', 'copy', ...pictures],
    ...['-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_flags', 'single_file+independent_segments', '-var_stream_map', variants.join(' ')],
    ...[
      '-hls_segment_filename',
      join(out, resourceFiles.rendition('%v')),
      join(out, resourceFiles.renditionList('%v')),
    ],
  ];
}

function pictureArgs({ name, videoBits }: Rendition, index: number): string[] {
  const option = (key: string, value: string | number) => [`-${key}:v:${index}`, String(value)];
  if (!videoBits) return option('c', 'copy');
  return [
    ...[...option('c', 'libx264'), ...option('preset', 'veryfast'), ...option('profile', 'high')],
    ...[...option('level', levels[name]!), ...option('g', 50), ...option('keyint_min', 50)],
    ...[...option('sc_threshold', 0), ...option('crf', 26)],
    ...[...option('maxrate', videoBits), ...option('bufsize', 2 * videoBits)],
  ];
}

/** The lines of one rendition in the main playlist, with the rates that its segments really have. */
async function variant({ name, resolution, codecs }: Rendition, out: string): Promise<string> {
  const file = join(out, resourceFiles.renditionList(name));
  const { peak, average } = ratesOf(await readFile(file, 'utf8'));
  const attributes = [`BANDWIDTH=${peak}`, `AVERAGE-BANDWIDTH=${average}`, `CODECS="${codecs}"`];
  if (resolution) attributes.push(`RESOLUTION=${resolution}`);
  return `#EXT-X-STREAM-INF:${attributes.join(',')}\n${basename(file)}`;
}

/** Bits a second of a playlist with byte ranges: of its largest segment, and over all. */
export function ratesOf(playlist: string): { peak: number; average: number } {
  const segments = [...playlist.matchAll(/#EXTINF:([\d.]+),\s+#EXT-X-BYTERANGE:(\d+)@/g)].map(([, seconds, bytes]) => ({
    seconds: Number(seconds),
    bits: 8 * Number(bytes),
  }));
  const sum = (pick: 'seconds' | 'bits') => segments.reduce((all, segment) => all + segment[pick], 0);
  // The short rest at the end says little about a rate.
  const whole = segments.filter(({ seconds }, i) => i === 0 || seconds > 1);
  const peak = Math.max(0, ...whole.map(({ bits, seconds }) => bits / seconds));
  return { peak: Math.ceil(peak), average: Math.ceil(sum('bits') / Math.max(sum('seconds'), 0.001)) };
}
