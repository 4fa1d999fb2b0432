// Accents and vowel points that people leave out when they search: Latin, Greek, Cyrillic, Hebrew and Arabic.
const marks = /\u0640|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** A text as it is compared: without case, accents, width and spacing. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
