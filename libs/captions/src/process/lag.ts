import type { Heard } from './caption-messages';

/**
 * How long each word took to be told, in seconds: from its end to the time at which it first was. `clock` says which
 * time: of the sound that had come in, or of what the recogniser had been given. Needs all that was told of one track.
 */
export function wordLags(told: Heard[], clock: (heard: Heard) => number): number[] {
  return told.flatMap((last) =>
    last.final ? last.words.map((word, place) => clock(firstTold(told, last, place)) - word.end) : [],
  );
}

/**
 * What first told this word of an utterance; at the latest its final form. The words before it may change until then, and
 * become more or fewer: so it is not its place that counts, but that the word stands there as often as up to this place.
 */
function firstTold(told: Heard[], last: Heard, place: number): Heard {
  const { text, end } = last.words[place]!;
  const times = (words: string[]) => words.filter((word) => word === text).length;
  const wanted = times(last.words.slice(0, place + 1).map((word) => word.text));
  const shows = ({ utterance, final, recognisedTo, text: partial }: Heard) =>
    utterance === last.utterance && !final && recognisedTo >= end && times(partial.split(' ')) >= wanted;
  return told.find(shows) ?? last;
}
