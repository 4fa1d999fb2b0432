import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../room-context';
import type { CallError } from '../session/call-error';
import type { OutboxEntry } from '../session/outbox';
import { errorKey } from '../ui/error-words';
import classes from './panel.module.css';

interface OutboxItemProps {
  entry: OutboxEntry;
  /** Puts the text back into its box, where the room's rules want it otherwise. */
  onRewrite?: (entry: OutboxEntry) => void;
}

/** Something typed that the server does not have yet. */
export function OutboxItem({ entry, onRewrite }: OutboxItemProps) {
  const { t } = useTranslation('room');
  const { outbox } = useLiveRoom().session;
  const failed = entry.status === 'failed';
  return (
    <div className={classes.outbox} data-status={entry.status} data-testid="outbox-item">
      <p className={classes.outboxText}>{entry.text}</p>
      <p className={classes.outboxState}>{failed ? t('outbox.failed') : t('outbox.sending')}</p>
      {entry.error && <p className={classes.outboxState}>{t(reasonOf(entry.error))}</p>}
      {failed && (
        <div className={classes.row}>
          {onRewrite && entry.error && ruleOf(entry.error) ? (
            <Button size="compact-xs" onClick={() => onRewrite(entry)}>
              {t('outbox.rewrite')}
            </Button>
          ) : (
            <Button size="compact-xs" onClick={() => outbox.retry(entry.clientId)}>
              {t('outbox.retry')}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={() => outbox.discard(entry.clientId)}>
            {t('outbox.discard')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Of a text that the room's rules do not take, which of them. */
function ruleOf({ fields }: CallError): 'word' | 'link' | null {
  const rule = fields?.find(({ path }) => path === 'text')?.message;
  return rule === 'word' || rule === 'link' ? rule : null;
}

function reasonOf(error: CallError) {
  const rule = ruleOf(error);
  return rule ? (`chat.refused.${rule}` as const) : errorKey(error);
}
