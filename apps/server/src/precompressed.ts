import type { NextFunction, Request, Response } from 'express';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The smaller one first. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
];

/** Sends the copy that the build has compressed at full strength, where there is one and the client takes it. */
export function precompressed(folder: string) {
  const known = new Set<string>();
  const exists = (path: string): boolean => {
    // Built files do not change while we run, and only names that exist are kept: strangers cannot fill the set.
    if (known.has(path)) return true;
    const found = existsSync(join(folder, path));
    if (found) known.add(path);
    return found;
  };
  return (request: Request, response: Response, next: NextFunction): void => {
    const { path } = request;
    const encoding = /^\/[\w.-]+$/.test(path)
      ? encodings.find(({ name, suffix }) => request.acceptsEncodings(name) === name && exists(`${path}${suffix}`))
      : undefined;
    if (encoding) {
      response.set({ 'Content-Encoding': encoding.name, Vary: 'Accept-Encoding' }).type(extname(path));
      request.url = request.url.replace(path, `${path}${encoding.suffix}`);
    }
    next();
  };
}
