import { trackPaths } from '../capture/track-file';
import type { TrackInfo } from '../capture/track-info';
import { RecordedTime } from '../timeline/recorded-time';
import { ClockFitter, type ClockMap } from './clock-map';
import type { RecordingSpan } from './convert-track';
import { orderedPackets, type OrderedPacket } from './packet-order';
import { readRtpdump } from './rtpdump-reader';

/** The packets of a track in order, and when they were sent. It is read twice: to learn the clock, then for the media. */
export class TrackSource {
  private constructor(
    private readonly path: string,
    private readonly info: TrackInfo,
    private readonly clock: ClockMap,
    private readonly recordingStart: number,
    private readonly recorded: RecordedTime,
  ) {}

  /** Learns the track's clock; null when it has no packets. */
  static async open(dir: string, info: TrackInfo, span: RecordingSpan): Promise<TrackSource | null> {
    const path = trackPaths(dir, info.trackId).dump;
    const fitter = new ClockFitter();
    for await (const { sequence, timestamp, arrival } of orderedPackets(readRtpdump(path), info)) {
      fitter.add(sequence, mediaMs(timestamp, info), arrival);
    }
    const clock = fitter.fit();
    return clock && new TrackSource(path, info, clock, span.startedAt, new RecordedTime(span.pauses));
  }

  /** Those of pauses are as good as lost: the pictures after them must not refer to them. */
  async *packets(): AsyncGenerator<OrderedPacket> {
    let hidden = 0;
    for await (const packet of orderedPackets(readRtpdump(this.path), this.info)) {
      if (this.recorded.isPaused(this.ownTime(packet))) {
        hidden += 1 + packet.missing;
        continue;
      }
      yield { ...packet, missing: packet.missing + hidden };
      hidden = 0;
    }
  }

  /** Milliseconds from the result's start; negative for what came before it. */
  time(packet: Pick<OrderedPacket, 'sequence' | 'timestamp'>): number {
    return this.recorded.of(this.ownTime(packet));
  }

  private ownTime({ sequence, timestamp }: Pick<OrderedPacket, 'sequence' | 'timestamp'>): number {
    return this.clock.arrival(sequence, mediaMs(timestamp, this.info)) + this.info.startedAt - this.recordingStart;
  }
}

function mediaMs(timestamp: number, { clockRate }: TrackInfo): number {
  return (timestamp * 1000) / clockRate;
}
