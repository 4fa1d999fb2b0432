import type { Webinar } from '@lectern/contracts';
import { programmeOf } from './by-day';

const webinar = (title: string, startsAt: string, status: Webinar['status'] = 'scheduled') =>
  ({ title, startsAt, status }) as Webinar;

it('puts live ones first and the others under the day of the reader', () => {
  const all = [
    webinar('late', '2026-11-24T20:00:00.000Z'),
    webinar('on air', '2026-11-24T06:00:00.000Z', 'live'),
    webinar('early', '2026-11-24T08:00:00.000Z'),
    webinar('over', '2026-11-20T08:00:00.000Z', 'ended'),
  ];
  const programme = programmeOf(all, 'Asia/Phnom_Penh');
  expect(programme.live.map(({ title }) => title)).toEqual(['on air']);
  expect(programme.days.map(({ date, webinars }) => [date, ...webinars.map(({ title }) => title)])).toEqual([
    ['2026-11-24', 'early'],
    ['2026-11-25', 'late'],
  ]);
});
