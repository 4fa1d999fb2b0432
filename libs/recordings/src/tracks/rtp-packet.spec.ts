import { parseRtp } from './rtp-packet';

const header = (first: number) => Buffer.from([first, 0xe0, 0x12, 0x34, 0, 0, 0, 9, 0, 0, 0, 7]);

describe('parseRtp', () => {
  it('reads the fixed header', () => {
    const packet = parseRtp(Buffer.concat([header(0x80), Buffer.from('hello')]));
    const expected = { payloadType: 96, marker: true, sequence: 0x1234, timestamp: 9, ssrc: 7 };
    expect(packet).toEqual({ ...expected, payload: Buffer.from('hello') });
  });

  it('takes away CSRCs, header extension and padding', () => {
    const csrc = Buffer.alloc(8);
    const extension = Buffer.from([0xbe, 0xde, 0, 1, 1, 2, 3, 4]);
    const padded = Buffer.concat([header(0xb2), csrc, extension, Buffer.from('data'), Buffer.from([0, 0, 3])]);
    expect(parseRtp(padded)?.payload.toString()).toBe('data');
  });

  it('may hold nothing but padding', () => {
    expect(parseRtp(Buffer.concat([header(0xa0), Buffer.from([0, 2])]))?.payload).toHaveLength(0);
  });

  it.each([
    ['too short', Buffer.alloc(11, 0x80)],
    ['of another version', header(0x40)],
    ['with CSRCs beyond its end', header(0x8f)],
    ['with an extension beyond its end', Buffer.concat([header(0x90), Buffer.from([0, 0, 0, 9])])],
    ['with more padding than there is', Buffer.concat([header(0xa0), Buffer.from([200])])],
    ['with no padding where it is announced', Buffer.concat([header(0xa0), Buffer.from([0])])],
  ])('refuses a packet %s', (_, packet) => {
    expect(parseRtp(packet)).toBeNull();
  });
});
