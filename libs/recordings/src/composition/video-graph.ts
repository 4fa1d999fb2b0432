import type { Interval } from '../tracks/presence';
import { frameCount, type Chunk } from './chunks';
import { HEIGHT, placements, WIDTH, type Placement, type Rect } from './layout';
import { FRAME_MS, FRAME_RATE } from './scene';

/** A track's file, and when its first picture comes, in milliseconds from the recording's start. */
export interface VideoInput {
  trackId: string;
  file: string;
  firstMs: number;
  /** An image: it stands for as long as it is shown. */
  still?: boolean;
  /** What the file's times are ahead of the recording's, in milliseconds; none by default. */
  shiftMs?: number;
}

/** Behind everything, and around pictures of another shape. */
const BACKGROUND = '0x10151c';

/** One track at one place, whenever it stands there. */
interface Layer {
  trackId: string;
  rect: Rect;
  shown: Interval[];
}

/**
 * The arguments with which ffmpeg renders one chunk: each track is decoded once, scaled for every place it has in the
 * chunk, and laid over the canvas during its scenes. `card`: an image for when nobody shows anything.
 */
export function videoArgs(chunk: Chunk, inputs: VideoInput[], card: string, output: string): string[] {
  const layers = layersOf(chunk);
  const used = inputs.filter(({ trackId }) => layers.some((layer) => layer.trackId === trackId));
  const files = used.flatMap((input) => inputArgs(input, chunk.start));
  const empty = chunk.scenes.filter(({ main }) => main === null);
  const cardArgs = empty.length > 0 ? ['-i', card] : [];
  const graph = [
    `color=c=${BACKGROUND}:s=${WIDTH}x${HEIGHT}:r=${FRAME_RATE}[canvas]`,
    ...(empty.length > 0 ? cardFilters(used.length, empty, chunk.start) : ['[canvas]null[base]']),
    ...trackFilters(used, layers),
    ...overlays(layers, chunk.start),
  ];
  const encode = ['-map', '[out]', '-frames:v', String(frameCount(chunk)), ...encodeArgs];
  return [...files, ...cardArgs, '-filter_complex', graph.join(';'), ...encode, output];
}

const encodeArgs = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-pix_fmt', 'yuv420p'],
  // What the playlist of the renditions says of it.
  ...['-profile:v', 'high', '-level', '3.1'],
  // A key frame every two seconds lets players jump; equal time bases let chunks be joined without encoding again.
  ...['-r', String(FRAME_RATE), '-g', String(2 * FRAME_RATE), '-video_track_timescale', String(FRAME_RATE * 512)],
];

/**
 * Times of the file less the chunk's start. Reading begins at the key frame before it, and pictures from before it are
 * kept: a screen that does not move may have sent its last one long ago. Without re-initialisation a track may change
 * its size: `scale` and `pad` follow by themselves.
 */
function inputArgs({ file, firstMs, still, shiftMs = 0 }: VideoInput, chunkStart: number): string[] {
  if (still) return ['-i', file];
  const start = chunkStart + shiftMs;
  const place = firstMs <= start ? ['-ss', seconds(start), '-noaccurate_seek'] : ['-itsoffset', seconds(-start)];
  return ['-threads', '2', '-reinit_filter', '0', '-seek_timestamp', '1', ...place, '-i', file];
}

function layersOf(chunk: Chunk): Layer[] {
  const layers = new Map<string, Layer>();
  for (const scene of chunk.scenes) {
    for (const { trackId, ...rect } of placements(scene)) {
      const key = layerKey({ trackId, ...rect });
      const layer = layers.get(key) ?? { trackId, rect, shown: [] };
      layer.shown.push(scene);
      layers.set(key, layer);
    }
  }
  return [...layers.values()];
}

const layerKey = ({ trackId, x, y, width, height }: Placement) => [trackId, x, y, width, height].join();

function cardFilters(input: number, empty: Interval[], start: number): string[] {
  return [
    `[${input}:v]scale=${WIDTH}:${HEIGHT},loop=loop=-1:size=1,setpts=N/(${FRAME_RATE}*TB)[card]`,
    `[canvas][card]overlay=enable='${during(empty, start)}'[base]`,
  ];
}

/** `[0:v]` → one scaled copy for each layer of that track, named `l<index of the layer>`. */
function trackFilters(used: VideoInput[], layers: Layer[]): string[] {
  return used.flatMap(({ trackId }, input) => {
    const mine = layers.flatMap((layer, i) => (layer.trackId === trackId ? [i] : []));
    const split = `[${input}:v]split=${mine.length}${mine.map((i) => `[s${i}]`).join('')}`;
    return [split, ...mine.map((i) => `[s${i}]${fit(layers[i]!.rect)}[l${i}]`)];
  });
}

function fit({ width, height }: Rect): string {
  const scale = `scale=${width}:${height}:force_original_aspect_ratio=decrease:force_divisible_by=2:eval=frame`;
  return `${scale},pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:color=${BACKGROUND}:eval=frame,setsar=1,format=yuv420p`;
}

function overlays(layers: Layer[], start: number): string[] {
  const name = (i: number) => (i < 0 ? 'base' : `o${i}`);
  const steps = layers.map(
    ({ rect, shown }, i) =>
      `[${name(i - 1)}][l${i}]overlay=${rect.x}:${rect.y}:eof_action=repeat:enable='${during(shown, start)}'[${name(i)}]`,
  );
  return [...steps, `[${name(layers.length - 1)}]format=yuv420p[out]`];
}

/** An expression that is true during the intervals; half a frame of room keeps rounding from shifting an edge. */
function during(intervals: Interval[], start: number): string {
  const term = ({ start: from, end }: Interval) =>
    `between(t,${seconds(from - start - FRAME_MS / 2)},${seconds(end - start - FRAME_MS / 2)})`;
  return intervals.map(term).join('+');
}

const seconds = (ms: number) => (ms / 1000).toFixed(3);
