import type { Webinar } from '@lectern/contracts';
import { nextItem } from './agenda-draft';
import { bodyOf, draftOf, newDraft, problemsOf } from './draft';

const now = new Date('2026-11-22T19:40:00Z');

describe('newDraft', () => {
  it('needs a title alone', () => {
    const draft = newDraft(now, 'Asia/Phnom_Penh', ['en']);
    expect(problemsOf(draft)).toEqual(['title']);
    expect(bodyOf({ ...draft, title: 'Soil' })).toEqual({
      title: 'Soil',
      description: '',
      languages: ['en'],
      timeZone: 'Asia/Phnom_Penh',
      durationMinutes: 60,
      agenda: [],
      startsAt: '2026-11-23T20:00:00.000Z',
    });
  });
});

it('names what is missing, and sends nothing then', () => {
  const draft = { ...newDraft(now, 'UTC', []), date: '' };
  expect(problemsOf(draft)).toEqual(['title', 'when', 'languages']);
  expect(bodyOf(draft)).toBeNull();
});

it('sends the parts of the agenda that have a title', () => {
  const draft = { ...newDraft(now, 'UTC', ['en']), title: 'Soil' };
  const first = nextItem(draft.agenda, 60);
  const second = { ...nextItem([first], 60), title: 'Compost', speaker: 'Ada' };
  expect(bodyOf({ ...draft, agenda: [first, second] })?.agenda).toEqual([
    { offsetMinutes: 15, title: 'Compost', speaker: 'Ada' },
  ]);
  expect(nextItem([{ ...second, offsetMinutes: 55 }], 60).offsetMinutes).toBe(60);
});

it('keeps the planned moment when nothing is changed', () => {
  const agenda = [{ offsetMinutes: 5, title: 'Compost', speaker: '' }];
  const webinar = { title: 'Soil', description: '', languages: ['fr'], durationMinutes: 45, agenda };
  const planned = { ...webinar, startsAt: '2026-03-01T08:30:00.000Z', timeZone: 'Africa/Djibouti' } as Webinar;
  expect(draftOf(planned)).toMatchObject({ date: '2026-03-01', time: '11:30' });
  expect(bodyOf(draftOf(planned))).toMatchObject({ startsAt: planned.startsAt, agenda });
});
