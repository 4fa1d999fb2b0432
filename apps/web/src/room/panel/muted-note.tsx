import { useTranslation } from 'react-i18next';
import classes from './panel.module.css';

/** Instead of a box to type in: why there is none. */
export function MutedNote() {
  const { t } = useTranslation('room');
  return <p className={classes.muted}>{t('mutedNote')}</p>;
}
