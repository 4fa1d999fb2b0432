import type { Webinar } from '@lectern/contracts';
import { sortMine } from './sort-mine';

const webinar = (id: string, startsAt: string, status: Webinar['status']) => ({ id, startsAt, status }) as Webinar;
const ids = (webinars: readonly Webinar[]) => webinars.map(({ id }) => id);

describe('sortMine', () => {
  it('takes the live one next, however early another starts', () => {
    const mine = sortMine([
      webinar('later', '2026-11-26', 'scheduled'),
      webinar('live', '2026-11-25', 'live'),
      webinar('overdue', '2026-11-20', 'scheduled'),
      webinar('old', '2026-10-01', 'ended'),
      webinar('older', '2026-09-01', 'ended'),
    ]);
    expect(mine.next?.id).toBe('live');
    expect(ids(mine.coming)).toEqual(['overdue', 'later']);
    expect(ids(mine.past)).toEqual(['old', 'older']);
  });

  it('has nothing next when all is over', () => {
    expect(sortMine([webinar('old', '2026-10-01', 'ended')]).next).toBeUndefined();
  });
});
