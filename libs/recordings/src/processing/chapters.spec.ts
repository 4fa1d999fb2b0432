import { chaptersOf, type Mark } from './chapters';

const mark = (kind: Mark['kind'], at: number, title = `${kind} ${at}`): Mark => ({ kind, at, title });
const of = (marks: Mark[], duration = 1800) =>
  chaptersOf(marks, duration, 'The webinar').map(({ at, title }) => [at, title]);

describe('chapters', () => {
  it.each<[string, Mark[], unknown[]]>([
    ['nothing', [], []],
    ['one that begins it all', [mark('agenda', 0)], []],
    [
      'what follows a beginning',
      [mark('agenda', 300)],
      [
        [0, 'The webinar'],
        [300, 'agenda 300'],
      ],
    ],
    [
      'a beginning a little late',
      [mark('agenda', 4), mark('agenda', 300)],
      [
        [0, 'agenda 4'],
        [300, 'agenda 300'],
      ],
    ],
    ['what is out of the recording', [mark('agenda', -60), mark('agenda', 1799), mark('question', 1900)], []],
    [
      'a slide beside an item of the agenda',
      [mark('slide', 310), mark('agenda', 300), mark('agenda', 0)],
      [
        [0, 'agenda 0'],
        [300, 'agenda 300'],
      ],
    ],
    [
      'a question among slides',
      [mark('slide', 0), mark('slide', 100), mark('question', 120), mark('slide', 200)],
      [
        [0, 'slide 0'],
        [120, 'question 120'],
        [200, 'slide 200'],
      ],
    ],
    [
      'going back to the slide that it is about',
      [mark('slide', 0, 'Solar cells'), mark('slide', 100, 'Solar cells'), mark('slide', 200, 'Batteries')],
      [
        [0, 'Solar cells'],
        [200, 'Batteries'],
      ],
    ],
    ['a title that says nothing', [mark('slide', 0), mark('slide', 100, ' \n ')], []],
  ])('of %s', (_, marks, chapters) => expect(of(marks)).toEqual(chapters));

  it('are few, however fast slides are turned and questions asked', () => {
    const marks = Array.from({ length: 2000 }, (_, i) => mark(i % 2 === 0 ? 'slide' : 'question', i * 5));
    const chapters = chaptersOf(marks, 10_000, 'The webinar');
    expect(chapters.length).toBeGreaterThan(20);
    expect(chapters.length).toBeLessThanOrEqual(101);
    expect(chapters[0]!.at).toBe(0);
    expect(chapters.map(({ at }) => at)).toEqual(chapters.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('have titles of one line that fits', () => {
    const long = `${'very '.repeat(40)}long`;
    const titles = chaptersOf([mark('question', 60, 'Does it\n\nwork?'), mark('question', 200, long)], 600, 'Start');
    expect(titles.map(({ title }) => title)).toEqual(['Start', 'Does it work?', `${'very '.repeat(22)}very…`]);
    const chinese = chaptersOf([mark('question', 60, '电'.repeat(300))], 600, 'Start')[1]!.title;
    expect(chinese).toBe(`${'电'.repeat(119)}…`);
  });
});
