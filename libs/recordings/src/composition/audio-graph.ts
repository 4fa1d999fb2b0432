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
 *
 * `flags=res`: a resampler that is only made with the first correction would begin anew with the silence before it, and
 * all that follows would come late.
 */
export function audioArgs(inputs: AudioInput[], durationMs: number, output: string): string[] {
  const duration = ['-t', (durationMs / 1000).toFixed(3)];
  const encode = ['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2', ...duration, output];
  if (inputs.length === 0) return ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo', ...encode];
  const files = inputs.flatMap(({ file }) => ['-seek_timestamp', '1', '-i', file]);
  const tracks = inputs.map(
    ({ gain }, i) => `[${i}:a]aresample=48000:async=1000:first_pts=0:flags=res,volume=${gain.toFixed(1)}dB[a${i}]`,
  );
  const names = inputs.map((_, i) => `[a${i}]`).join('');
  const mix = inputs.length > 1 ? `amix=inputs=${inputs.length}:normalize=0:dropout_transition=0,` : '';
  const graph = [...tracks, `${names}${mix}alimiter=limit=${CEILING}:level=disabled,asetpts=N/SR/TB,apad[out]`].join(
    ';',
  );
  return [...files, '-filter_complex', graph, '-map', '[out]', ...encode];
}
