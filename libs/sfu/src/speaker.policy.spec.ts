import { nextSpeaker, nobodySpeaks, type SpeakerInput } from './speaker.policy';

const heard = (...peerIds: string[]): SpeakerInput => ({ type: 'audible', peerIds });
const dominant = (peerId: string): SpeakerInput => ({ type: 'dominant', peerId });
const left = (peerId: string): SpeakerInput => ({ type: 'left', peerId });
const quiet: SpeakerInput = { type: 'quiet' };

const cases: [string, SpeakerInput[], string | null][] = [
  ['nobody at first', [], null],
  ['nobody: dominant but silent', [dominant('a')], null],
  ['the only voice', [heard('a')], 'a'],
  ['the dominant voice before the loudest', [dominant('b'), heard('a', 'b')], 'b'],
  ['a voice that becomes dominant while it is heard', [heard('a', 'b'), dominant('b')], 'b'],
  ['the first voice while another is louder, not dominant', [heard('a'), heard('b', 'a')], 'a'],
  ['the speaker through one breath', [heard('a'), heard('b')], 'a'],
  ['another after two windows', [heard('a'), heard('b'), heard('b')], 'b'],
  ['the speaker again after a breath, twice', [heard('a'), heard('b'), heard('a'), heard('b')], 'a'],
  ['the dominant one at once, also in a breath', [heard('a'), dominant('b'), heard('b')], 'b'],
  ['nobody in the quiet', [dominant('a'), heard('a'), quiet], null],
  ['the dominant voice of before the quiet', [dominant('a'), heard('a'), quiet, heard('b', 'a')], 'a'],
  ['the next voice when the speaker leaves', [heard('a', 'b'), left('a')], 'b'],
  ['nobody when the only speaker leaves', [heard('a'), left('a')], null],
  ['the speaker when another leaves', [heard('a', 'b'), left('b')], 'a'],
  ['nobody who left, though once dominant', [dominant('a'), left('a'), heard('b')], 'b'],
  ['the speaker while no known voice is heard, once', [heard('a'), heard()], 'a'],
  ['nobody while no known voice is heard, twice', [heard('a'), heard(), heard()], null],
];

describe('nextSpeaker', () => {
  it.each(cases)('shows %s', (_, inputs, speaker) => {
    expect(inputs.reduce(nextSpeaker, nobodySpeaks).speaker).toBe(speaker);
  });
});
