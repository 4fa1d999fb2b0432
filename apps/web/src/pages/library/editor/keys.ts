/** What a key in the editor means, beside writing. By the key's place: with Alt some keyboards write other letters. */
export type EditorCommand =
  'play' | 'cue' | 'back' | 'split' | 'merge' | 'insert' | 'remove' | 'next' | 'previous' | 'start' | 'end';

interface Press {
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const withAlt = new Map<string, EditorCommand>([
  ['KeyK', 'play'],
  ['KeyL', 'cue'],
  ['KeyJ', 'back'],
  ['KeyM', 'merge'],
  ['KeyN', 'insert'],
  ['Backspace', 'remove'],
  ['Delete', 'remove'],
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['BracketLeft', 'start'],
  ['BracketRight', 'end'],
]);

/** The keys as they are shown to people. */
export const keysOf: readonly (readonly [EditorCommand, string])[] = [
  ['play', 'Alt K'],
  ['cue', 'Alt L'],
  ['back', 'Alt J'],
  ['split', 'Ctrl Enter'],
  ['merge', 'Alt M'],
  ['insert', 'Alt N'],
  ['remove', 'Alt Backspace'],
  ['next', 'Alt ↓'],
  ['previous', 'Alt ↑'],
  ['start', 'Alt ['],
  ['end', 'Alt ]'],
];

export function editorCommandOf({ code, altKey, ctrlKey, metaKey }: Press): EditorCommand | null {
  if (code === 'Enter' && (ctrlKey || metaKey) && !altKey) return 'split';
  if (!altKey || ctrlKey || metaKey) return null;
  return withAlt.get(code) ?? null;
}
