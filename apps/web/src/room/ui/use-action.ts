import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../room-context';
import { CallError } from '../session/call-error';
import { errorKey } from './error-words';

/** Runs something that may fail, and says so in words. Gives whether it went well. */
export function useAction(): (work: () => Promise<unknown>) => Promise<boolean> {
  const { t } = useTranslation('room');
  const { notices } = useLiveRoom();
  return useCallback(
    async (work) => {
      try {
        await work();
        return true;
      } catch (error) {
        notices.push(t(errorKey(CallError.of(error))), 'error');
        return false;
      }
    },
    [t, notices],
  );
}
