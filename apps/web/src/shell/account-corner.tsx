import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { useMe } from '../session/use-me';
import { AccountMenu } from './account-menu';
import classes from './account-menu.module.css';

export function AccountCorner() {
  const { t } = useTranslation();
  const { me } = useMe();
  const { pathname } = useLocation();
  if (me === undefined) return <span className={classes.avatar} aria-hidden />;
  if (me) return <AccountMenu me={me} />;
  const next = pathname === '/' || pathname === '/sign-in' ? '' : `?next=${encodeURIComponent(pathname)}`;
  return (
    <Anchor component={Link} to={`/sign-in${next}`} fw={600} fz="sm">
      {t('account.signIn')}
    </Anchor>
  );
}
