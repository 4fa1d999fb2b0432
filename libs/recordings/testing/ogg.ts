/** The packets of an Ogg stream (RFC 3533 §6): a segment of 255 bytes goes on in the next one. */
export function oggPackets(file: Buffer): Buffer[] {
  const packets: Buffer[] = [];
  let open: Buffer[] = [];
  for (let page = 0; page + 27 <= file.length;) {
    const count = file[page + 26]!;
    let at = page + 27 + count;
    for (const size of file.subarray(page + 27, page + 27 + count)) {
      open.push(file.subarray(at, at + size));
      at += size;
      if (size === 255) continue;
      packets.push(Buffer.concat(open));
      open = [];
    }
    page = at;
  }
  return packets;
}
