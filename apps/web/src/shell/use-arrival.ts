import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** On a new page, reading starts at its top: also for those who hear it (focus) and not only for those who see it. */
export function useArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
