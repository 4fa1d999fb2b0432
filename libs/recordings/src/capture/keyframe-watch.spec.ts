import { KeyframeWatch, pictureLossIndication } from './keyframe-watch';

function packet(sequence: number): Buffer {
  const data = Buffer.alloc(12);
  data[0] = 0x80;
  data.writeUInt16BE(sequence & 0xffff, 2);
  data.writeUInt32BE(77, 8);
  return data;
}

describe('KeyframeWatch', () => {
  it('is content while nothing is missing, over the wrap-around too', () => {
    const watch = new KeyframeWatch();
    for (let i = 65_500; i < 65_600; i++) watch.see(packet(i), i);
    expect(watch.due(100_000)).toBe(false);
    expect(watch.ssrc).toBe(77);
  });

  it('waits for a retransmission before it asks', () => {
    const watch = new KeyframeWatch();
    [1, 2, 5].forEach((sequence) => watch.see(packet(sequence), 0));
    watch.see(packet(3), 100);
    expect(watch.due(300)).toBe(false);
    watch.see(packet(4), 350);
    expect(watch.due(1000)).toBe(false);
  });

  it('asks once for a packet that stays away, and not more than once a second', () => {
    const watch = new KeyframeWatch();
    [1, 3].forEach((sequence) => watch.see(packet(sequence), 0));
    expect(watch.due(399)).toBe(false);
    expect(watch.due(401)).toBe(true);
    expect(watch.due(402)).toBe(false);
    watch.see(packet(9), 500);
    expect(watch.due(950)).toBe(false);
    expect(watch.due(1500)).toBe(true);
    expect(watch.due(9000)).toBe(false);
  });

  it('asks at once after a great hole', () => {
    const watch = new KeyframeWatch();
    [1, 2000].forEach((sequence) => watch.see(packet(sequence), 0));
    expect(watch.due(1)).toBe(true);
  });

  it('writes the question of RFC 4585', () => {
    expect(pictureLossIndication(0x01020304).toString('hex')).toBe('81ce00020000000101020304');
  });
});
