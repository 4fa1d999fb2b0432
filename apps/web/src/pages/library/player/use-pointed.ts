import { useEffect, useRef, useState } from 'react';

/** How long the picture stays after a key. */
const FLASH_MS = 1800;

/** The second of the seek bar to which somebody points, by pointer, finger or key; null: to none. */
export function usePointed() {
  const [pointed, setPointed] = useState<number | null>(null);
  const [isDragging, setDragging] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const point = (second: number) => {
    clearTimeout(timer.current);
    setPointed(second);
  };
  return {
    pointed,
    isDragging,
    point,
    drag: (second: number) => {
      point(second);
      setDragging(true);
    },
    /** @param gone also from the bar, not only let go of */
    leave: (gone: boolean) => {
      setDragging(false);
      if (gone) setPointed(null);
    },
    flash: (second: number) => {
      point(second);
      timer.current = setTimeout(() => setPointed(null), FLASH_MS);
    },
  };
}
