import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** What espeak-ng makes of a text: a WAV file, with a second of silence after it. */
export function speakTo(file: string, text: string): void {
  const wav = execFileSync('espeak-ng', ['-v', 'en-us', '-s', '130', '--stdout', text], { maxBuffer: 1e8 });
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', 'pipe:0', '-af', 'apad=pad_dur=1.5', '-ar', '48000', file], {
    input: wav,
  });
}

/** Sends a sound as Opus over RTP, at the speed at which it was spoken. */
export function startSending(file: string, port: number): ChildProcess {
  const opus = ['-c:a', 'libopus', '-b:a', '32k', '-ac', '2', '-application', 'voip'];
  return spawn('ffmpeg', ['-v', 'error', '-re', '-i', file, ...opus, '-f', 'rtp', `rtp://127.0.0.1:${port}`], {
    stdio: 'ignore',
  });
}

export async function send(file: string, port: number): Promise<void> {
  await once(startSending(file, port), 'exit');
}
