import { spawn } from 'node:child_process';

/** Runs a program to its end; returns what it printed, or throws with what it complained about. */
export async function run(command: string, args: string[]): Promise<{ stdout: string; stderr: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`${command} ended with code ${code}: ${stderr.slice(-2000)}`);
  return { stdout, stderr };
}

/** What ffmpeg says when it decodes all of a file: empty when the file is sound. */
export async function decodeErrors(file: string): Promise<string> {
  return (
    await run('ffmpeg', [
      '-v',
      'warning',
      '-xerror',
      '-i',
      file,
      '-fps_mode',
      'passthrough',
      '-enc_time_base',
      '1:1000',
      '-f',
      'null',
      '-',
    ])
  ).stderr;
}

/** How many pictures of a file ffmpeg shows; ffprobe may count some that ffmpeg keeps to itself. */
export async function picturesShown(file: string): Promise<number> {
  const args = ['-v', 'error', '-i', file, '-map', '0:v', '-fps_mode', 'passthrough', '-f', 'framecrc', '-'];
  return (await run('ffmpeg', args)).stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
}

interface Probe {
  format: { duration: string };
  streams: {
    codec_type: string;
    codec_name: string;
    width?: number;
    height?: number;
    duration?: string;
    nb_read_frames?: string;
    tags?: Record<string, string>;
    disposition?: Record<string, number>;
  }[];
}

/** What ffprobe finds in a file, with the frames of each stream counted. */
export async function probe(file: string): Promise<Probe> {
  const args = ['-v', 'error', '-count_frames', '-show_format', '-show_streams', '-of', 'json', file];
  return JSON.parse((await run('ffprobe', args)).stdout) as Probe;
}
