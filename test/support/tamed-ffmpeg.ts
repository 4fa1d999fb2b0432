import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** ffmpeg as an installation finds it, and a hand on it: it can be made to go on for ever, or to find the disk full. */
export class TamedFfmpeg {
  private readonly folder = mkdtempSync(join(tmpdir(), 'lectern-ffmpeg-'));
  readonly path = join(this.folder, 'ffmpeg');

  constructor() {
    const script = `#!/bin/sh
if [ -e "${this.file('endless')}" ]; then
  echo $$ >> "${this.file('pids')}"
  exec ffmpeg -nostdin -loglevel error -re -f lavfi -i testsrc=s=64x64 -f null -
fi
if [ -e "${this.file('full')}" ]; then
  echo "av_interleaved_write_frame(): No space left on device" >&2
  exit 228
fi
exec ffmpeg "$@"
`;
    writeFileSync(this.path, script, { mode: 0o755 });
  }

  private file(name: string): string {
    return join(this.folder, name);
  }

  /** What is started from now on. */
  set(mood: 'endless' | 'full' | null): void {
    for (const name of ['endless', 'full']) rmSync(this.file(name), { force: true });
    if (mood) writeFileSync(this.file(mood), '');
  }

  /** How many have been started to go on for ever. */
  get started(): number {
    return this.pids.length;
  }

  /** How many of them still do. */
  get running(): number {
    return this.pids.filter(isAlive).length;
  }

  private get pids(): number[] {
    if (!existsSync(this.file('pids'))) return [];
    return readFileSync(this.file('pids'), 'utf8').trim().split('\n').map(Number);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
