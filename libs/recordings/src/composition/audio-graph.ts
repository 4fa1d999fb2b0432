/** One file of sound, and by how many dB it is raised. */
export interface AudioInput {
  file: string;
  gain: number;
}

/** −1.5 dBFS: what an encoder adds to a peak still fits. */
const CEILING = 0.84;

/**
 * The arguments with which ffmpeg mixes all sound: each track follows its timestamps (a clock that drifts is stretched
 * by at most 2 %) and is raised by one constant gain, so that its own dynamics and pauses stay as they were; voices are
 * added as they are, and a limiter catches the peaks of the sum. Without tracks there is silence, as players expect a
 * video to have sound.
 */
export function audioArgs(inputs: AudioInput[], durationMs: number, output: string): string[] {
  const encode = encodeArgs(durationMs, output);
  if (inputs.length === 0) return ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo', ...encode];
  const tracks = inputs.map((input, i) => `${trackChain(input, i)}[a${i}]`);
  const graph = [...tracks, sumChain(inputs.map((_, i) => `[a${i}]`))].join(';');
  return [...fileArgs(inputs), '-filter_complex', graph, '-map', '[out]', ...encode];
}

/**
 * The arguments for the sound of an interpreters' channel: that of the room under `duck`, and the voices.
 *
 * @param floor the mixed sound of the room
 * @param duck raw samples by which it is multiplied
 */
export function channelArgs(
  floor: string,
  duck: { file: string; rate: number },
  voices: AudioInput[],
  durationMs: number,
  output: string,
): string[] {
  const factors = ['-f', 's16le', '-ar', String(duck.rate), '-ac', '1', '-i', duck.file];
  const tracks = voices.map((voice, i) => `${trackChain(voice, i + 2)}[a${i}]`);
  const graph = [
    '[1:a]aresample=48000,pan=stereo|c0=c0|c1=c0[duck]',
    '[0:a][duck]amultiply[floor]',
    ...tracks,
    sumChain(['[floor]', ...voices.map((_, i) => `[a${i}]`)]),
  ].join(';');
  const inputs = ['-i', floor, ...factors, ...fileArgs(voices)];
  return [...inputs, '-filter_complex', graph, '-map', '[out]', ...encodeArgs(durationMs, output)];
}

const fileArgs = (inputs: AudioInput[]) => inputs.flatMap(({ file }) => ['-seek_timestamp', '1', '-i', file]);

/**
 * Filters that give the sound of a track in its own time: they follow its timestamps. Silence is decoded into numbers so
 * small that processors of some makes take 14 times as long for them in the resampler; `adenorm` lifts them by nothing that
 * could be heard (-351 dB).
 *
 * @param rate samples a second of what comes out
 */
export const inOwnTime = (rate: number): string => `adenorm,aresample=${rate}:async=1000:first_pts=0`;

/**
 * `flags=res`: a resampler that is only made with the first correction would begin anew with the silence before it, and
 * all that follows would come late.
 */
const trackChain = ({ gain }: AudioInput, input: number) =>
  `[${input}:a]${inOwnTime(48_000)}:flags=res,volume=${gain.toFixed(1)}dB`;

function sumChain(names: string[]): string {
  const mix = names.length > 1 ? `amix=inputs=${names.length}:normalize=0:dropout_transition=0,` : '';
  return `${names.join('')}${mix}alimiter=limit=${CEILING}:level=disabled,asetpts=N/SR/TB,apad[out]`;
}

function encodeArgs(durationMs: number, output: string): string[] {
  const duration = ['-t', (durationMs / 1000).toFixed(3)];
  return ['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2', ...duration, output];
}
