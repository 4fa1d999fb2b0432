import { LayerLimit } from './layer-limit';
import { scalable, scalableEncoding, scalableProfile } from './scalable';

/** Takes over what it is told, as a browser's sender does. */
class FakeProducer {
  closed = false;
  readonly kind = 'video' as const;
  maxSpatialLayer = undefined;
  encoding: Record<string, unknown> = { active: true, ...scalableEncoding(scalableProfile(720)) };
  changes = 0;
  failNext = false;

  readonly rtpSender = { getParameters: () => ({ encodings: [this.encoding] }) } as unknown as RTCRtpSender;

  setMaxSpatialLayer(): Promise<void> {
    return Promise.reject(new Error('One stream has no streams to leave out.'));
  }

  setRtpEncodingParameters(params: object): Promise<void> {
    this.changes += 1;
    if (this.failNext) {
      this.failNext = false;
      return Promise.reject(new Error('Not now.'));
    }
    this.encoding = { ...this.encoding, ...params };
    return Promise.resolve();
  }
}

const turns = async () => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

describe('scalable layers', () => {
  it.each([
    [1080, 'L3T3_KEY', 1.5],
    [720, 'L3T3_KEY', 1],
    [480, 'L2T3_KEY', 1],
    [240, 'L1T3', 1],
  ])('a camera of %i lines is sent as %s, scaled down by %f', (height, scalabilityMode, scaleResolutionDownBy) => {
    expect(scalableEncoding(scalableProfile(height))).toMatchObject({ scalabilityMode, scaleResolutionDownBy });
  });

  it('keeps the size of each layer when those above it are spared, and sends fewer bits', () => {
    const profile = scalableProfile(720);
    expect(scalableEncoding(profile, 4)).toEqual(scalableEncoding(profile, 2));
    expect(scalableEncoding(profile, 1)).toMatchObject({ scalabilityMode: 'L2T3_KEY', scaleResolutionDownBy: 2 });
    expect(scalableEncoding(profile, 0)).toMatchObject({ scalabilityMode: 'L1T3', scaleResolutionDownBy: 4 });
    expect([...profile.rates].sort((a, b) => a - b)).toEqual(profile.rates);
  });

  it('follow what is watched: fewer, none at all, and all again; nothing is negotiated for what is so', async () => {
    const producer = new FakeProducer();
    const limit = new LayerLimit(producer, scalable(scalableProfile(720)));
    for (const [wish, active, scalabilityMode] of [
      [0, true, 'L1T3'],
      [null, false, 'L1T3'],
      [1, true, 'L2T3_KEY'],
      [4, true, 'L3T3_KEY'],
    ] as const) {
      limit.set(wish);
      await turns();
      expect(producer.encoding).toMatchObject({ active, scalabilityMode });
    }
    const { changes } = producer;
    limit.set(2);
    await turns();
    expect(producer.changes).toBe(changes);
    limit.close();
  });

  it('try again what has failed', async () => {
    jest.useFakeTimers();
    const producer = new FakeProducer();
    const limit = new LayerLimit(producer, scalable(scalableProfile(720)));
    producer.failNext = true;
    limit.set(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(producer.encoding.scalabilityMode).toBe('L3T3_KEY');
    await jest.advanceTimersByTimeAsync(500);
    expect(producer.encoding.scalabilityMode).toBe('L1T3');
    limit.close();
    jest.useRealTimers();
  });
});
