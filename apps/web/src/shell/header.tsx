import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router-dom';
import { useMe } from '../session/use-me';
import { useNews } from '../session/use-news';
import { Logo } from '../ui/logo';
import { AccountCorner } from './account-corner';
import classes from './header.module.css';
import { SchemeSwitch } from './scheme-switch';

export function Header() {
  const { t } = useTranslation();
  const { hasAccount } = useMe();
  const { waiting, unread } = useNews();
  const news = waiting + unread;
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
              {news > 0 && (
                <span className={classes.news}>
                  <span aria-hidden>{news}</span>
                  <VisuallyHidden>{t('nav.news', { count: news })}</VisuallyHidden>
                </span>
              )}
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
