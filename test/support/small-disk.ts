import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of few megabytes at a folder: a tmpfs, which only root may mount. */
export class SmallDisk {
  private readonly filler: string;

  private constructor(private readonly folder: string) {
    this.filler = join(folder, 'filler');
  }

  static mount(folder: string, megabytes: number): SmallDisk {
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'lectern-test', folder]);
    return new SmallDisk(folder);
  }

  /** To the last byte. */
  fill(): void {
    const file = openSync(this.filler, 'w');
    try {
      for (const size of [1_000_000, 4_096, 1]) writeAll(file, Buffer.alloc(size));
    } finally {
      closeSync(file);
    }
  }

  makeRoom(): void {
    rmSync(this.filler);
  }

  /** When nobody uses it any more. */
  unmount(): void {
    execFileSync('umount', [this.folder]);
  }
}

function writeAll(file: number, buffer: Buffer): void {
  for (;;) {
    try {
      writeSync(file, buffer);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw error;
    }
  }
}
