import { commandOf } from './keys';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

it.each([
  [press(' '), { do: 'toggle' }],
  [press('ArrowLeft'), { do: 'jump', seconds: -5 }],
  [press('ArrowRight'), { do: 'jump', seconds: 5 }],
  [press('C'), { do: 'captions' }],
  [press('j'), { do: 'jump', seconds: -10 }],
  [press('>'), { do: 'speed', step: 1 }],
  [press('7'), { do: 'place', share: 0.7 }],
  [press('F'), { do: 'fullscreen' }],
  [press('constructor'), null],
  [press('c', true), null],
  [press('n'), { do: 'chapter', step: 1 }],
  [press('End'), null],
  [press('Tab'), null],
])('%j → %j', (key, command) => expect(commandOf(key)).toEqual(command));

it.each([
  [press('Home'), { do: 'place', share: 0 }],
  [press('PageUp'), { do: 'jump', seconds: 60 }],
  [press('ArrowDown'), { do: 'jump', seconds: -5 }],
  [press('ArrowLeft'), { do: 'jump', seconds: -5 }],
])('on the seek bar %j → %j', (key, command) => expect(commandOf(key, true)).toEqual(command));
