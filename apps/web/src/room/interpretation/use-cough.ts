import { type KeyboardEvent, useCallback, useEffect, useState } from 'react';
import { useLiveRoom } from '../room-context';

const ends = ['pointerup', 'pointercancel', 'blur'] as const;

/** Mutes while a button is held down, by pointer or by key; what was muted before, or by a moderator meanwhile, stays so. */
export function useCough() {
  const { local, session } = useLiveRoom();
  const [held, setHeld] = useState(false);
  const hold = (): void => {
    if (local.store.get().microphone.status !== 'on') return;
    setHeld(true);
    void local.setMicrophone(false);
  };
  const release = useCallback(() => {
    setHeld(false);
    if (session.store.get().me?.muted !== true) void local.setMicrophone(true);
  }, [local, session]);
  useEffect(() => {
    if (!held) return;
    // Nobody sees the button come up outside of it, or in another window.
    for (const end of ends) window.addEventListener(end, release);
    return () => ends.forEach((end) => window.removeEventListener(end, release));
  }, [held, release]);
  const onKey = (event: KeyboardEvent, act: () => void): void => {
    if (event.code !== 'Space' && event.code !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) act();
  };
  const letGo = (): void => {
    if (held) release();
  };
  return {
    held,
    handlers: {
      onPointerDown: hold,
      onKeyDown: (event: KeyboardEvent) => onKey(event, hold),
      onKeyUp: (event: KeyboardEvent) => onKey(event, letGo),
      // The key may come up when something else has the focus.
      onBlur: letGo,
    },
  };
}
