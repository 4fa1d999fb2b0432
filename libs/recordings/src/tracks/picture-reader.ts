import type { OrderedPacket } from './packet-order';
import type { Picture, VideoCodec } from './picture';

/** A picture larger than this is no picture. */
const MAX_PICTURE_BYTES = 8 * 1024 * 1024;

/** A picture and the packet with which it began, whose clock is the picture's. */
export interface TimedPicture {
  picture: Picture;
  sequence: number;
  timestamp: number;
}

/**
 * Gathers packets to pictures. After a loss everything is left out up to the next key frame, because what comes between
 * refers to pictures that are not there.
 */
export class PictureReader {
  #packets: OrderedPacket[] = [];
  #bytes = 0;
  #broken = true;
  /** Pictures left out. */
  dropped = 0;

  constructor(private readonly codec: VideoCodec) {}

  /** Takes the next packet in order; returns the pictures that it completes: none, one, or (rarely) two. */
  push(packet: OrderedPacket): TimedPicture[] {
    const done: (TimedPicture | null)[] = [];
    if (packet.missing > 0) this.#loseTrack();
    else if (this.#packets[0] && this.#packets[0].timestamp !== packet.timestamp) done.push(this.#finish());
    if (packet.payload.length > 0) this.#add(packet);
    if (packet.marker) done.push(this.#finish());
    return done.filter((picture) => picture !== null);
  }

  #add(packet: OrderedPacket): void {
    this.#packets.push(packet);
    this.#bytes += packet.payload.length;
    if (this.#bytes > MAX_PICTURE_BYTES) this.#loseTrack();
  }

  #loseTrack(): void {
    if (this.#packets.length > 0) this.dropped++;
    this.#broken = true;
    this.#clear();
  }

  #finish(): TimedPicture | null {
    const first = this.#packets[0];
    if (!first) return null;
    const picture = this.codec.assemble(this.#packets.map(({ payload }) => payload));
    this.#clear();
    this.#broken = !picture || (this.#broken && !picture.keyframe);
    if (picture && !this.#broken) return { picture, sequence: first.sequence, timestamp: first.timestamp };
    this.dropped++;
    return null;
  }

  #clear(): void {
    this.#packets = [];
    this.#bytes = 0;
  }
}
