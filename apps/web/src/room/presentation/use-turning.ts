import type { ShownDeck } from '@lectern/contracts';
import { useCallback, useRef, useState } from 'react';
import { useLiveRoom } from '../room-context';
import { useAction } from '../ui/use-action';

/**
 * Turns pages: one request at a time, and of those that were wanted meanwhile only the last one. So whoever leafs fast
 * neither waits for each page nor floods the room.
 */
export function useTurning({ materialId, page, pages }: ShownDeck) {
  const { presentation } = useLiveRoom();
  const act = useAction();
  const wanted = useRef<number | null>(null);
  const busy = useRef(false);
  const [ahead, setAhead] = useState<number | null>(null);
  const current = ahead ?? page;

  const turn = useCallback(
    (to: number): void => {
      if (to < 1 || to > pages) return;
      wanted.current = to;
      setAhead(to);
      if (busy.current) return;
      busy.current = true;
      void (async () => {
        while (wanted.current !== null) {
          const next = wanted.current;
          wanted.current = null;
          await act(() => presentation.turn(materialId, next));
        }
        busy.current = false;
        setAhead(null);
      })();
    },
    [act, presentation, materialId, pages],
  );
  return { page: current, turn };
}
