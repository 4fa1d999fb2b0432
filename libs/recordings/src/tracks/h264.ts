import { spsSize } from './h264-sps';
import type { Picture, VideoCodec } from './picture';

/** Types of NAL units, ITU-T H.264 table 7-1 and RFC 6184 table 1. */
const Nal = { Idr: 5, Sps: 7, Pps: 8, StapA: 24, FuA: 28 } as const;

/** H.264 (payload format: RFC 6184, packetisation modes 0 and 1). Parameter sets are kept from one key frame on. */
export function h264(): VideoCodec {
  let sps: Buffer | null = null;
  let pps: Buffer | null = null;
  const assemble = (payloads: Buffer[]): Picture | null => {
    const units = nalUnits(payloads);
    if (!units || units.length === 0) return null;
    sps = units.findLast((unit) => typeOf(unit) === Nal.Sps) ?? sps;
    pps = units.findLast((unit) => typeOf(unit) === Nal.Pps) ?? pps;
    const data = Buffer.concat(units.flatMap((unit) => [lengthOf(unit), unit]));
    if (!units.some((unit) => typeOf(unit) === Nal.Idr)) return { data, keyframe: false };
    if (!sps || !pps || !startsPicture(units)) return null;
    return { data, keyframe: true, size: spsSize(sps) ?? undefined, codecPrivate: avcC(sps, pps) };
  };
  return { codecId: 'V_MPEG4/ISO/AVC', assemble };
}

const typeOf = (unit: Buffer) => unit[0]! & 0x1f;

/** The first slice of a picture begins at macroblock 0, which Exp-Golomb codes as a single 1. */
function startsPicture(units: Buffer[]): boolean {
  const slice = units.find((unit) => typeOf(unit) === Nal.Idr)!;
  return ((slice[1] ?? 0) & 0x80) !== 0;
}

/** The NAL units of a picture; null when pieces do not fit together, or come in a form that is not known. */
function nalUnits(payloads: Buffer[]): Buffer[] | null {
  const units: Buffer[] = [];
  let pieces: Buffer[] = [];
  for (const payload of payloads) {
    const type = typeOf(payload);
    const fragment = type === Nal.FuA ? readFragment(payload) : null;
    // A unit in pieces is begun once, and nothing comes between its pieces.
    if (pieces.length > 0 !== (fragment !== null && !fragment.begins)) return null;
    if (fragment) {
      pieces = [...pieces, ...fragment.data];
      if (fragment.ends) units.push(Buffer.concat(pieces.splice(0)));
    } else if (type === Nal.StapA) units.push(...aggregated(payload));
    else if (type >= 1 && type <= 23) units.push(payload);
    else return null;
  }
  return pieces.length === 0 ? units : null;
}

/** RFC 6184 §5.8. The first piece brings the unit's own header. */
function readFragment(payload: Buffer): { begins: boolean; ends: boolean; data: Buffer[] } {
  const header = payload[1] ?? 0;
  const begins = (header & 0x80) !== 0;
  const unitHeader = Buffer.from([(payload[0]! & 0xe0) | (header & 0x1f)]);
  const data = payload.subarray(2);
  return { begins, ends: (header & 0x40) !== 0, data: begins ? [unitHeader, data] : [data] };
}

/** RFC 6184 §5.7.1. */
function aggregated(payload: Buffer): Buffer[] {
  const units: Buffer[] = [];
  for (let at = 1; at + 2 < payload.length;) {
    const length = payload.readUInt16BE(at);
    const unit = payload.subarray(at + 2, at + 2 + length);
    if (unit.length > 0) units.push(unit);
    at += 2 + length;
  }
  return units;
}

function lengthOf(unit: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(unit.length);
  return length;
}

/** AVCDecoderConfigurationRecord, ISO/IEC 14496-15 §5.3.3.1, with lengths of four bytes. */
function avcC(sps: Buffer, pps: Buffer): Buffer {
  const head = Buffer.from([1, sps[1] ?? 0, sps[2] ?? 0, sps[3] ?? 0, 0xff, 0xe1, sps.length >> 8, sps.length & 0xff]);
  return Buffer.concat([head, sps, Buffer.from([1, pps.length >> 8, pps.length & 0xff]), pps]);
}
