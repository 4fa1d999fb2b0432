import { enable, trackOf } from './alternate-sound';

const channels = ['fr', 'km'];

it.each([
  [null, 0],
  ['fr', 1],
  ['km', 2],
  ['ar', -1],
])('in hls.js the sound in %s is the one at %d', (language, index) =>
  expect(trackOf([{}, { lang: 'fr' }, { lang: 'km' }], channels, language)).toBe(index),
);

it.each([
  ['fr', [true, false, false]],
  [null, [false, false, true]],
  ['ar', [false, true, false]],
])('a browser plays %s, and nothing beside it', (language, enabled) => {
  const tracks = [
    { language: 'fr', enabled: false },
    { language: 'km', enabled: true },
    { language: 'und', enabled: false },
  ];
  enable(
    Object.assign(new EventTarget(), tracks, { [Symbol.iterator]: () => tracks.values(), length: 3 }),
    channels,
    language,
  );
  expect(tracks.map((track) => track.enabled)).toEqual(enabled);
});
