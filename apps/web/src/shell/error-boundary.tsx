import { Component, type PropsWithChildren } from 'react';
import { useLocation } from 'react-router-dom';
import { CrashPage } from './crash-page';

/** Keeps a page's mistake inside the page; the next page starts afresh. */
export function ErrorBoundary({ children }: PropsWithChildren) {
  const { pathname } = useLocation();
  return <Catcher key={pathname}>{children}</Catcher>;
}

class Catcher extends Component<PropsWithChildren, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    return this.state.error ? <CrashPage error={this.state.error} /> : this.props.children;
  }
}
