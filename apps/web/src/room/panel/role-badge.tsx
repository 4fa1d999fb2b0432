import type { Role } from '@lectern/contracts';
import { useTranslation } from 'react-i18next';
import classes from './panel.module.css';

/** What somebody is here, unless it is one of the audience. */
export function RoleBadge({ role }: { role: Role }) {
  const { t } = useTranslation('common');
  if (role === 'attendee') return null;
  return <span className={classes.role}>{t(`roles.${role}`)}</span>;
}
