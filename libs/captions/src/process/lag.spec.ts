import type { Heard } from './caption-messages';
import { guessLags, wordLags } from './lag';

const told = (text: string, recognisedTo: number, words: Heard['words'] = []): Heard => ({
  trackId: 'track',
  utterance: 0,
  text,
  final: words.length > 0,
  recognisedTo,
  receivedTo: recognisedTo + 0.5,
  words,
});

const recognised = ({ recognisedTo }: Heard) => recognisedTo;

describe('wordLags', () => {
  const words = [
    { text: 'the', end: 0.3 },
    { text: 'river', end: 1 },
    { text: 'the', end: 1.5 },
    { text: 'sea', end: 2 },
  ];

  it('counts to what first told a word, wherever in the line it stood', () => {
    const all = [told('a the', 0.5), told('the river', 1.5), told('a the river the sea', 2.5), told('', 5, words)];
    expect(wordLags(all, recognised)).toEqual([0.2, 0.5, 1, 0.5].map((lag): unknown => expect.closeTo(lag)));
  });

  it('counts to the end for what no partial result told', () => {
    expect(wordLags([told('river the', 1.5), told('', 5, words)], recognised).at(-1)).toBeCloseTo(3);
  });

  it('takes no word for told before it was said', () => {
    const all = [told('the river the sea', 1.2), told('the river the sea', 2.2), told('', 5, words)];
    expect(wordLags(all, recognised)).toEqual([0.9, 0.2, 0.7, 0.2].map((lag): unknown => expect.closeTo(lag)));
  });

  it('leaves out utterances that are not final yet', () => {
    expect(wordLags([told('the river', 1.5)], recognised)).toEqual([]);
  });
});

describe('guessLags', () => {
  const words = [
    { text: 'the', end: 0.3 },
    { text: 'river', end: 1 },
    { text: 'is', end: 2 },
  ];

  it('counts to what first had a word in its place, right or not', () => {
    const all = [told('a', 0.5), told('a liver', 1.5), told('the liver his', 2.5), told('', 5, words)];
    expect(guessLags(all, recognised)).toEqual([0.2, 0.5, 0.5].map((lag): unknown => expect.closeTo(lag)));
    expect(wordLags(all, recognised)).toEqual([2.2, 4, 3].map((lag): unknown => expect.closeTo(lag)));
  });

  it('counts to the word itself where fewer stand before it', () => {
    const all = [told('river', 1.5), told('', 5, words)];
    expect(guessLags(all, recognised)[1]).toBeCloseTo(0.5);
  });

  it('counts to the end for a place that no partial result had filled', () => {
    const all = [told('', 1), told('the river', 2.5), told('', 5, words)];
    expect(guessLags(all, recognised)).toEqual([2.2, 1.5, 3].map((lag): unknown => expect.closeTo(lag)));
  });

  it('takes no place for filled before the word was said', () => {
    const all = [told('the river is', 0.5), told('the river is', 2.2), told('', 5, words)];
    expect(guessLags(all, recognised)).toEqual([0.2, 1.2, 0.2].map((lag): unknown => expect.closeTo(lag)));
  });
});
