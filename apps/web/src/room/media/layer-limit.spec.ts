import { LayerLimit } from './layer-limit';
import { simulcast } from './layering';

/** As mediasoup-client's: it leaves out what equals its memory, and remembers a change once it is made (or has failed). */
class FakeProducer {
  closed = false;
  readonly kind = 'video' as const;
  maxSpatialLayer: number | undefined;
  encodings = [{ active: true }, { active: true }, { active: true }];
  changes = 0;
  private readonly waiting: (() => void)[] = [];
  failNext = false;

  readonly rtpSender = { getParameters: () => ({ encodings: this.encodings }) } as unknown as RTCRtpSender;

  async setMaxSpatialLayer(layer: number): Promise<void> {
    if (layer === this.maxSpatialLayer) return;
    this.changes += 1;
    await new Promise<void>((done) => this.waiting.push(done));
    if (!this.failNext) this.encodings = this.encodings.map((_, index) => ({ active: index <= layer }));
    this.failNext = false;
    this.maxSpatialLayer = layer;
  }

  setRtpEncodingParameters(): Promise<void> {
    return Promise.reject(new Error('The streams of a simulcast are not changed so.'));
  }

  /** Lets one change be made. */
  async make(): Promise<void> {
    this.waiting.shift()?.();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  }

  get active(): number {
    return this.encodings.filter(({ active }) => active).length;
  }
}

describe('the limit of layers', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('follows the wish, down to nothing and up again', async () => {
    const producer = new FakeProducer();
    const limit = new LayerLimit(producer, simulcast);
    for (const [wish, active] of [
      [1, 2],
      [null, 0],
      [0, 1],
      [4, 3],
    ] as const) {
      limit.set(wish);
      await producer.make();
      expect(producer.active).toBe(active);
    }
  });

  it('ends with the last wish, also where that equals the one before the change under way', async () => {
    const producer = new FakeProducer();
    const limit = new LayerLimit(producer, simulcast);
    limit.set(1);
    await producer.make();
    limit.set(null);
    limit.set(1);
    await producer.make();
    await producer.make();
    expect(producer.active).toBe(2);
  });

  it('negotiates nothing for what is so already', () => {
    const producer = new FakeProducer();
    new LayerLimit(producer, simulcast).set(2);
    expect(producer.changes).toBe(0);
  });

  it('tries again what has failed, and leaves no timer behind', async () => {
    const producer = new FakeProducer();
    const limit = new LayerLimit(producer, simulcast);
    producer.failNext = true;
    limit.set(0);
    await producer.make();
    expect(producer.active).toBe(3);
    await jest.advanceTimersByTimeAsync(500);
    await producer.make();
    await producer.make();
    expect(producer.active).toBe(1);
    limit.set(1);
    producer.failNext = true;
    await producer.make();
    limit.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});
