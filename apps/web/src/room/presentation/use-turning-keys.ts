import { useEffect, useRef } from 'react';

type Keys = Readonly<Record<string, () => void>>;

/**
 * Keys that turn pages; remote controls send Page up and Page down. They act while the focus is nowhere, on the stage or
 * on the bar: in lists, tabs and fields the same keys scroll and choose.
 */
export function useTurningKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !isFree(event.target)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isFree(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target === document.body) return true;
  return target.closest('input, [role="dialog"], [role="menu"]') === null && target.closest('#stage, footer') !== null;
}
