import { useEffect, useSyncExternalStore } from 'react';
import { useMicrophoneLocked } from './use-own-media';
import { useAbilities, useLiveRoom, useRoom } from '../room-context';

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';
const pressable = 'button, a, summary, [role="tab"], [role="button"]';

/** Whoever walks the page by keyboard presses buttons with the same key. */
const isForPage = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest(typing) !== null || (target.closest(pressable) !== null && target.matches(':focus-visible')));

/** Whether the person has chosen it. */
export function usePushToTalk(): boolean {
  const { store } = useLiveRoom().talk;
  return useSyncExternalStore(store.subscribe, () => store.get().enabled);
}

/** The space bar opens the microphone while it is held, where the person has chosen so. */
export function useTalkKey(): void {
  const { talk } = useLiveRoom();
  const { stage } = useAbilities();
  const muted = useRoom((state) => state.me?.muted === true);
  const locked = useMicrophoneLocked();
  const may = stage && !muted && !locked;
  useEffect(() => {
    if (!may) return;
    const down = (event: KeyboardEvent): void => {
      if (event.code !== 'Space' || !talk.store.get().enabled || isForPage(event.target)) return;
      event.preventDefault();
      if (!event.repeat) talk.hold();
    };
    const up = (event: KeyboardEvent): void => {
      if (event.code !== 'Space' || !talk.store.get().held) return;
      event.preventDefault();
      talk.release();
    };
    // Nobody hears the key come up in another window.
    const lost = (): void => talk.release();
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', lost);
    return () => {
      lost();
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', lost);
    };
  }, [talk, may]);
}
