import { DomainError } from '@lectern/kernel';
import { z } from 'zod';
import { type Limits, ProgramFailure, runLimited } from './limited';

export interface ClipRun {
  ffmpegPath: string;
  ffprobePath: string;
  /** As it was uploaded. */
  file: string;
  folder: string;
  signal?: AbortSignal;
}

export interface ClipInfo {
  /** Seconds. */
  duration: number;
  hasVideo: boolean;
  hasAudio: boolean;
}

const MB = 1024 * 1024;
const LONGEST = 10_800;
const MOST_PIXELS = 8192 * 4320;
const probing: Limits = { memory: 2_000 * MB, cpuSeconds: 60, seconds: 90, fileSize: MB };

/** Nothing but the file itself, and no format that could name another one (playlists, lists of pictures). */
const onlyThis = [
  ...['-protocol_whitelist', 'file', '-format_whitelist', 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm'],
  ...['-max_streams', '64'],
];

const Probe = z.object({
  format: z.object({ duration: z.coerce.number().optional() }),
  streams: z.array(
    z.object({
      codec_type: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      disposition: z.object({ attached_pic: z.number().optional() }).optional(),
    }),
  ),
});

const refused = (message: string) => new DomainError('TYPE_UNSUPPORTED', message);

/** What is in an uploaded video. @throws DomainError TYPE_UNSUPPORTED in words for the presenter */
export async function probeClip(run: ClipRun): Promise<ClipInfo> {
  const args = [...onlyThis, '-v', 'error', '-of', 'json', '-show_format', '-show_streams', run.file];
  const { format, streams } = await probe({ ...run, args });
  const videos = streams.filter((stream) => stream.codec_type === 'video' && !stream.disposition?.attached_pic);
  const hasVideo = videos.length > 0;
  const hasAudio = streams.some((stream) => stream.codec_type === 'audio');
  const duration = format.duration ?? 0;
  if (!hasVideo && !hasAudio) throw refused('This file has neither picture nor sound.');
  if (!(duration > 0.1)) throw refused('This video has no length: it was perhaps not finished. Export it anew.');
  if (duration > LONGEST) throw refused('This video is too long: at most three hours can be played in.');
  if (videos.some(({ width = 0, height = 0 }) => width * height > MOST_PIXELS))
    throw refused('The picture of this video is too large: export it in 1080p.');
  return { duration, hasVideo, hasAudio };
}

async function probe({ ffprobePath: program, args, folder: cwd, signal }: ClipRun & { args: string[] }) {
  const words = 'This video cannot be read: it is damaged, or of a kind that is not known here. Export it as MP4.';
  try {
    const output = await runLimited({ program, args, cwd, limits: probing, signal });
    return Probe.parse(JSON.parse(output));
  } catch (error) {
    if (error instanceof ProgramFailure || error instanceof SyntaxError || error instanceof z.ZodError)
      throw refused(words);
    throw error;
  }
}

const picture = [
  '-vf',
  "scale=w='min(1280,iw)':h='min(720,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2,format=yuv420p",
  ...['-fpsmax', '30', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-maxrate', '2M', '-bufsize', '4M'],
  // A key frame every second: latecomers and who seeks begin near their place.
  ...['-force_key_frames', 'expr:gte(t,n_forced)'],
];
const sound = (bitrate: string, channels = '2') => ['-c:a', 'aac', '-b:a', bitrate, '-ac', channels, '-ar', '48000'];
const inFront = ['-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart', '-f', 'mp4'];

/**
 * Makes the MP4 that every browser plays and, of clips with sound, the sound alone in two qualities. @param onProgress 0 to 1.
 * @throws DomainError TYPE_UNSUPPORTED
 */
export async function transcodeClip(
  run: ClipRun,
  { duration, hasVideo, hasAudio }: ClipInfo,
  outputs: { video: string; audio: string; smallAudio: string },
  onProgress: (done: number) => void,
): Promise<void> {
  const video = [
    ...(hasVideo ? ['-map', '0:V:0', ...picture] : []),
    ...(hasAudio ? ['-map', '0:a:0', ...sound('128k')] : []),
  ];
  const alone = (encoded: string[], output: string) =>
    hasAudio ? ['-map', '0:a:0', ...encoded, ...inFront, output] : [];
  const input = ['-nostdin', '-v', 'error', '-y', '-progress', 'pipe:1', '-threads', '2', ...onlyThis, '-i', run.file];
  const args = [
    ...input,
    ...video,
    ...inFront,
    outputs.video,
    ...alone(sound('64k'), outputs.audio),
    ...alone(sound('32k', '1'), outputs.smallAudio),
  ];
  // Slow machines take several times as long as the clip lasts.
  const seconds = 600 + 10 * duration;
  const limits: Limits = { memory: 4_000 * MB, cpuSeconds: Math.ceil(2 * seconds), seconds, fileSize: 4_000 * MB };
  const onLine = (line: string) => {
    const microseconds = /^out_time_us=(\d+)/.exec(line)?.[1];
    if (microseconds) onProgress(Math.min(1, Number(microseconds) / 1e6 / duration));
  };
  try {
    await runLimited({ program: run.ffmpegPath, args, cwd: run.folder, limits, signal: run.signal, onLine });
  } catch (error) {
    if (!(error instanceof ProgramFailure)) throw error;
    throw refused('This video cannot be converted: it is damaged, or too large. Export it as MP4 (H.264) in 1080p.');
  }
}
