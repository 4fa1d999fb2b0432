import { fdatasync, write } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { RECORD_HEADER_BYTES } from './rtpdump';
import { Slab } from './slab';

/** Called once when the file can no longer be written. */
type OnFailure = (error: NodeJS.ErrnoException) => void;

/**
 * Appends packets to a file in batches: about one write per flush, one `fdatasync` per sync, never two at a time. What
 * waits is bounded: beyond the limit packets are counted as lost rather than kept.
 */
export class PacketLog {
  #waiting: Slab[] = [];
  /** The one that is being filled. */
  #slab = new Slab();
  #spare: Slab | null = null;
  #pendingBytes = 0;
  #dirty = false;
  #syncDue = false;
  #working = false;
  #failed = false;
  #onIdle: (() => void) | null = null;
  #closing: Promise<void> | null = null;
  packets = 0;
  bytes = 0;
  lost = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly onFailure: OnFailure,
    private readonly maxPendingBytes = 16 * 1024 * 1024,
  ) {}

  /** Takes the packet that stands at `start` of `source`. `offset`: whole milliseconds since the file's start. */
  take(source: Buffer, start: number, length: number, offset: number): void {
    const bytes = RECORD_HEADER_BYTES + length;
    if (this.#closing || this.#failed || this.#pendingBytes + bytes > this.maxPendingBytes) {
      this.lost++;
      return;
    }
    if (!this.#slab.hasRoom) this.#handOver();
    this.#slab.add(source, start, length, offset);
    this.#pendingBytes += bytes;
    this.packets++;
  }

  /** Hands what waits to the operating system. */
  flush(): void {
    // Where the disk is slow, what comes meanwhile is written in larger pieces.
    if (this.#waiting.length === 0) this.#handOver();
    this.#work();
  }

  /** Makes what was written survive a power cut. */
  sync(): void {
    this.#syncDue = true;
    this.#work();
  }

  /** Flushes, syncs and closes the file. Safe to call again. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    this.#handOver();
    this.sync();
    if (this.#working) await new Promise<void>((resolve) => (this.#onIdle = resolve));
    await this.file.close();
  }

  #handOver(): void {
    if (this.#slab.end === 0) return;
    this.#waiting.push(this.#slab);
    this.#slab = this.#spare ?? new Slab();
    this.#spare = null;
  }

  /** Does the next thing that is due. With callbacks: for so many files, promises would be half of the work. */
  #work(): void {
    if (this.#working || this.#failed) return;
    const slab = this.#waiting[0];
    if (!slab && !(this.#syncDue && this.#dirty)) return this.#onIdle?.();
    this.#working = true;
    if (slab) {
      const { memory, start, end } = slab;
      write(this.file.fd, memory, start, end - start, null, (error, bytes) => {
        this.#done(error, () => this.#written(slab, bytes));
      });
    } else {
      [this.#syncDue, this.#dirty] = [false, false];
      fdatasync(this.file.fd, (error) => this.#done(error));
    }
  }

  #done(error: NodeJS.ErrnoException | null, then?: () => void): void {
    this.#working = false;
    if (error) return this.#fail(error);
    then?.();
    this.#work();
  }

  /** The kernel may have taken a part only. */
  #written(slab: Slab, bytes: number): void {
    slab.start += bytes;
    this.#pendingBytes -= bytes;
    this.bytes += bytes;
    this.#dirty = true;
    if (slab.start < slab.end) return;
    this.#waiting.shift();
    slab.clear();
    this.#spare = slab;
  }

  #fail(error: NodeJS.ErrnoException): void {
    this.#failed = true;
    this.#waiting = [];
    this.onFailure(error);
    this.#onIdle?.();
  }
}
