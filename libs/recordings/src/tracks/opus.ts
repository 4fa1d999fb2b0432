/** Milliseconds of one frame by the configuration in the TOC byte, RFC 6716 table 2. */
const silkMs = [10, 20, 40, 60];
const hybridMs = [10, 20];
const celtMs = [2.5, 5, 10, 20];

/** A 20 ms packet of silence: CELT, full band, one channel, no energy. */
export const OPUS_SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
export const OPUS_SILENCE_MS = 20;
/** The same of the shortest kind. */
export const OPUS_SHORT_SILENCE = Buffer.from([0xe0, 0xff, 0xfe]);
export const OPUS_SHORT_SILENCE_MS = 2.5;

/** How much sound an Opus packet holds, in milliseconds (RFC 6716 §3.1); 0 when it is malformed. */
export function opusDuration(packet: Buffer): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  const code = toc & 0x03;
  const frames = code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 0x3f;
  const duration = frameMs(toc >> 3) * frames;
  return duration <= 120 ? duration : 0;
}

function frameMs(configuration: number): number {
  if (configuration < 12) return silkMs[configuration & 3]!;
  if (configuration < 16) return hybridMs[configuration & 1]!;
  return celtMs[configuration & 3]!;
}

/**
 * The identification header of RFC 7845 §5.1, which containers carry as codec data. RTP knows no pre-skip: timestamps
 * are the sound's own.
 */
export function opusHead(channels: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(channels, 9);
  head.writeUInt32LE(48_000, 12);
  return head;
}
