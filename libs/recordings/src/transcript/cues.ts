import type { Cue } from '@lectern/contracts';
import { joined } from '@lectern/speech';
import type { Speech, SpokenWord } from './transcript';

/** A pause this long ends a cue, in seconds. */
const PAUSE = 0.8;
const MAX_SECONDS = 6;
export const LINE_LETTERS = 42;
const MAX_LINES = 2;
/** Shorter cues cannot be read. */
const MIN_SECONDS = 1;

/** Cuts speech into cues and puts those of all speakers in order of time. Cues of one speaker never overlap. */
export function cuesOf(speeches: Speech[]): Cue[] {
  const cues = speeches.flatMap(speakerCues);
  return cues.sort((a, b) => a.start - b.start || a.end - b.end);
}

function speakerCues({ speaker, language, interpreted, words, punctuated }: Speech): Cue[] {
  const groups = groupWords([...words].sort((a, b) => a.start - b.start));
  return groups.map((group, i) => {
    const said = lines(group.map((word) => word.text)).join('\n');
    const text = punctuated ? said : capitalised(said);
    const start = group[0]!.start;
    const latest = groups[i + 1]?.[0]?.start ?? Infinity;
    const end = Math.min(latest, Math.max(group.at(-1)!.end, start + MIN_SECONDS));
    const confidence = confidenceOf(group);
    return { start: round(start), end: round(end), speaker, text, confidence, language, interpreted };
  });
}

function groupWords(words: SpokenWord[]): SpokenWord[][] {
  const groups: SpokenWord[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    if (group && belongs(group, word)) group.push(word);
    else groups.push([word]);
  }
  return groups;
}

function belongs(group: SpokenWord[], word: SpokenWord): boolean {
  const text = [...group, word].map((each) => each.text);
  return (
    word.start - group.at(-1)!.end <= PAUSE &&
    word.end - group[0]!.start <= MAX_SECONDS &&
    lines(text).length <= MAX_LINES
  );
}

/** Breaks before the word that would not fit. A word longer than a line has one of its own. */
function lines(words: string[]): string[] {
  const broken: string[] = [];
  for (const word of words) {
    const line = broken.at(-1);
    const longer = line === undefined ? word : joined(line, word);
    if (line !== undefined && widthOf(longer) <= LINE_LETTERS) broken[broken.length - 1] = longer;
    else broken.push(word);
  }
  return broken;
}

/** Signs of East Asia are twice as wide as letters. */
const widthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\uffef]/u.test(sign) ? 2 : 1), 0);

/** Of the words that have one, by their length: how much of the cue is likely to be right. */
function confidenceOf(words: SpokenWord[]): number | null {
  const known = words.flatMap(({ text, confidence }) =>
    confidence === null ? [] : [{ weight: text.length, confidence }],
  );
  const weight = known.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  return Math.round((known.reduce((sum, one) => sum + one.weight * one.confidence, 0) / weight) * 100) / 100;
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}

const round = (seconds: number) => Math.round(seconds * 1000) / 1000;
