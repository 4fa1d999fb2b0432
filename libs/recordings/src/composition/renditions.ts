import { resourceFiles } from '@lectern/contracts';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFfmpeg } from './ffmpeg';
import { type Listed, mainPlaylist, ratesOf } from './playlists';
import { ownName } from './languages';

type PictureName = Exclude<(typeof resourceFiles.renditions)[number], 'sound'>;

/** One quality in which the picture can be had. */
interface Picture {
  name: PictureName;
  /** Lines of the picture, and most bits a second of it; the composed video's own picture, unchanged, without. */
  smaller?: { height: number; bits: number; level: string };
  resolution: string;
  /** RFC 6381. */
  codec: string;
}

const AAC = 'mp4a.40.2';
const LOW_SOUND = ['-c:a', 'aac', '-b:a', '64k'];

/** Best first. The H.264 profile is High; the levels are set when the pictures are made. */
const pictures: Picture[] = [
  { name: 'high', resolution: '1280x720', codec: 'avc1.64001f' },
  {
    name: 'middle',
    smaller: { height: 432, bits: 500_000, level: '3.0' },
    resolution: '768x432',
    codec: 'avc1.64001e',
  },
  { name: 'low', smaller: { height: 240, bits: 150_000, level: '2.1' }, resolution: '426x240', codec: 'avc1.640015' },
];
/** Three key frames. */
const SEGMENT_SECONDS = 6;

/** What is made, and how. */
export interface RenditionRun {
  /** The composed MP4. */
  video: string;
  /** Folder for the files named in `renditionFiles`. */
  out: string;
  /** The interpreters' languages, in the order of the video's sounds after that of the room. */
  channels: readonly string[];
  ffmpegPath?: string;
  signal?: AbortSignal;
  /** Seconds done so far. */
  onProgress?: (seconds: number) => void;
}

/**
 * The composed video for lines of every kind, as HLS (RFC 8216): its own picture, two smaller ones, and the sound alone
 * at 64 kbit/s. Each is one file of fragmented MP4 that players read in byte ranges; the main playlist is written last,
 * so that it never names what is not whole. With channels the pictures have no sound: that of the room and of each
 * channel are renditions of their own, from which players choose one.
 */
export async function makeRenditions(run: RenditionRun): Promise<void> {
  const { video, out, channels } = run;
  const args = channels.length > 0 ? apartArgs(video, channels) : togetherArgs(video);
  await runFfmpeg({ ...run, args: [...args, ...hlsArgs(out)] });
  const seen = await Promise.all(
    pictures.map(({ name, codec, resolution }) => listed(out, name, { codecs: `${codec},${AAC}`, resolution })),
  );
  const sound = await listed(out, 'sound', { codecs: AAC });
  const choices = await Promise.all(
    channels.map((language) =>
      listed(out, resourceFiles.channelSound(language), { codecs: AAC, language, title: ownName(language) }),
    ),
  );
  const put = (file: string, variants: Listed[]) => putFile(join(out, file), mainPlaylist(variants, sound, choices));
  if (choices.length > 0) for (const each of seen) await put(resourceFiles.qualityList(each.name), [each]);
  await put(resourceFiles.playlist, [...seen, sound]);
}

/** What a main playlist says of a rendition, with the rates that its segments really have. */
async function listed<T extends object>(out: string, name: string, about: T) {
  return { name, ...about, ...ratesOf(await readFile(join(out, resourceFiles.renditionList(name)), 'utf8')) };
}

async function putFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}

/** The first sound of a video is that of the room. */
const FLOOR = ['-map', '0:a:0'];

/** Each quality with its sound: the video's own in the best one. */
function togetherArgs(video: string): string[] {
  const maps = [...pictureMaps.flatMap((map) => [...map, ...FLOOR]), ...FLOOR];
  const variants = [...pictures.map(({ name }, i) => `v:${i},a:${i},name:${name}`), `a:${pictures.length},name:sound`];
  return [...inputArgs(video), ...maps, ...LOW_SOUND, '-c:a:0', 'copy', ...pictureArgs, ...variantArgs(variants)];
}

/** The pictures, and apart from them each sound. */
function apartArgs(video: string, channels: readonly string[]): string[] {
  const sounds = ['sound', ...channels.map(resourceFiles.channelSound)];
  const maps = [...pictureMaps.flat(), ...sounds.flatMap((_, i) => ['-map', `0:a:${i}`])];
  const seen = pictures.map(({ name }, i) => `v:${i},name:${name}`);
  const variants = [...seen, ...sounds.map((name, i) => `a:${i},name:${name}`)];
  return [...inputArgs(video), ...maps, ...LOW_SOUND, ...pictureArgs, ...variantArgs(variants)];
}

const smaller = pictures.flatMap((picture) => (picture.smaller ? { name: picture.name, ...picture.smaller } : []));

function inputArgs(video: string): string[] {
  const splits = `[0:v]split=${smaller.length}${smaller.map((_, i) => `[s${i}]`).join('')}`;
  const scales = smaller.map(({ height, name }, i) => `[s${i}]scale=-2:${height}[${name}]`);
  return ['-i', video, '-filter_complex', [splits, ...scales].join(';')];
}

const pictureMaps = pictures.map((picture) => ['-map', picture.smaller ? `[${picture.name}]` : '0:v']);

const pictureArgs = pictures.flatMap((picture, index) => {
  const option = (key: string, value: string | number) => [`-${key}:v:${index}`, String(value)];
  if (!picture.smaller) return option('c', 'copy');
  const { bits, level } = picture.smaller;
  return [
    ...[...option('c', 'libx264'), ...option('preset', 'veryfast'), ...option('profile', 'high')],
    ...[...option('level', level), ...option('g', 50), ...option('keyint_min', 50)],
    ...[...option('sc_threshold', 0), ...option('crf', 26)],
    ...[...option('maxrate', bits), ...option('bufsize', 2 * bits)],
  ];
});

const variantArgs = (variants: string[]) => ['-var_stream_map', variants.join(' ')];

/**
 * Each file says with its first fragment when its picture and its sound begin (`frag_discont`): of a beginning that is
 * written as an empty edit browsers know nothing, and sound would come 60 ms before its picture.
 */
function hlsArgs(out: string): string[] {
  return [
    ...['-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_flags', 'single_file+independent_segments', '-hls_segment_options', 'movflags=+frag_discont'],
    ...[
      '-hls_segment_filename',
      join(out, resourceFiles.rendition('%v')),
      join(out, resourceFiles.renditionList('%v')),
    ],
  ];
}
