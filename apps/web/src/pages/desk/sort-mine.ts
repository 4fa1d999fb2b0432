import type { Webinar } from '@lectern/contracts';

export interface Mine {
  /** What the host must do next: the live one, else the one that starts first. */
  next: Webinar | undefined;
  coming: Webinar[];
  past: Webinar[];
}

export function sortMine(webinars: readonly Webinar[]): Mine {
  const byStart = webinars.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  const open = byStart.filter(({ status }) => status !== 'ended');
  const next = open.find(({ status }) => status === 'live') ?? open[0];
  return {
    next,
    coming: open.filter((webinar) => webinar !== next),
    past: byStart.filter(({ status }) => status === 'ended').toReversed(),
  };
}
