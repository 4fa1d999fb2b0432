import { editorCommandOf } from './keys';

const press = (code: string, held: { altKey?: boolean; ctrlKey?: boolean; metaKey?: boolean } = {}) =>
  editorCommandOf({ code, altKey: false, ctrlKey: false, metaKey: false, ...held });

describe('keys of the transcript editor', () => {
  it.each([
    ['KeyK', { altKey: true }, 'play'],
    ['Enter', { ctrlKey: true }, 'split'],
    ['Enter', { metaKey: true }, 'split'],
    ['Backspace', { altKey: true }, 'remove'],
    ['BracketLeft', { altKey: true }, 'start'],
  ])('%s with %j: %s', (code, held, command) => expect(press(code, held)).toBe(command));

  it.each([
    ['KeyK', {}],
    ['Enter', {}],
    ['Backspace', {}],
    ['KeyK', { altKey: true, ctrlKey: true }],
    ['constructor', { altKey: true }],
  ])('leaves %s with %j to writing', (code, held) => expect(press(code, held)).toBeNull());
});
