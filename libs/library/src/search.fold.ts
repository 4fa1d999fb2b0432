/** Letters that mean the same to who searches, where Unicode's decomposition does not say so. */
const SAME: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
  // Arabic as people type it: alef without its hamza, ya for alef maksura, ha for ta marbuta; and the Persian letters.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ک: 'ك',
};
const SAME_LETTER = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');

// Accents of Latin, Greek and Cyrillic letters, the points of Hebrew, vowel marks, hamza and tatweel of Arabic: most
// people search without them. Joiners and soft hyphens are for the eye alone.
const MARKS = String.raw`\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed`;
const FOR_THE_EYE = String.raw`\u0640\u00ad\u200b-\u200d\u2060`;
const OPTIONAL = new RegExp(`[${MARKS}${FOR_THE_EYE}]`, 'gu');

/** The zero of each script's digits that decomposition does not make ASCII. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0ed0, 0x1040, 0x17e0];

/** What remains might hold other characters, since some letters decompose into more than letters (`℀`, `½`). */
const NOT_WORD = /[^\p{L}\p{N}\p{M}]/gu;

/** A word as it is compared: without case, accents and the other differences that people leave out. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(OPTIONAL, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(SAME_LETTER, (letter) => SAME[letter] ?? letter)
    .replace(/\p{Nd}/gu, toAsciiDigit)
    .replace(NOT_WORD, '');
}

function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}
