import { PacketOrder, type OrderedPacket } from './packet-order';

function order(packets: { sequence: number; arrival?: number; timestamp?: number }[]): OrderedPacket[] {
  const window = new PacketOrder();
  const rest = { payloadType: 96, ssrc: 1, marker: false, payload: Buffer.alloc(1) };
  const all = packets.flatMap(({ sequence, arrival = 0, timestamp = 0 }) => [
    ...window.push({ ...rest, sequence: sequence & 0xffff, arrival, timestamp: timestamp >>> 0 }),
  ]);
  return [...all, ...window.flush()];
}

const steps = (packets: OrderedPacket[]) => packets.map(({ sequence }) => sequence - packets[0]!.sequence);

describe('PacketOrder', () => {
  it('puts late packets in their place and drops doubles', () => {
    const out = order([1, 2, 4, 5, 3, 3, 6, 2].map((sequence) => ({ sequence })));
    expect(steps(out)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(out.every(({ missing }) => missing === 0)).toBe(true);
  });

  it('goes on over the wrap-around of sequence numbers and timestamps', () => {
    const out = order(
      Array.from({ length: 200_000 }, (_, i) => ({ sequence: 65_000 + i, timestamp: 2 ** 32 - 1000 + i * 3000 })),
    );
    expect(out).toHaveLength(200_000);
    expect(out.at(-1)!.sequence - out[0]!.sequence).toBe(199_999);
    expect(out.at(-1)!.timestamp - out[0]!.timestamp).toBe(199_999 * 3000);
  });

  it('gives up on a packet after two seconds, and counts it', () => {
    const window = [1, 4, 5].map((sequence) => ({ sequence, arrival: 0 }));
    const out = order([...window, { sequence: 6, arrival: 2100 }, { sequence: 2, arrival: 2200 }]);
    expect(steps(out)).toEqual([0, 3, 4, 5]);
    expect(out.map(({ missing }) => missing)).toEqual([0, 2, 0, 0]);
  });

  it('follows a source that begins its numbers anew', () => {
    const out = order([
      ...[30_000, 30_001].map((sequence) => ({ sequence, arrival: 0 })),
      ...[5, 6, 7].map((sequence) => ({ sequence, arrival: 5000 })),
    ]);
    expect(out).toHaveLength(5);
  });

  it('holds no more than its window', () => {
    const window = new PacketOrder();
    const packet = { payloadType: 96, ssrc: 1, marker: false, payload: Buffer.alloc(1), arrival: 0, timestamp: 0 };
    expect([...window.push({ ...packet, sequence: 0 })]).toHaveLength(1);
    let out = 0;
    for (let i = 2; i < 6000; i++) out += [...window.push({ ...packet, sequence: i })].length;
    expect(out).toBeGreaterThan(4000);
  });
});
