import { commandOf } from './keys';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

it.each([
  [press(' '), { do: 'toggle' }],
  [press('ArrowLeft'), { do: 'jump', seconds: -5 }],
  [press('ArrowRight'), { do: 'jump', seconds: 5 }],
  [press('C'), { do: 'captions' }],
  [press('c', true), null],
  [press('Tab'), null],
])('%j → %j', (key, command) => expect(commandOf(key)).toEqual(command));
