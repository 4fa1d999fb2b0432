import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ModelManifest } from './model-manifest';

export const MANIFEST = 'manifest.json';

/** A model that lies in its folder, complete by the sizes of its files. */
export interface InstalledModel {
  manifest: ModelManifest;
  folder: string;
}

/** What a folder of models holds; each problem is a sentence that names the model. */
export interface ModelFolder {
  models: InstalledModel[];
  problems: string[];
}

/**
 * Looks at the folders of a folder of models. One that is broken is left out and said; the others are used. Sizes are
 * compared here, checksums when a model is loaded, as they cost seconds.
 */
export function readModelFolder(path: string): ModelFolder {
  const found: ModelFolder = { models: [], problems: [] };
  for (const name of foldersIn(path)) {
    const folder = join(path, name);
    try {
      const manifest = readManifest(folder);
      if (!manifest) continue;
      checkSizes(manifest, folder);
      found.models.push({ manifest, folder });
    } catch (error) {
      found.problems.push(`The speech model in ${folder} is not used: ${(error as Error).message}`);
    }
  }
  return found;
}

/** Hidden ones are downloads under way. */
function foldersIn(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** Null for a folder that does not say it is a model. */
function readManifest(folder: string): ModelManifest | null {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch {
    return null;
  }
  const result = ModelManifest.safeParse(parseJson(text));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`);
  throw new Error(`its manifest.json is wrong (${problems.join('; ')}).`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('its manifest.json is no JSON.');
  }
}

function checkSizes({ files }: ModelManifest, folder: string): void {
  for (const [name, { bytes }] of Object.entries(files)) {
    const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new Error(`${name} is missing; fetch the model again.`);
    if (size !== bytes) throw new Error(`${name} has ${size} bytes instead of ${bytes}; fetch the model again.`);
  }
}
