import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ModelManifest } from '../src/models/model-manifest';

type Overrides = Partial<Omit<ModelManifest, 'files'>>;

/** Puts a model's folder down: the files as given, and a manifest that fits them. Returns its folder. */
export function placeModel(root: string, contents: Record<string, Buffer>, overrides: Overrides): string {
  const manifest = manifestOf(contents, overrides);
  const folder = join(root, manifest.name);
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

export function manifestOf(contents: Record<string, Buffer>, overrides: Overrides = {}): ModelManifest {
  const files = Object.entries(contents).map(([name, content]) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return [name, { bytes: content.length, sha256 }] as const;
  });
  const roles = { encoder: 'encoder.onnx', decoder: 'decoder.onnx', tokens: 'tokens.txt' };
  return {
    version: 1,
    name: 'whisper-test',
    kind: 'whisper',
    languages: ['en', 'fr'],
    punctuates: true,
    roles,
    ...overrides,
    files: Object.fromEntries(files),
  };
}

/** What looks like a model and is none. */
export const junk = {
  'encoder.onnx': Buffer.alloc(2_000, 1),
  'decoder.onnx': Buffer.alloc(2_000, 2),
  'joiner.onnx': Buffer.alloc(2_000, 3),
  'tokens.txt': Buffer.from('<blk> 0\na 1\nb 2\n'),
};

/** A file from elsewhere, as one of a model's. */
export const fileAt = (path: string): Buffer => readFileSync(path);
