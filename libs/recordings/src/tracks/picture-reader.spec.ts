import type { OrderedPacket } from './packet-order';
import { PictureReader } from './picture-reader';

/** A codec whose first byte says K or P, and whose pictures begin with it. */
const codec = {
  codecId: 'TEST',
  assemble: (payloads: Buffer[]) => {
    const data = Buffer.concat(payloads);
    return /^[KP]/.test(data.toString()) ? { data, keyframe: data.toString().startsWith('K') } : null;
  },
};

function read(packets: [payload: string, timestamp: number, marker: boolean, missing?: number][]) {
  const reader = new PictureReader(codec);
  const pictures = packets.flatMap(([payload, timestamp, marker, missing = 0], sequence) => {
    const packet: OrderedPacket = { sequence, timestamp, arrival: 0, marker, payload: Buffer.from(payload), missing };
    return reader.push(packet).map(({ picture }) => picture.data.toString());
  });
  return { pictures, dropped: reader.dropped };
}

describe('PictureReader', () => {
  it('begins with a key frame and joins what belongs together', () => {
    const { pictures, dropped } = read([
      ['P0', 0, true],
      ['K1', 1, false],
      ['+', 1, true],
      ['P2', 2, true],
    ]);
    expect(pictures).toEqual(['K1+', 'P2']);
    expect(dropped).toBe(1);
  });

  it('ends a picture at a new timestamp when there was no marker', () => {
    expect(
      read([
        ['K1', 1, false],
        ['P2', 2, true],
      ]).pictures,
    ).toEqual(['K1', 'P2']);
  });

  it('leaves everything out from a loss to the next key frame', () => {
    const { pictures, dropped } = read([
      ['K1', 1, true],
      ['P2', 2, false],
      ['+', 2, true, 1],
      ['P3', 3, true],
      ['K4', 4, true],
      ['P5', 5, true],
    ]);
    expect(pictures).toEqual(['K1', 'K4', 'P5']);
    expect(dropped).toBe(3);
  });

  it('takes a key frame that comes right after the loss', () => {
    expect(
      read([
        ['K1', 1, true],
        ['K2', 2, true, 9],
        ['P3', 3, true],
      ]).pictures,
    ).toEqual(['K1', 'K2', 'P3']);
  });

  it('passes over packets without content', () => {
    expect(
      read([
        ['K1', 1, true],
        ['', 1, false],
        ['P2', 2, true],
      ]).pictures,
    ).toEqual(['K1', 'P2']);
  });
});
