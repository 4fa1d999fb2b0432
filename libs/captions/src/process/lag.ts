import type { Heard } from './caption-messages';

/**
 * How long each word took to be told, in seconds: from its end to the time at which it first was. `clock` says which
 * time: of the sound that had come in, or of what the recogniser had been given. Needs all that was told of one track.
 */
export function wordLags(told: Heard[], clock: (heard: Heard) => number): number[] {
  return told.flatMap((last) =>
    last.final ? last.words.map((word, i) => clock(firstTold(told, last, i, word.text)) - word.end) : [],
  );
}

/** What first told an utterance with this word at this place; at the latest its final form. */
function firstTold(told: Heard[], last: Heard, place: number, text: string): Heard {
  const partials = told.filter(({ utterance, final }) => utterance === last.utterance && !final);
  return partials.find((one) => one.text.split(' ')[place] === text) ?? last;
}
