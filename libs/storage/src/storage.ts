import type { ReadStream } from 'node:fs';

export interface StoredFile {
  /** Bytes. */
  size: number;
  modifiedAt: Date;
  /** Streams the bytes from `start` to `end`, both included. */
  read(range?: { start: number; end: number }): ReadStream;
}

/** Where finished files live. Keys are slash-separated names that our own code makes, never people's input. */
export interface Storage {
  /** Moves (or copies) a finished file in; replaces what stood there, atomically. */
  put(key: string, file: string): Promise<void>;
  /** @returns null when there is no such file */
  open(key: string): Promise<StoredFile | null>;
  /** There may be none. */
  remove(key: string): Promise<void>;
  /** Removes all files whose keys begin with `prefix/`; there may be none. */
  removeAll(prefix: string): Promise<void>;
}

export const STORAGE = Symbol('Storage');
