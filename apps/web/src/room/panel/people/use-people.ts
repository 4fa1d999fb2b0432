import type { Participant } from '@lectern/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLiveRoom, useRoom } from '../../room-context';
import { CallError } from '../../session/call-error';

interface People {
  list: readonly Participant[] | null;
  more: boolean;
  error: CallError | null;
  loadMore: () => void;
  reload: () => void;
}

const TYPING_MS = 250;
/** With thousands coming and going the list need not run after each of them. */
const REFRESH_MS = 4000;

interface Page {
  list: readonly Participant[] | null;
  cursor: string | null;
  error: CallError | null;
}

/** Who is here, page by page; kept fresh while it is on view. */
export function usePeople(search: string): People {
  const { commands } = useLiveRoom();
  const present = useRoom((state) => state.present);
  const stage = useRoom((state) => state.stage);
  const hands = useRoom((state) => state.hands);
  const [page, setPage] = useState<Page>({ list: null, cursor: null, error: null });
  const asked = useRef(0);

  const load = useCallback(
    async (cursor?: string) => {
      const turn = ++asked.current;
      try {
        const answer = await commands.listPeople(search, cursor);
        // A slower, older answer must not replace a newer one.
        if (turn !== asked.current) return;
        setPage((before) => ({
          list: cursor ? [...(before.list ?? []), ...answer.participants] : answer.participants,
          cursor: answer.nextCursor,
          error: null,
        }));
      } catch (error) {
        if (turn === asked.current) setPage((before) => ({ ...before, error: CallError.of(error) }));
      }
    },
    [commands, search],
  );

  useEffect(() => {
    const timer = setTimeout(() => void load(), TYPING_MS);
    return () => clearTimeout(timer);
  }, [load]);

  const paged = (page.list?.length ?? 0) > 100;
  useEffect(() => {
    // Whoever has paged far down would lose the place.
    if (paged) return;
    const timer = setTimeout(() => void load(), REFRESH_MS);
    return () => clearTimeout(timer);
  }, [present, stage, hands, load, paged]);

  return {
    list: page.list,
    more: page.cursor !== null,
    error: page.error,
    loadMore: () => void load(page.cursor ?? undefined),
    reload: () => void load(),
  };
}
