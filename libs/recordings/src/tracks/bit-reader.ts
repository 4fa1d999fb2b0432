/** Reads a buffer bit by bit, the highest of each byte first; beyond its end all bits are 0. */
export class BitReader {
  #position = 0;

  constructor(private readonly data: Buffer) {}

  /** The next `count` bits (up to 31) as a number. */
  read(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      const byte = this.data[this.#position >> 3] ?? 0;
      value = (value << 1) | ((byte >> (7 - (this.#position & 7))) & 1);
      this.#position++;
    }
    return value;
  }

  skip(count: number): void {
    this.#position += count;
  }

  /** Exp-Golomb, unsigned (ITU-T H.264 §9.1). */
  ue(): number {
    let zeros = 0;
    while (zeros < 31 && this.#position < this.data.length * 8 && this.read(1) === 0) zeros++;
    return (1 << zeros) - 1 + this.read(zeros);
  }

  /** Exp-Golomb, signed (ITU-T H.264 §9.1.1). */
  se(): number {
    const value = this.ue();
    return value & 1 ? (value + 1) >> 1 : -(value >> 1);
  }
}
