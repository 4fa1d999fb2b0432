import { MAX_PACKET_BYTES, RECORD_HEADER_BYTES, writeRecordHeader } from './rtpdump';

/** So much goes to the file at once: one large buffer costs far less to write than hundreds of small ones. */
const SLAB_BYTES = 256 * 1024;

/** Records on their way to the file. */
export class Slab {
  /** What comes before has been written. */
  start = 0;
  end = 0;

  constructor(readonly memory = Buffer.allocUnsafeSlow(SLAB_BYTES)) {}

  /** For one more packet, whatever its size. */
  get hasRoom(): boolean {
    return this.end + RECORD_HEADER_BYTES + MAX_PACKET_BYTES <= this.memory.length;
  }

  /** Makes a record of the packet that stands at `start` of `source`. */
  add(source: Buffer, start: number, length: number, offset: number): void {
    const at = this.end + RECORD_HEADER_BYTES;
    source.copy(this.memory, at, start, start + length);
    writeRecordHeader(this.memory, this.end, length, offset);
    this.end = at + length;
  }

  /** Empties it, to be filled again: memory that was used before is cheaper than new memory. */
  clear(): void {
    [this.start, this.end] = [0, 0];
  }
}
