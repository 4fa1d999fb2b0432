import { execFileSync } from 'node:child_process';

/** What espeak-ng makes of a text: a WAV file, written to the path. Slow enough for a small model to follow. */
export function speak(text: string, path: string): void {
  execFileSync('espeak-ng', ['-v', 'en-us', '-s', '130', '-w', path, text]);
}

/** The same as 16 kHz mono PCM. */
export function speakPcm(text: string): Buffer {
  const wav = execFileSync('espeak-ng', ['-v', 'en-us', '-s', '130', '--stdout', text], { maxBuffer: 1e8 });
  const args = ['-v', 'error', '-i', 'pipe:0', '-ar', '16000', '-ac', '1', '-f', 's16le', 'pipe:1'];
  return execFileSync('ffmpeg', args, { input: wav, maxBuffer: 1e8 });
}
