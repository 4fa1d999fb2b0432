import { Button, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useNews } from '../../session/use-news';
import classes from './contributions-card.module.css';

/** What is to be done for the library; nothing stands here while nothing is. */
export function ContributionsCard() {
  const { t } = useTranslation('desk');
  const { waiting, unread } = useNews();
  if (waiting === 0 && unread === 0) return null;
  return (
    <aside className={classes.card} aria-label={t('contributions.label')}>
      <IconInbox size={24} stroke={1.75} aria-hidden />
      <div className={classes.words}>
        {waiting > 0 && <Text fw={600}>{t('contributions.waiting', { count: waiting })}</Text>}
        {unread > 0 && <Text fw={600}>{t('contributions.unread', { count: unread })}</Text>}
      </div>
      <Button component={Link} to={`/desk/contributions${waiting > 0 ? '?show=queue' : ''}`} variant="default">
        {t('contributions.open')}
      </Button>
    </aside>
  );
}
