import '@mantine/core/styles/CloseButton.layer.css';
import { CloseButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../room-context';
import classes from './notice-list.module.css';

/** The messages on view; the region stays in the page so that screen readers hear of new ones. */
export function NoticeList() {
  const { t } = useTranslation('room');
  const { notices } = useLiveRoom();
  const { items } = useSyncExternalStore(notices.store.subscribe, notices.store.get);
  return (
    <div className={classes.list} role="status" aria-live="polite" data-testid="notices">
      {items.map(({ id, text, tone }) => (
        <div key={id} className={classes.item} data-tone={tone}>
          <span>{text}</span>
          <CloseButton size="sm" aria-label={t('notice.dismiss')} onClick={() => notices.dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
