import { useSyncExternalStore } from 'react';
import { useLiveRoom } from '../room-context';
import type { CaptionState } from './captions';

export function useCaptions<T>(select: (state: CaptionState) => T): T {
  const { store } = useLiveRoom().captions;
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
