import type { DumpRecord } from './rtpdump-reader';
import { parseRtp, type RtpPacket } from './rtp-packet';

/** A packet in its place. */
export interface OrderedPacket {
  /** Sequence number without wrap-around. */
  sequence: number;
  /** RTP timestamp without wrap-around, in units of the clock rate. */
  timestamp: number;
  /** Milliseconds since the file's start. */
  arrival: number;
  marker: boolean;
  payload: Buffer;
  /** Packets that never came between this one and the one before. */
  missing: number;
}

/** How long to wait for a retransmission, and how many packets to hold meanwhile. */
const WAIT_MS = 2000;
const MAX_HELD = 4096;
/** A packet this far behind is not late: the source has begun its numbers anew. */
const LATE_LIMIT = 1500;

type Held = RtpPacket & { arrival: number };

/**
 * Puts the packets of one source in order of sequence number: retransmissions go where they belong, doubles are
 * dropped, and what never came is counted. Other sources (by payload type and SSRC) are left out.
 */
export async function* orderedPackets(
  records: AsyncIterable<DumpRecord>,
  source: { payloadType: number; ssrc: number },
): AsyncGenerator<OrderedPacket> {
  const order = new PacketOrder();
  for await (const { offset, rtcp, packet } of records) {
    const rtp = rtcp ? null : parseRtp(packet);
    if (rtp?.ssrc !== source.ssrc || rtp.payloadType !== source.payloadType) continue;
    yield* order.push({ ...rtp, arrival: offset });
  }
  yield* order.flush();
}

/** The window in which packets wait for those before them. */
export class PacketOrder {
  readonly #held = new Map<number, Held>();
  #highest: number | null = null;
  #next = 0;
  #timestamp: number | null = null;

  /** Takes a packet as it arrived; returns those that are now in order. */
  *push(packet: Held): Generator<OrderedPacket> {
    const sequence = this.#extend(packet.sequence);
    if (sequence < this.#next || this.#held.has(sequence)) return;
    this.#held.set(sequence, packet);
    yield* this.#ready();
    while (this.#held.size > 0 && this.#overdue(packet.arrival)) {
      yield* this.#skip();
      yield* this.#ready();
    }
  }

  /** Returns what is left when no more will come. */
  *flush(): Generator<OrderedPacket> {
    while (this.#held.size > 0) {
      yield* this.#skip();
      yield* this.#ready();
    }
  }

  #extend(sequence: number): number {
    if (this.#highest === null) {
      this.#highest = sequence;
      this.#next = sequence;
    }
    const ahead = (sequence - this.#highest) & 0xffff;
    const step = ahead >= 0x10000 - LATE_LIMIT ? ahead - 0x10000 : ahead;
    this.#highest = Math.max(this.#highest, this.#highest + step);
    return step < 0 ? this.#highest + step : this.#highest;
  }

  *#ready(missing = 0): Generator<OrderedPacket> {
    for (let packet = this.#held.get(this.#next); packet; packet = this.#held.get(this.#next)) {
      this.#held.delete(this.#next);
      const { arrival, marker, payload } = packet;
      yield { sequence: this.#next++, timestamp: this.#unwrap(packet.timestamp), arrival, marker, payload, missing };
      missing = 0;
    }
  }

  *#skip(): Generator<OrderedPacket> {
    const first = Math.min(...this.#held.keys());
    const missing = first - this.#next;
    this.#next = first;
    yield* this.#ready(missing);
  }

  #overdue(now: number): boolean {
    if (this.#held.size >= MAX_HELD) return true;
    // Insertion order is order of arrival, so the first one has waited longest.
    const [oldest] = this.#held.values();
    return oldest !== undefined && now - oldest.arrival > WAIT_MS;
  }

  #unwrap(timestamp: number): number {
    const last = this.#timestamp ?? timestamp;
    this.#timestamp = last + ((timestamp - last) | 0);
    return this.#timestamp;
  }
}
