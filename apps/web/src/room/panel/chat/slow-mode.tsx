import type { ChatChannel } from '@lectern/contracts';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../../room-context';
import { useServerNow } from '../../ui/use-now';
import classes from './chat.module.css';

/** Seconds until this person may write to everyone again. */
export function useSlowSeconds(channel: ChatChannel): number {
  const now = useServerNow();
  const { moderate } = useAbilities();
  const slowSeconds = useRoom((state) => state.chat.settings.slowSeconds);
  const last = useRoom((state) => state.chat.lastSentAt);
  if (channel !== 'everyone' || moderate || slowSeconds === 0 || !last) return 0;
  return Math.min(slowSeconds, Math.max(0, Math.ceil((Date.parse(last) + slowSeconds * 1000 - now) / 1000)));
}

export function SlowNote({ channel, wait }: { channel: ChatChannel; wait: number }) {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const slowSeconds = useRoom((state) => state.chat.settings.slowSeconds);
  if (channel !== 'everyone' || moderate || slowSeconds === 0) return null;
  return (
    <p className={classes.hint} data-testid="slow-mode">
      {wait > 0 ? t('chat.slow.wait', { count: wait }) : t('chat.slow.on', { count: slowSeconds })}
    </p>
  );
}
