import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router-dom';
import { PageSkeleton } from '../ui/page-skeleton';
import { ErrorBoundary } from './error-boundary';
import { Header } from './header';
import { OfflineNotice } from './offline-notice';
import classes from './shell.module.css';
import { useArrival } from './use-arrival';

/** What every page but the room stands in. */
export function Shell() {
  const { t } = useTranslation();
  const main = useArrival();
  return (
    <>
      <a href="#main" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <Header />
      <OfflineNotice />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <ErrorBoundary>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}
