import { MAX_PACKET_BYTES, RECORD_HEADER_BYTES, writeRecordHeader } from './rtpdump';

/** So much goes to the file at once: one large buffer costs far less to write than hundreds of small ones. */
const SLAB_BYTES = 256 * 1024;

/** Records on their way to the file. Packets are received straight into the place from which they are written. */
export class Slab {
  readonly view: DataView;
  /** What comes before has been written. */
  start = 0;
  end = 0;

  constructor(readonly memory = Buffer.allocUnsafeSlow(SLAB_BYTES)) {
    this.view = new DataView(memory.buffer, memory.byteOffset, memory.length);
  }

  /** Where the next packet belongs. */
  get at(): number {
    return this.end + RECORD_HEADER_BYTES;
  }

  /** For one more packet, whatever its size. */
  get hasRoom(): boolean {
    return this.at + MAX_PACKET_BYTES <= this.memory.length;
  }

  /** Makes a record of the packet that was put there. */
  add(length: number, offset: number): void {
    writeRecordHeader(this.view, this.end, length, offset);
    this.end = this.at + length;
  }

  /** Empties it, to be filled again: memory that was used before is cheaper than new memory. */
  clear(): void {
    [this.start, this.end] = [0, 0];
  }
}
