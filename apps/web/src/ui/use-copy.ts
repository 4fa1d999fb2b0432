import { type RefObject, useEffect, useState } from 'react';

type CopyState = 'idle' | 'copied' | 'failed';

/** Copies, and says for two seconds that it did. Without a secure context the field is selected, to copy by hand. */
export function useCopy(field?: RefObject<HTMLInputElement | HTMLTextAreaElement | null>) {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      field?.current?.select();
      setState('failed');
    }
  };
  return { state, copy };
}
