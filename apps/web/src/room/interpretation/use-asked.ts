import { useEffect, useState } from 'react';
import { useAction } from '../ui/use-action';

/** Asks others for something, and remembers for a while that they were asked. */
export function useAsked(ask: () => Promise<void>, seconds: number) {
  const act = useAction();
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isAsked) return;
    const timer = setTimeout(() => setAsked(false), seconds * 1_000);
    return () => clearTimeout(timer);
  }, [isAsked, seconds]);
  const run = async (): Promise<void> => setAsked(await act(ask));
  return { isAsked, ask: () => void run() };
}
