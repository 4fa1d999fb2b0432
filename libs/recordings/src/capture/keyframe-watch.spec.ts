import { KeyframeWatch, pictureLossIndication } from './keyframe-watch';

/** Shows it an RTP packet that stands somewhere in a buffer. */
function see(watch: KeyframeWatch, sequence: number, now: number): void {
  const memory = Buffer.alloc(20);
  memory.writeUInt8(0x80, 8);
  memory.writeUInt16BE(sequence & 0xffff, 10);
  memory.writeUInt32BE(77, 16);
  watch.see(memory, 8, 12, now);
}

describe('KeyframeWatch', () => {
  it('is content while nothing is missing, over the wrap-around too', () => {
    const watch = new KeyframeWatch();
    for (let i = 65_500; i < 65_600; i++) see(watch, i, i);
    expect(watch.due(100_000)).toBe(false);
    expect(watch.ssrc).toBe(77);
  });

  it('waits for a retransmission before it asks', () => {
    const watch = new KeyframeWatch();
    [1, 2, 5].forEach((sequence) => see(watch, sequence, 0));
    see(watch, 3, 100);
    expect(watch.due(300)).toBe(false);
    see(watch, 4, 350);
    expect(watch.due(1000)).toBe(false);
  });

  it('asks once for a packet that stays away, and not more than once a second', () => {
    const watch = new KeyframeWatch();
    [1, 3].forEach((sequence) => see(watch, sequence, 0));
    expect(watch.due(399)).toBe(false);
    expect(watch.due(401)).toBe(true);
    expect(watch.due(402)).toBe(false);
    see(watch, 9, 500);
    expect(watch.due(950)).toBe(false);
    expect(watch.due(1500)).toBe(true);
    expect(watch.due(9000)).toBe(false);
  });

  it('asks at once after a great hole', () => {
    const watch = new KeyframeWatch();
    [1, 2000].forEach((sequence) => see(watch, sequence, 0));
    expect(watch.due(1)).toBe(true);
  });

  it('writes the question of RFC 4585', () => {
    expect(pictureLossIndication(0x01020304).toString('hex')).toBe('81ce00020000000101020304');
  });
});
