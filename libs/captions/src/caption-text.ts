/** Two lines on a wide screen, and then some. */
const MOST_LETTERS = 240;

/** The end of what somebody says, from the beginning of a word: an utterance may last for minutes. */
export function lastWords(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  const end = text.slice(-MOST_LETTERS);
  const space = end.indexOf(' ');
  return space < 0 || space > MOST_LETTERS / 2 ? end : end.slice(space + 1);
}
