import type { LineLook } from './bandwidth-mode';
import { emptySample, type Traffic, trafficBetween, type TrafficSample } from './traffic';

/** A weak line is to be noticed within three seconds. */
const SAMPLE_MS = 500;
/** Figures that change more often cannot be read. */
const SHOW_MS = 1900;

export const noTraffic: Traffic = {
  downKbps: 0,
  upKbps: 0,
  megabytes: 0,
  received: 0,
  lost: 0,
  loss: 0,
  rttMs: null,
};

export interface MeterPorts {
  /** The totals now; undefined while there are no media. */
  sample(): Promise<TrafficSample | undefined>;
  /** For decisions: each half second. */
  look(look: LineLook): void;
  /** For people: each two seconds. */
  show(traffic: Traffic): void;
}

/** Reads what goes over the line, from its making until `close`. */
export class TrafficMeter {
  private last: TrafficSample = emptySample;
  private lastShown: TrafficSample = emptySample;
  private megabytes = 0;
  private readonly timer = setInterval(() => void this.read(), SAMPLE_MS);

  constructor(private readonly ports: MeterPorts) {}

  close(): void {
    clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    const now = await this.ports.sample().catch(() => undefined);
    if (!now) return;
    // The first sample has no stretch of time to be a rate of.
    if (this.last.atMs > 0) {
      const { received, lost } = trafficBetween(this.last, now, 0);
      this.ports.look({ atMs: now.atMs, received, lost });
    }
    this.last = now;
    if (now.atMs - this.lastShown.atMs >= SHOW_MS) this.show(now);
  }

  private show(now: TrafficSample): void {
    if (this.lastShown.atMs > 0) {
      const traffic = trafficBetween(this.lastShown, now, this.megabytes);
      this.megabytes = traffic.megabytes;
      this.ports.show(traffic);
    }
    this.lastShown = now;
  }
}
