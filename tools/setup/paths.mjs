import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Built and downloaded parts, shared by every checkout of this user. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lectern');

export const modules = join(root, 'node_modules');

/** Stamps and results of set-up. Inside node_modules, so that removing that folder starts everything afresh. */
export const stateDir = join(modules, '.lectern');

/** A build's name must say what it was made for: the same home folder may be used from several machines. */
export const platform = `${process.platform}-${process.arch}`;
