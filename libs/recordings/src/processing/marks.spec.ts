import { agendaMarks, agendaStart, headingOf, questionMarks, slideMarks } from './marks';

const at = (clock: string) => `2026-11-20T${clock}:00.000Z`;

describe('what may begin a chapter', () => {
  it.each([
    ['as planned', '09:00', '09:00', '09:00'],
    ['late', '09:00', '09:07', '09:07'],
    ['with doors open early', '09:00', '08:45', '09:00'],
    ['long before it was planned', '09:00', '07:10', '07:10'],
    ['never', '09:00', null, '09:00'],
  ])('the agenda of a webinar that began %s', (_, planned, real, begun) => {
    const times = { startsAt: at(planned), startedAt: real && at(real) };
    expect(agendaStart(times)).toBe(Date.parse(at(begun)));
  });

  it('is an item of the agenda within the recording', () => {
    const begun = Date.parse(at('09:00'));
    const secondOf = (instant: number) => (instant > begun + 3e6 ? null : (instant - begun) / 1000 - 60);
    const agenda = [1, 10, 90].map((offsetMinutes) => ({ offsetMinutes, title: `${offsetMinutes}`, speaker: '' }));
    expect(agendaMarks(agenda, begun, secondOf)).toEqual([
      { kind: 'agenda', at: 0, title: '1' },
      { kind: 'agenda', at: 540, title: '10' },
    ]);
  });

  it('is a question that was taken up', () => {
    const question = (id: string, second: number | null) => ({
      id,
      at: second,
      text: id,
      author: null,
      votes: 0,
      answers: [],
    });
    const questions = [question('asked', 5), question('answered', 60), question('outside', null)];
    expect(questionMarks(questions, new Set(['answered', 'outside']))).toEqual([
      { kind: 'question', at: 60, title: 'answered' },
    ]);
  });

  it('is a slide on which somebody stayed', () => {
    const slide = (start: number, end: number, page: number) => ({ start, end, materialId: 'm', page });
    const slides = [slide(0, 30, 1), slide(30, 35, 2), slide(35, 90, 3)];
    expect(slideMarks(slides, ({ page }) => `Page ${page}`)).toEqual([
      { kind: 'slide', at: 0, title: 'Page 1' },
      { kind: 'slide', at: 35, title: 'Page 3' },
    ]);
  });

  it.each([
    ['12\n\n  Solar cells \nHow they work', 'Solar cells'],
    ['太阳能\n电池', '太阳能'],
    ['7 / 12\n%', ''],
  ])('%j is headed %j', (text, heading) => expect(headingOf(text)).toBe(heading));
});
