import type { UploadKind } from '@lectern/contracts';
import { Store } from '../room/session/store';
import { uploadFile } from './tus-client';

export interface UploadItem {
  key: number;
  file: File;
  kind: UploadKind;
  target: string;
  /** 0 to 1. */
  done: number;
  /** The line is down. */
  waiting: boolean;
  error: Error | null;
}

/** The uploads of this page. They go on while the person looks elsewhere in it. */
class Uploader {
  readonly store = new Store<{ items: readonly UploadItem[] }>({ items: [] });
  private readonly running = new Map<number, AbortController>();
  private keys = 0;

  /** @param finished told when the server has all of it */
  add(file: File, kind: UploadKind, target: string, finished: () => void): void {
    const key = ++this.keys;
    const item: UploadItem = { key, file, kind, target, done: 0, waiting: false, error: null };
    this.store.update(({ items }) => ({ items: [...items, item] }));
    void this.run(item, finished);
  }

  /** Goes on with one that failed, from where it was. */
  retry(item: UploadItem, finished: () => void): void {
    this.change(item.key, { error: null });
    void this.run(item, finished);
  }

  /** Takes it away, finished or not. */
  cancel(key: number): void {
    this.running.get(key)?.abort();
    this.store.update(({ items }) => ({ items: items.filter((item) => item.key !== key) }));
  }

  private async run({ key, file, kind, target }: UploadItem, finished: () => void): Promise<void> {
    const controller = new AbortController();
    this.running.set(key, controller);
    const { signal } = controller;
    const onProgress = (done: number | null, waiting: boolean): void =>
      this.change(key, { waiting, ...(done === null ? {} : { done }) });
    try {
      await uploadFile({ file, kind, target, signal, onProgress });
      finished();
      this.cancel(key);
    } catch (error) {
      if (!signal.aborted) this.change(key, { error: error instanceof Error ? error : new Error(String(error)) });
    } finally {
      this.running.delete(key);
    }
  }

  private change(key: number, patch: Partial<UploadItem>): void {
    this.store.update(({ items }) => ({
      items: items.map((item) => (item.key === key ? { ...item, ...patch } : item)),
    }));
  }
}

export const uploader = new Uploader();
