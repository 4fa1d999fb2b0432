/** Sends a temporal unit as the RTP payload format for AV1 does, for specs: in elements, and in pieces where it must. */

const leb128 = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb128(Math.floor(value / 0x80))];

/** The OBUs of a low-overhead bitstream (AV1 specification §5), by temporal unit, without delimiters and sizes. */
export function temporalUnits(stream: Buffer): Buffer[][] {
  const units: Buffer[][] = [];
  for (let at = 0; at < stream.length;) {
    const header = stream.subarray(at, at + (stream[at]! & 0x04 ? 2 : 1));
    at += header.length;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = stream[at++]!;
      size |= (byte & 0x7f) << shift;
      if (!(byte & 0x80)) break;
    }
    const bare = Buffer.concat([header, stream.subarray(at, at + size)]);
    bare[0]! &= ~0x02;
    at += size;
    if (((bare[0]! >> 3) & 0x0f) === 2) units.push([]);
    else units.at(-1)!.push(bare);
  }
  return units;
}

/**
 * An OBU of a stream of one layer, whose sequence header (AV1 specification §5.5.1) speaks of two spatial layers: as browsers send
 * it that leave out the upper one for a while.
 */
export function promisingTwoLayers(obu: Buffer): Buffer {
  if (((obu[0]! >> 3) & 0x0f) !== 1) return obu;
  const promising = Buffer.from(obu);
  // operating_point_idc[0] are the 12 bits behind the first 12; in libaom's streams of one layer they are 0.
  promising[2]! |= 0x03;
  promising[3] = 0x01;
  return promising;
}

/**
 * The payloads of one temporal unit. `counted`: one element in each packet (W = 1); otherwise as many as fit, each with its
 * length (W = 0).
 */
export function packetize(obus: Buffer[], most: number, counted: boolean): Buffer[] {
  const begins = obus.some((obu) => ((obu[0]! >> 3) & 0x0f) === 1) ? 0x08 : 0;
  return counted ? onePerPacket(obus, most, begins) : lengthsGiven(obus, most, begins);
}

function onePerPacket(obus: Buffer[], most: number, begins: number): Buffer[] {
  const payloads: Buffer[] = [];
  for (const obu of obus)
    for (let at = 0; at < obu.length; at += most) {
      const flags = (at > 0 ? 0x80 : 0) | (at + most < obu.length ? 0x40 : 0) | 0x10 | (payloads.length ? 0 : begins);
      payloads.push(Buffer.concat([Buffer.from([flags]), obu.subarray(at, at + most)]));
    }
  return payloads;
}

function lengthsGiven(obus: Buffer[], most: number, begins: number): Buffer[] {
  const payloads: Buffer[] = [];
  let packet: number[] = [begins];
  const close = (flags: number) => {
    packet[0]! |= flags;
    payloads.push(Buffer.from(packet));
  };
  for (const obu of obus)
    for (let at = 0; at < obu.length;) {
      if (packet.length >= most) {
        close(at > 0 ? 0x40 : 0);
        packet = [at > 0 ? 0x80 : 0];
      }
      const piece = obu.subarray(at, at + most + 1 - packet.length);
      packet.push(...leb128(piece.length), ...piece);
      at += piece.length;
    }
  close(0);
  return payloads;
}
