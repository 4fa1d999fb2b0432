import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { PageSkeleton } from '../ui/page-skeleton';
import { useMe } from './use-me';

/** The desk is for people with an account; others sign in first and come back. */
export function RequireAccount() {
  const { me, hasAccount } = useMe();
  const { pathname } = useLocation();
  if (me === undefined) return <PageSkeleton />;
  if (!hasAccount) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname)}`} replace />;
  return <Outlet />;
}
