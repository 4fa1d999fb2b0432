import type { FileHandle } from 'node:fs/promises';

/** Called once when the file can no longer be written. */
type OnFailure = (error: NodeJS.ErrnoException) => void;

/** Packets are copied together in pieces of this size: one large buffer costs far less to write than hundreds of small ones. */
const SLAB_BYTES = 64 * 1024;

/**
 * Appends buffers to a file in batches: one write per flush, one `fdatasync` per sync, never two at a time. What
 * waits is bounded: beyond the limit packets are counted as lost rather than kept.
 */
export class PacketLog {
  /** Full slabs that wait. */
  #pending: Buffer[] = [];
  #slab = Buffer.alloc(0);
  /** What is in the slab and was not handed on yet. */
  #from = 0;
  #to = 0;
  #pendingBytes = 0;
  #dirty = false;
  #failed = false;
  #tail: Promise<void> = Promise.resolve();
  #flushQueued = false;
  #closing: Promise<void> | null = null;
  packets = 0;
  bytes = 0;
  lost = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly onFailure: OnFailure,
    private readonly maxPendingBytes = 16 * 1024 * 1024,
  ) {}

  /** Takes one packet with the header of its record. */
  push(header: Buffer, packet: Buffer): void {
    if (this.#closing || this.#failed || this.#pendingBytes + packet.length > this.maxPendingBytes) {
      this.lost++;
      return;
    }
    const length = header.length + packet.length;
    if (this.#to + length > this.#slab.length) this.#begin(length);
    this.#to += header.copy(this.#slab, this.#to);
    this.#to += packet.copy(this.#slab, this.#to);
    this.#pendingBytes += length;
    this.packets++;
  }

  /** Hands what waits to the operating system. */
  flush(): void {
    if (this.#flushQueued || this.#pendingBytes === 0) return;
    this.#flushQueued = true;
    this.#enqueue(() => this.#write());
  }

  /** Makes what was written survive a power cut. */
  sync(): void {
    if (this.#dirty) this.#enqueue(() => this.#sync());
  }

  /** Flushes, syncs and closes the file. Safe to call again. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    await this.#tail;
    this.#enqueue(() => this.#write());
    this.#enqueue(() => this.#sync());
    await this.#tail;
    await this.file.close();
  }

  async #write(): Promise<void> {
    this.#flushQueued = false;
    const batch = this.#take();
    if (batch.length > 0) await writeAll(this.file, batch);
    const bytes = batch.reduce((sum, buffer) => sum + buffer.length, 0);
    this.#pendingBytes -= bytes;
    this.bytes += bytes;
    this.#dirty ||= batch.length > 0;
  }

  #begin(length: number): void {
    this.#pending = this.#take();
    this.#slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, length));
    [this.#from, this.#to] = [0, 0];
  }

  /** What waits; the rest of the slab is for what comes. */
  #take(): Buffer[] {
    const batch = this.#pending;
    if (this.#to > this.#from) batch.push(this.#slab.subarray(this.#from, this.#to));
    this.#from = this.#to;
    this.#pending = [];
    return batch;
  }

  async #sync(): Promise<void> {
    if (!this.#dirty) return;
    this.#dirty = false;
    await this.file.datasync();
  }

  #enqueue(work: () => Promise<void>): void {
    this.#tail = this.#tail.then(async () => {
      if (!this.#failed) await work();
    });
    this.#tail = this.#tail.catch((error: NodeJS.ErrnoException) => this.#fail(error));
  }

  #fail(error: NodeJS.ErrnoException): void {
    this.#failed = true;
    this.#pending = [];
    this.onFailure(error);
  }
}

/** Node passes at most IOV_MAX (1024) buffers to one `writev`, and the kernel may take a part of them. */
async function writeAll(file: FileHandle, buffers: Buffer[]): Promise<void> {
  for (let i = 0; i < buffers.length; i += 1024) {
    const slice = buffers.slice(i, i + 1024);
    const length = slice.reduce((sum, buffer) => sum + buffer.length, 0);
    const { bytesWritten } = await file.writev(slice);
    if (bytesWritten < length) await file.appendFile(Buffer.concat(slice).subarray(bytesWritten));
  }
}
