import { type KeyboardEvent, useEffect, useState } from 'react';
import { useLiveRoom } from '../room-context';

/** Mutes while a button is held down, by pointer or by key; what was muted before stays so. */
export function useCough() {
  const { local } = useLiveRoom();
  const [held, setHeld] = useState(false);
  const hold = (): void => {
    if (local.store.get().microphone.status !== 'on') return;
    setHeld(true);
    void local.setMicrophone(false);
  };
  const release = (): void => {
    if (!held) return;
    setHeld(false);
    void local.setMicrophone(true);
  };
  useEffect(() => {
    if (!held) return;
    // Nobody sees the button come up outside of it, or in another window.
    const end = (): void => {
      setHeld(false);
      void local.setMicrophone(true);
    };
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    window.addEventListener('blur', end);
    return () => {
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('blur', end);
    };
  }, [held, local]);
  const onKey = (event: KeyboardEvent, act: () => void): void => {
    if (event.code !== 'Space' && event.code !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) act();
  };
  return {
    held,
    handlers: {
      onPointerDown: hold,
      onKeyDown: (event: KeyboardEvent) => onKey(event, hold),
      onKeyUp: (event: KeyboardEvent) => onKey(event, release),
    },
  };
}
