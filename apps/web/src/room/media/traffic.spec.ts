import { addReport, emptySample, qualityOf, trafficBetween } from './traffic';

describe('traffic', () => {
  it('counts the pair in use, and the losses of each stream', () => {
    const reports = [
      { type: 'candidate-pair', nominated: true, bytesReceived: 1000, bytesSent: 500, currentRoundTripTime: 0.042 },
      { type: 'candidate-pair', nominated: false, bytesReceived: 77, bytesSent: 77 },
      { type: 'inbound-rtp', packetsReceived: 90, packetsLost: 10 },
    ];
    expect(reports.reduce(addReport, emptySample)).toMatchObject({
      bytesReceived: 1000,
      bytesSent: 500,
      rttMs: 42,
      packetsLost: 10,
    });
  });

  it('is a rate over the time between, and adds up', () => {
    const before = { ...emptySample, atMs: 1000 };
    const now = { ...before, atMs: 3000, bytesReceived: 25_000, bytesSent: 2500 };
    expect(trafficBetween(before, now, 1)).toMatchObject({ downKbps: 100, upKbps: 10, megabytes: 1.0275 });
  });

  it('does not count back when a rebuilt transport begins at zero', () => {
    const before = { ...emptySample, atMs: 1000, bytesReceived: 1_000_000 };
    const now = { ...emptySample, atMs: 2000, bytesReceived: 5000 };
    expect(trafficBetween(before, now, 0).downKbps).toBe(40);
  });

  it('takes a late packet for no loss, and makes nothing of streams that have gone', () => {
    const before = { ...emptySample, atMs: 1000, packetsReceived: 1000, packetsLost: 60 };
    const late = { ...before, atMs: 1500, packetsReceived: 1050, packetsLost: 59 };
    expect(trafficBetween(before, late, 0)).toMatchObject({ received: 50, lost: 0, loss: 0 });
    const fewer = { ...before, atMs: 1500, packetsReceived: 300, packetsLost: 50 };
    expect(trafficBetween(before, fewer, 0)).toMatchObject({ received: 0, lost: 0, loss: 0 });
  });

  it.each([
    [0, 40, 'good'],
    [0.05, 40, 'fair'],
    [0, 400, 'fair'],
    [0.2, 40, 'weak'],
    [0, null, 'good'],
  ] as const)('loss %d and %s ms are %s', (loss, rttMs, quality) => {
    expect(qualityOf({ loss, rttMs })).toBe(quality);
  });
});
