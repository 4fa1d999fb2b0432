import { useEffect, useRef } from 'react';

type Keys = Readonly<Record<string, () => void>>;

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

type Press = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'target'>;

/** Whether a key is pressed as a command: not while somebody types, nor with a modifier held. */
export function isHotkey({ ctrlKey, metaKey, altKey, repeat, target }: Press): boolean {
  return !(ctrlKey || metaKey || altKey || repeat) && !(target instanceof Element && target.closest(typing));
}

/** Single-letter keys, silent while somebody types, in dialogs, and with modifier keys held. */
export function useHotkeysOffFields(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isHotkey(event)) return;
      const act = current.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
