import { IconChevronLeft, IconChevronRight, IconLayoutGrid, IconX } from '@tabler/icons-react';
import type { ShownDeck } from '@lectern/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../room-context';
import { useAction } from '../ui/use-action';
import { Control } from './control';
import { PageList } from './page-list';
import classes from './presentation.module.css';
import { useTurningKeys } from './use-turning-keys';
import { useTurning } from './use-turning';

/** For those who present: turning, all pages, ending. Arrow keys and Page up/down do the same. */
export function DeckControls({ deck }: { deck: ShownDeck }) {
  const { t } = useTranslation('room');
  const { presentation } = useLiveRoom();
  const act = useAction();
  const [list, setList] = useState(false);
  const { page, turn } = useTurning(deck);
  // In right-to-left reading the left arrow goes on.
  const rtl = document.documentElement.dir === 'rtl';
  const [next, previous] = [() => turn(page + 1), () => turn(page - 1)];
  useTurningKeys({
    ArrowRight: rtl ? previous : next,
    ArrowLeft: rtl ? next : previous,
    PageDown: next,
    PageUp: previous,
    Home: () => turn(1),
    End: () => turn(deck.pages),
  });
  return (
    <>
      <div className={classes.controls} role="toolbar" aria-label={t('presentation.controls')}>
        <Control label={t('presentation.previous')} keys="ArrowLeft PageUp" disabled={page <= 1} onClick={previous}>
          <IconChevronLeft className={classes.directed} />
        </Control>
        <Control label={t('presentation.next')} keys="ArrowRight PageDown" disabled={page >= deck.pages} onClick={next}>
          <IconChevronRight className={classes.directed} />
        </Control>
        <Control label={t('presentation.pages')} onClick={() => setList(true)}>
          <IconLayoutGrid />
        </Control>
        <Control label={t('presentation.stop')} onClick={() => void act(() => presentation.stop())}>
          <IconX />
        </Control>
      </div>
      <PageList deck={deck} opened={list} onClose={() => setList(false)} onPage={turn} />
    </>
  );
}
