/** Scripts that are written without spaces between words, and the wide punctuation of East Asia. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]/u;

/** Words as they are written: with spaces between them, except where both neighbours are of a script without spaces. */
export function textOf(words: { text: string }[]): string {
  return words.reduce((text, word) => joined(text, word.text), '');
}

/** One more word at the end of a text. */
export function joined(text: string, word: string): string {
  if (text === '' || word === '') return text + word;
  const [first = ''] = word;
  const last = [...text.slice(-2)].at(-1) ?? '';
  return UNSPACED.test(last) && (UNSPACED.test(first) || /\p{P}/u.test(first)) ? text + word : `${text} ${word}`;
}
