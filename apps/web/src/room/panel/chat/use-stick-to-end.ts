import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_END_PX = 40;

interface StickToEnd {
  list: RefObject<HTMLDivElement | null>;
  /** The reader is at the end, so new lines scroll into view. */
  atEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/**
 * Follows the end of a list only while its reader is there; lines that are put before the first one leave what is read
 * where it is.
 * @param content changes its identity whenever something in the list changes
 */
export function useStickToEnd(firstId: string | undefined, lastId: string | undefined, content: unknown): StickToEnd {
  const list = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const before = useRef({ firstId, height: 0 });
  const toEnd = useCallback(() => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);
  const onScroll = (): void => {
    const element = list.current;
    if (!element) return;
    setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX);
  };
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const grown = element.scrollHeight - before.current.height;
    if (atEnd) toEnd();
    else if (before.current.firstId !== firstId) element.scrollTop += grown;
    before.current = { firstId, height: element.scrollHeight };
  }, [firstId, lastId, content, atEnd, toEnd]);
  useEndOnResize(list, atEnd, toEnd);
  return { list, atEnd, onScroll, toEnd };
}

/** What stands around the list may grow and leave it less room: its end stays in view all the same. */
function useEndOnResize(list: RefObject<HTMLDivElement | null>, atEnd: boolean, toEnd: () => void): void {
  useEffect(() => {
    if (!atEnd || !list.current) return;
    const observer = new ResizeObserver(toEnd);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [list, atEnd, toEnd]);
}
