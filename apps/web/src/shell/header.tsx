import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router-dom';
import { useMe } from '../session/use-me';
import { Logo } from '../ui/logo';
import { AccountCorner } from './account-corner';
import classes from './header.module.css';
import { SchemeSwitch } from './scheme-switch';

export function Header() {
  const { t } = useTranslation();
  const { hasAccount } = useMe();
  return (
    <header className={classes.header}>
      <div className={classes.inner}>
        <Link to="/" className={classes.brand}>
          <Logo />
          <span>{t('lectern')}</span>
        </Link>
        <nav className={classes.nav} aria-label={t('nav.label')}>
          <NavLink to="/" end className={classes.link}>
            {t('nav.programme')}
          </NavLink>
          <NavLink to="/library" className={classes.link}>
            {t('nav.library')}
          </NavLink>
          {hasAccount && (
            <NavLink to="/desk" className={classes.link}>
              {t('nav.desk')}
            </NavLink>
          )}
        </nav>
        <div className={classes.end}>
          <SchemeSwitch />
          <AccountCorner />
        </div>
      </div>
    </header>
  );
}
