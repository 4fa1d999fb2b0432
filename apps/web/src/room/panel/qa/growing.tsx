import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';

const STEP = 40;

interface GrowingProps<T> {
  list: readonly T[];
  /** The item that must be among those drawn: the keyboard has gone there. */
  reach?: number;
  children: (shown: readonly T[]) => ReactNode;
}

/** Draws the head of a long list, and more as its end comes into view: 800 questions open as fast as 40. */
export function Growing<T>({ list, reach = 0, children }: GrowingProps<T>) {
  const { t } = useTranslation('room');
  const [most, setMost] = useState(STEP);
  const shown = Math.max(most, reach + STEP / 4);
  const end = useRef<HTMLDivElement>(null);
  const more = list.length > shown;
  useEffect(() => {
    if (!more || !end.current) return;
    const watcher = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setMost((before) => Math.max(before, shown) + STEP),
      { rootMargin: '600px' },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [more, shown]);
  return (
    <>
      {children(list.slice(0, shown))}
      {more && (
        <div ref={end}>
          <Button size="compact-sm" variant="subtle" onClick={() => setMost(shown + STEP)}>
            {t('qa.more', { count: list.length - shown })}
          </Button>
        </div>
      )}
    </>
  );
}
