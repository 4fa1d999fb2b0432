import { trackPaths } from '../capture/track-file';
import type { TrackInfo } from '../capture/track-info';
import { ClockFitter, type ClockMap } from './clock-map';
import { orderedPackets, type OrderedPacket } from './packet-order';
import { readRtpdump } from './rtpdump-reader';

/** The packets of a track in order, and when they were sent. It is read twice: to learn the clock, then for the media. */
export class TrackSource {
  private constructor(
    private readonly path: string,
    private readonly info: TrackInfo,
    private readonly clock: ClockMap,
    private readonly recordingStart: number,
  ) {}

  /** Learns the track's clock; null when it has no packets. `recordingStart`: epoch milliseconds. */
  static async open(dir: string, info: TrackInfo, recordingStart: number): Promise<TrackSource | null> {
    const path = trackPaths(dir, info.trackId).dump;
    const fitter = new ClockFitter();
    for await (const { sequence, timestamp, arrival } of orderedPackets(readRtpdump(path), info)) {
      fitter.add(sequence, mediaMs(timestamp, info), arrival);
    }
    const clock = fitter.fit();
    return clock && new TrackSource(path, info, clock, recordingStart);
  }

  packets(): AsyncGenerator<OrderedPacket> {
    return orderedPackets(readRtpdump(this.path), this.info);
  }

  /** Milliseconds from the recording's start; negative for what came before it. */
  time({ sequence, timestamp }: { sequence: number; timestamp: number }): number {
    return this.clock.arrival(sequence, mediaMs(timestamp, this.info)) + this.info.startedAt - this.recordingStart;
  }
}

function mediaMs(timestamp: number, { clockRate }: TrackInfo): number {
  return (timestamp * 1000) / clockRate;
}
