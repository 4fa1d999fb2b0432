import { useState } from 'react';
import { useAction } from '../ui/use-action';

/** Runs a command once at a time. */
export function useCommand(): [busy: boolean, run: (work: () => Promise<unknown>) => void] {
  const act = useAction();
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<unknown>): void => {
    setBusy(true);
    void act(work).finally(() => setBusy(false));
  };
  return [busy, run];
}
