import { useCallback, useEffect, useRef, useState } from 'react';

const REST_MS = 3000;

/** Whether nobody has moved or pressed anything for a while. */
export function useIdle(isOn: boolean) {
  const [idle, setIdle] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wake = useCallback(() => {
    setIdle(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIdle(true), REST_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { idle: isOn && idle, wake, rest: () => setIdle(true) };
}
