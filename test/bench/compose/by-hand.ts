import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BenchSession, FRAME_RATE, SLIDE_SECONDS } from './session';
import { timed, type Work } from './timed';

const GOP = 2 * FRAME_RATE;
const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'];
const hls = ['-f', 'hls', '-hls_time', '6', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'];
const oneFile = ['-hls_flags', 'single_file+independent_segments'];

/**
 * The outputs of ours, with the same settings of the encoders, as somebody would write the commands who knows the layout
 * beforehand: loudness of each voice, one run that decodes and lays out once for all pictures, what can be copied, poster.
 */
export async function byHand(session: BenchSession, out: string): Promise<Work> {
  await mkdir(out, { recursive: true });
  const list = join(out, 'slides.txt');
  const lines = session.pages.map((page) => `file '${page}'\nduration ${SLIDE_SECONDS}\n`);
  await writeFile(list, lines.join(''));
  const works: Work[] = [];
  for (const voice of session.voices) works.push(await timed('ffmpeg', loudness(voice)));
  works.push(await timed('ffmpeg', pictures(session, list, out)));
  works.push(await timed('ffmpeg', [...quiet, '-i', join(out, 'video.mp4'), ...copies(out)]));
  works.push(await timed('ffmpeg', [...quiet, ...poster(out)]));
  const sum = (key: keyof Work) => works.reduce((all, work) => all + work[key], 0);
  return { wall: sum('wall'), cpu: sum('cpu') };
}

const loudness = (voice: string) => [...quiet, '-i', voice, '-af', 'ebur128', '-f', 'null', '-'];

function pictures({ cameras, voices, seconds }: BenchSession, list: string, out: string): string[] {
  const graph = [
    `color=c=0x10151c:s=1280x720:r=${FRAME_RATE}[canvas]`,
    `[0:v]fps=${FRAME_RATE},scale=1024:720:force_original_aspect_ratio=decrease,pad=1024:720:-1:-1,format=yuv420p[slides]`,
    '[1:v]scale=240:136[a];[2:v]scale=240:136[b]',
    '[canvas][slides]overlay=0:0[x];[x][a]overlay=1032:220[y];[y][b]overlay=1032:364,format=yuv420p,split=3[high][m][l]',
    '[m]scale=-2:432[middle];[l]scale=-2:240[low]',
    '[3:a]volume=3dB[v];[4:a]volume=3dB[w];[v][w]amix=inputs=2:normalize=0,alimiter=limit=0.84:level=disabled,asplit=4[s0][s1][s2][s3]',
  ].join(';');
  const inputs = [...cameras, ...voices].flatMap((file) => ['-i', file]);
  const length = ['-t', String(seconds)];
  const x264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-g', String(GOP)];
  const large = [...x264, '-crf', '23', '-level', '3.1', '-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart'];
  const small = [...x264, '-crf', '26', '-keyint_min', String(GOP), '-sc_threshold', '0', '-c:a', 'aac', '-b:a', '64k'];
  const rates = ['-maxrate:v:0', '500k', '-bufsize:v:0', '1M', '-maxrate:v:1', '150k', '-bufsize:v:1', '300k'];
  return [
    ...quiet,
    ...['-f', 'concat', '-safe', '0', '-i', list, ...inputs, '-filter_complex', graph],
    ...['-map', '[high]', '-map', '[s0]', ...large, ...length, join(out, 'video.mp4')],
    ...[
      '-map',
      '[middle]',
      '-map',
      '[s1]',
      '-map',
      '[low]',
      '-map',
      '[s2]',
      '-map',
      '[s3]',
      ...small,
      ...rates,
      ...length,
    ],
    ...[...hls, ...oneFile, '-var_stream_map', 'v:0,a:0,name:middle v:1,a:1,name:low a:2,name:sound'],
    ...['-hls_segment_filename', join(out, 'hls-%v.mp4'), join(out, 'hls-%v.m3u8')],
  ];
}

const copies = (out: string) => [
  ...['-c', 'copy', ...hls, ...oneFile, '-hls_segment_filename', join(out, 'hls-high.mp4'), join(out, 'hls-high.m3u8')],
];

const poster = (out: string) => [
  ...['-ss', '5', '-t', '2', '-i', join(out, 'video.mp4'), '-vf', 'thumbnail=n=50', '-frames:v', '1', '-update', '1'],
  ...['-q:v', '3', join(out, 'poster.jpg')],
];
