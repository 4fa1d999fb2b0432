import { av1Config, sequenceSize } from './av1-sequence';
import type { Picture, VideoCodec } from './picture';

/** Types of OBUs, AV1 bitstream specification §6.2.2. */
const Obu = { SequenceHeader: 1, TemporalDelimiter: 2, TileList: 8, Padding: 15 } as const;

/** What is no part of a picture; the delimiter is put before each picture anew. */
const left: ReadonlySet<number> = new Set([Obu.TemporalDelimiter, Obu.TileList, Obu.Padding]);

/**
 * "Carriage of AV1 in Matroska" would rather leave it out, as a block is a temporal unit already. But a browser short of
 * bandwidth or time sends fewer spatial layers than its sequence header promises, and dav1d, which shows the highest layer alone,
 * waits for that one until a delimiter tells it that it will not come: without any it showed one picture of a whole track.
 */
const delimiter = Buffer.from([(Obu.TemporalDelimiter << 3) | 0x02, 0]);

/** AV1 (RTP Payload Format For AV1, v1.0; into a container: "Carriage of AV1 in Matroska"). */
export function av1(): VideoCodec {
  return { codecId: 'V_AV1', assemble };
}

function assemble(payloads: Buffer[]): Picture | null {
  const units = obuElements(payloads)?.map(withSize);
  if (!units || units.includes(null)) return null;
  const kept = (units as Buffer[]).filter((unit) => !left.has(typeOf(unit)));
  if (kept.length === 0) return null;
  const data = Buffer.concat([delimiter, ...kept]);
  const sequence = kept.find((unit) => typeOf(unit) === Obu.SequenceHeader);
  // N: the first packet of a coded video sequence, which begins with a key frame.
  if (!sequence || !(payloads[0]![0]! & 0x08)) return { data, keyframe: false };
  const content = contentOf(sequence);
  return { data, keyframe: true, size: sequenceSize(content), codecPrivate: av1Config(sequence, content) };
}

const typeOf = (unit: Buffer) => (unit[0]! >> 3) & 0x0f;
const headerSize = (unit: Buffer) => (unit[0]! & 0x04 ? 2 : 1);

/** The OBUs of a temporal unit, in one piece each; null when pieces do not fit together. */
function obuElements(payloads: Buffer[]): Buffer[] | null {
  const units: Buffer[] = [];
  const pieces: Buffer[] = [];
  for (const payload of payloads) {
    const packet = readPacket(payload);
    // Z: the first element goes on with what the packet before has begun.
    if (!packet || pieces.length > 0 !== packet.continues) return null;
    packet.elements.forEach((element, i) => {
      pieces.push(element);
      if (i < packet.elements.length - 1 || !packet.unfinished) units.push(Buffer.concat(pieces.splice(0)));
    });
  }
  return pieces.length === 0 ? units : null;
}

interface Packet {
  continues: boolean;
  unfinished: boolean;
  elements: Buffer[];
}

/** The aggregation header and the elements after it, §4.3 to §4.4; null when it is cut short. */
function readPacket(payload: Buffer): Packet | null {
  const flags = payload[0] ?? 0;
  // W: how many there are, the last of them without a length; 0: each has one.
  const count = (flags >> 4) & 0x03;
  const elements: Buffer[] = [];
  let at = 1;
  while (at < payload.length) {
    let end = payload.length;
    if (count === 0 || elements.length < count - 1) {
      const length = readLeb128(payload, at);
      if (!length || length.end + length.value > payload.length) return null;
      at = length.end;
      end = at + length.value;
    }
    elements.push(payload.subarray(at, end));
    at = end;
  }
  const whole = elements.length > 0 && (count === 0 || elements.length === count);
  return whole ? { continues: (flags & 0x80) !== 0, unfinished: (flags & 0x40) !== 0, elements } : null;
}

/** The OBU with its size in it, as every container wants it; RTP leaves it out. Null when it is cut short. */
function withSize(unit: Buffer): Buffer | null {
  if (unit.length < 1 || unit.length < headerSize(unit)) return null;
  const header = Buffer.from(unit.subarray(0, headerSize(unit)));
  if (header[0]! & 0x02) {
    const size = readLeb128(unit, header.length);
    return size && size.end + size.value <= unit.length ? unit.subarray(0, size.end + size.value) : null;
  }
  header[0]! |= 0x02;
  const content = unit.subarray(header.length);
  return Buffer.concat([header, leb128(content.length), content]);
}

/** What stands after header and size. */
function contentOf(unit: Buffer): Buffer {
  return unit.subarray(readLeb128(unit, headerSize(unit))!.end);
}

/** AV1 bitstream specification §4.10.5, for the sizes that fit into a packet or a picture. */
function readLeb128(data: Buffer, at: number): { value: number; end: number } | null {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const byte = data[at + i];
    if (byte === undefined) return null;
    value += (byte & 0x7f) << (7 * i);
    if (!(byte & 0x80)) return { value, end: at + i + 1 };
  }
  return null;
}

function leb128(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}
