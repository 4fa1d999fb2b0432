import type { Word } from '../speech-engine';

/** What sherpa-onnx says of one piece of sound. Times in seconds from the piece's beginning. */
export interface SherpaResult {
  text: string;
  tokens: string[];
  /** One for each token; empty for models that do not tell (Whisper). */
  timestamps: number[];
  /** Natural logarithms of the tokens' probabilities; empty for models that do not tell. */
  logProbabilities: number[];
}

/** A token that is a letter or two is short: no word's end is drawn out into a pause for longer than this. */
const LONGEST_TOKEN = 0.4;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

interface Token {
  text: string;
  start: number;
  end: number;
  probability: number | null;
}

/**
 * Tokens (pieces of words) → words with times and confidences. `seconds`: how long the piece of sound is; `at`: where
 * it begins. Models that give no times have their words spread over the piece, by their letters.
 */
export function spokenWords(result: SherpaResult, seconds: number, at = 0): Word[] {
  const { tokens, timestamps } = result;
  const timed = tokens.length > 0 && timestamps.length === tokens.length;
  const words = timed ? fromTokens(result, seconds) : spread(result.text, seconds);
  return words.map((word) => ({ ...word, start: word.start + at, end: word.end + at }));
}

function fromTokens({ tokens, timestamps, logProbabilities }: SherpaResult, seconds: number): Word[] {
  const words: Token[][] = [];
  for (const [i, text] of tokens.entries()) {
    const start = timestamps[i]!;
    const next = timestamps[i + 1] ?? seconds;
    const end = Math.max(start, Math.min(next, start + LONGEST_TOKEN));
    const log = logProbabilities[i];
    const token = { text, start, end, probability: log === undefined ? null : Math.min(1, Math.exp(log)) };
    if (words.length === 0 || beginsWord(text)) words.push([token]);
    else words.at(-1)!.push(token);
  }
  return words.map(wordOf).filter(({ text }) => text !== '');
}

/** SentencePiece marks the beginning of a word with U+2581, sherpa-onnx often turns that to a space. */
function beginsWord(token: string): boolean {
  return /^[\u2581 ]/.test(token) || UNSPACED.test(token);
}

function wordOf(tokens: Token[]): Word {
  const text = tokens
    .map((token) => token.text.replaceAll('\u2581', ' '))
    .join('')
    .trim();
  const known = tokens.flatMap(({ probability }) => probability ?? []);
  const confidence = known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : null;
  return { text, start: tokens[0]!.start, end: tokens.at(-1)!.end, confidence };
}

function spread(text: string, seconds: number): Word[] {
  const words = split(text.trim());
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  let done = 0;
  return words.map((word) => {
    const start = (done / letters) * seconds;
    done += word.length;
    return { text: word, start, end: (done / letters) * seconds, confidence: null };
  });
}

/** At spaces; and where a script has none, at each sign, with the punctuation that follows it. */
function split(text: string): string[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => (UNSPACED.test(word) ? (word.match(/[^\p{P}]\p{P}*|\p{P}+/gu) ?? []) : word));
}
