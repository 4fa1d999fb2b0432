/** Enough of a file to know what it is. */
export const HEAD_BYTES = 1024;

export type ContentType = 'pdf' | 'mp4' | 'matroska' | 'unknown';

/** What the first bytes of a file say that it is. */
export function contentType(head: Buffer): ContentType {
  // Readers of PDF accept the mark anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1).
  if (head.subarray(0, HEAD_BYTES).includes('%PDF-')) return startsAsMarkup(head) ? 'unknown' : 'pdf';
  // ISO base media (MP4, QuickTime): a first box whose type is at byte 4.
  if (/^(ftyp|moov|wide|mdat|free)$/.test(head.toString('latin1', 4, 8))) return 'mp4';
  // EBML: Matroska, WebM.
  if (head.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]))) return 'matroska';
  return 'unknown';
}

/** A page of a website that calls itself a PDF in its text. */
const startsAsMarkup = (head: Buffer): boolean => /^\s*</.test(head.toString('latin1', 0, 64));
