import type { Heard } from './caption-messages';

type Clock = (heard: Heard) => number;

/**
 * How long each word took to be told as it is in the final text, in seconds: from its end to the time at which it first
 * was. `clock` says which time: of the sound that had come in, or of what the recogniser had been given. Needs all that
 * was told of one track.
 */
export function wordLags(told: Heard[], clock: Clock): number[] {
  return lags(told, clock, toldRight);
}

/**
 * The same until there first was a word in its place, or the word itself in another: how far behind the speech the line is, while its
 * wording may still be corrected.
 */
export function guessLags(told: Heard[], clock: Clock): number[] {
  return lags(told, clock, toldAtAll);
}

type Shows = (last: Heard, place: number) => (partial: string[]) => boolean;

/** From each word's end to the first partial result that had heard the word to its end and shows it, else to the final one. */
function lags(told: Heard[], clock: Clock, shows: Shows): number[] {
  return told.flatMap((last) =>
    last.words.map(({ end }, place) => {
      const shown = shows(last, place);
      const first = told.find(
        ({ utterance, final, recognisedTo, text }) =>
          utterance === last.utterance && !final && recognisedTo >= end && shown(text.split(' ').filter(Boolean)),
      );
      return clock(first ?? last) - end;
    }),
  );
}

/**
 * The words before it may change, and become more or fewer: so it is not its place that counts, but that the word stands
 * there as often as up to this place.
 */
function toldRight(last: Heard, place: number): (partial: string[]) => boolean {
  const { text } = last.words[place]!;
  const times = (words: string[]) => words.filter((word) => word === text).length;
  const wanted = times(last.words.slice(0, place + 1).map((word) => word.text));
  return (partial) => times(partial) >= wanted;
}

function toldAtAll(last: Heard, place: number): (partial: string[]) => boolean {
  const right = toldRight(last, place);
  return (partial) => partial.length > place || right(partial);
}
