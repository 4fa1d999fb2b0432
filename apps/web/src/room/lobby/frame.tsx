import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Logo } from '../../ui/logo';
import classes from './frame.module.css';

/** The page around what stands before and after the live room. */
export function Frame({ children, wide = false }: PropsWithChildren<{ wide?: boolean }>) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Link to="/" className={classes.home}>
          <Logo /> {t('lectern')}
        </Link>
      </header>
      <main className={classes.main} data-wide={wide || undefined}>
        {children}
      </main>
    </div>
  );
}
