import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useLiveRoom } from '../room-context';

const SETTLE_MS = 150;

/** Tells the media side that this video is on the page, and how large; each size that stays is told once. */
export function useShown(producerId: string | null, element: RefObject<HTMLElement | null>): void {
  const { media } = useLiveRoom();
  // Before the first paint: the request for the picture must not wait for anything.
  useLayoutEffect(() => {
    if (!producerId || !element.current) return;
    media.show(producerId, sizeOf(element.current));
    return () => media.show(producerId, null);
  }, [media, producerId, element]);

  useEffect(() => {
    const target = element.current;
    if (!producerId || !target) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => media.show(producerId, sizeOf(target)), SETTLE_MS);
    });
    observer.observe(target);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [media, producerId, element]);
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({ width: clientWidth, height: clientHeight });
