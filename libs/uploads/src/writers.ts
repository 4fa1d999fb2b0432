import type { Readable } from 'node:stream';

interface Writer {
  source: Readable;
  done: Promise<unknown>;
}

/** One writer to a file at a time: a newer one ends the one before it, whose line may be dead without our knowing. */
export class Writers {
  private readonly active = new Map<string, Writer>();

  /** Runs `write`, which reads `source`, after the writer before it has ended. */
  async run<T>(id: string, source: Readable, write: () => Promise<T>): Promise<T> {
    const result = this.end(id).then(write);
    const writer = { source, done: result.catch(() => undefined) };
    this.active.set(id, writer);
    try {
      return await result;
    } finally {
      if (this.active.get(id) === writer) this.active.delete(id);
    }
  }

  /** Ends the writer of now; resolves when it has ended. */
  async end(id: string): Promise<void> {
    const writer = this.active.get(id);
    writer?.source.destroy();
    await writer?.done;
  }
}
