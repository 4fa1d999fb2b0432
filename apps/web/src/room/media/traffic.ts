/** Totals at one moment, summed over the transports. */
export interface TrafficSample {
  atMs: number;
  bytesReceived: number;
  bytesSent: number;
  packetsReceived: number;
  packetsLost: number;
  rttMs: number | null;
}

export interface Traffic {
  downKbps: number;
  upKbps: number;
  /** Received and sent since entering. */
  megabytes: number;
  /** Packets of media that came, and that did not. */
  received: number;
  lost: number;
  /** 0 to 1, of the packets that should have come. */
  loss: number;
  rttMs: number | null;
}

export const emptySample: TrafficSample = {
  atMs: 0,
  bytesReceived: 0,
  bytesSent: 0,
  packetsReceived: 0,
  packetsLost: 0,
  rttMs: null,
};

interface Report {
  type: string;
  bytesReceived?: number;
  bytesSent?: number;
  packetsReceived?: number;
  packetsLost?: number;
  currentRoundTripTime?: number;
  nominated?: boolean;
}

const plus = (a: number, b: number | undefined): number => a + (b ?? 0);

/** Adds one report of `getStats` to a sample. */
export function addReport(sample: TrafficSample, report: Report): TrafficSample {
  if (report.type === 'candidate-pair' && report.nominated) {
    return {
      ...sample,
      bytesReceived: plus(sample.bytesReceived, report.bytesReceived),
      bytesSent: plus(sample.bytesSent, report.bytesSent),
      rttMs: report.currentRoundTripTime === undefined ? sample.rttMs : Math.round(report.currentRoundTripTime * 1000),
    };
  }
  if (report.type !== 'inbound-rtp') return sample;
  return {
    ...sample,
    packetsReceived: plus(sample.packetsReceived, report.packetsReceived),
    packetsLost: plus(sample.packetsLost, report.packetsLost),
  };
}

/** What went over the line between two samples. A rebuilt transport begins at zero again, which must not count back. */
export function trafficBetween(before: TrafficSample, now: TrafficSample, megabytesBefore: number): Traffic {
  const seconds = Math.max(0.001, (now.atMs - before.atMs) / 1000);
  const gained = (key: 'bytesReceived' | 'bytesSent'): number =>
    now[key] >= before[key] ? now[key] - before[key] : now[key];
  const [down, up] = [gained('bytesReceived'), gained('bytesSent')];
  const { got, lost } = packetsBetween(before, now);
  return {
    downKbps: Math.round((down * 8) / 1000 / seconds),
    upKbps: Math.round((up * 8) / 1000 / seconds),
    megabytes: megabytesBefore + (down + up) / 1_000_000,
    received: got,
    lost,
    loss: got + lost > 0 ? lost / (got + lost) : 0,
    rttMs: now.rttMs,
  };
}

/**
 * Packets that came late are taken off the lost ones again, which must not look like a new count; and where streams have
 * gone, the sums of the others say nothing about this stretch of time.
 */
function packetsBetween(before: TrafficSample, now: TrafficSample): { got: number; lost: number } {
  const got = now.packetsReceived - before.packetsReceived;
  if (got < 0) return { got: 0, lost: 0 };
  return { got, lost: Math.max(0, now.packetsLost - before.packetsLost) };
}

export type LineQuality = 'good' | 'fair' | 'weak';

/** How the line does, in the words of the page. Opus bears 5 % of loss well; above 10 % speech suffers. */
export function qualityOf({ loss, rttMs }: Pick<Traffic, 'loss' | 'rttMs'>): LineQuality {
  if (loss > 0.1 || (rttMs ?? 0) > 800) return 'weak';
  return loss > 0.03 || (rttMs ?? 0) > 300 ? 'fair' : 'good';
}
