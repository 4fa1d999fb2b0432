import { useEffect, useRef } from 'react';

/** How long the list stands still after somebody moved it. */
const rest = 6000;

/** Keeps the active line in sight within its own box, unless somebody reads elsewhere in it. */
export function useFollow(active: number, isOn: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const restUntil = useRef(0);
  useEffect(() => {
    const box = ref.current;
    const line = box?.querySelector<HTMLElement>('[aria-current="true"]');
    if (!box || !line || !isOn || performance.now() < restUntil.current) return;
    const top = line.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    box.scrollTo({ top: top - box.clientHeight / 3, behavior: calm ? 'auto' : 'smooth' });
  }, [active, isOn]);
  const stay = () => {
    restUntil.current = performance.now() + rest;
  };
  return { ref, onWheel: stay, onTouchMove: stay, onKeyDown: stay };
}
