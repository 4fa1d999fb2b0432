/** Packets late by less than this may still come as retransmissions. */
const PATIENCE_MS = 400;
/** At most one request in this time: an encoder answers every one with a large picture. */
const INTERVAL_MS = 1000;
const MAX_MISSING = 512;

/**
 * Watches the sequence numbers of a video track for packets that stay away. Nobody watches a recording live, so nobody
 * else would ask for the key frame without which all later pictures are lost.
 */
export class KeyframeWatch {
  #highest: number | null = null;
  #missing = new Map<number, number>();
  #lastRequest = -Infinity;
  #overflow = false;
  ssrc: number | null = null;

  /** Sees the RTP packet (RFC 3550 §5.1) at a place. `now`: milliseconds. */
  see(memory: Buffer, at: number, length: number, now: number): void {
    if (length < 12) return;
    const sequence = memory.readUInt16BE(at + 2);
    this.ssrc = memory.readUInt32BE(at + 8);
    if (this.#highest === null) this.#highest = sequence;
    const ahead = (sequence - this.#highest) & 0xffff;
    if (ahead === 0 || ahead > 0x7fff) {
      this.#missing.delete(sequence);
      return;
    }
    this.#noteMissing(this.#highest, ahead, now);
    this.#highest = sequence;
  }

  /** True when a key frame should be asked for now; the question itself counts as the request. */
  due(now: number): boolean {
    if (now - this.#lastRequest < INTERVAL_MS || !(this.#overflow || this.#anyOverdue(now))) return false;
    this.#missing.clear();
    this.#overflow = false;
    this.#lastRequest = now;
    return true;
  }

  #noteMissing(highest: number, ahead: number, now: number): void {
    if (this.#missing.size + ahead > MAX_MISSING) {
      this.#missing.clear();
      this.#overflow = true;
      return;
    }
    for (let i = 1; i < ahead; i++) this.#missing.set((highest + i) & 0xffff, now);
  }

  #anyOverdue(now: number): boolean {
    for (const since of this.#missing.values()) return now - since >= PATIENCE_MS;
    return false;
  }
}

/** A Picture Loss Indication: RTCP payload-specific feedback, RFC 4585 §6.3.1, reduced-size (RFC 5506). */
export function pictureLossIndication(mediaSsrc: number): Buffer {
  const packet = Buffer.alloc(12);
  packet.writeUInt8(0x81, 0);
  packet.writeUInt8(206, 1);
  packet.writeUInt16BE(2, 2);
  packet.writeUInt32BE(1, 4);
  packet.writeUInt32BE(mediaSsrc, 8);
  return packet;
}
