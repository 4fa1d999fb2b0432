import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import type { SortBy } from './order';
import classes from './qa.module.css';
import { useQuestionCommands } from './use-question-commands';

/** The next page from the server, where it has more than this page holds. */
export function LoadMore({ search, sort }: { search: string; sort: SortBy }) {
  const { t } = useTranslation('room');
  const commands = useQuestionCommands();
  const { store } = useLiveRoom().session;
  const act = useAction();
  const more = useRoom((state) => state.moreQuestions);
  const [busy, setBusy] = useState(false);
  const place = useRef<{ list: string; cursor: string | null }>({ list: '', cursor: null });
  if (!more) return null;
  const list = `${sort} ${search}`;
  const load = async (): Promise<void> => {
    setBusy(true);
    const cursor = place.current.list === list ? place.current.cursor : null;
    await act(async () => {
      const next = await commands.load({ sort, ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) });
      place.current = { list, cursor: next };
      if (!next && !search) store.set({ moreQuestions: false });
    });
    setBusy(false);
  };
  return (
    <Button className={classes.loadMore} size="compact-sm" variant="subtle" loading={busy} onClick={() => void load()}>
      {t('qa.loadMore')}
    </Button>
  );
}
