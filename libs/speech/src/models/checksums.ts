import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { InstalledModel } from './model-folder';

/** Reads the whole file; about a second for each half gigabyte. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** @throws Error with a sentence when a file is not what its manifest says */
export async function verifyModel({ manifest, folder }: InstalledModel): Promise<void> {
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    if ((await sha256Of(join(folder, name))) === sha256) continue;
    throw new Error(
      `The speech model "${manifest.name}" is damaged: the checksum of ${name} differs. Fetch it again ("npm run models -- fetch ${manifest.name}").`,
    );
  }
}
