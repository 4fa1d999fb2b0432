import { useTranslation } from 'react-i18next';
import type { WebinarStatus } from '@lectern/contracts';
import classes from './pill.module.css';

/** What is live is red and says so; what is over is quiet. */
export function StatusPill({ status }: { status: WebinarStatus }) {
  const { t } = useTranslation();
  return (
    <span className={classes.pill} data-tone={status}>
      {status === 'live' && <span className={classes.dot} aria-hidden />}
      {t(`status.${status}`)}
    </span>
  );
}
