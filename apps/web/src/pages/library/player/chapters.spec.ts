import type { Chapter } from '@lectern/contracts';
import { chapterAt, otherChapter } from './chapters';

const chapters: Chapter[] = [0, 60, 300].map((at) => ({ at, title: `${at}`, kind: 'agenda' }));

it.each([
  [0, 0],
  [59.9, 0],
  [59.97, 1],
  [299, 1],
  [9999, 2],
])('second %d lies in chapter %i', (second, index) => expect(chapterAt(chapters, second)).toBe(index));

it('there is no chapter where there are none', () => {
  expect(chapterAt([], 5)).toBe(-1);
  expect(otherChapter([], 5, 1)).toBeNull();
  expect(otherChapter([], 5, -1)).toBeNull();
});

it.each([
  [10, 1, 60],
  [400, 1, null],
  [100, -1, 60],
  [62, -1, 0],
  [2, -1, 0],
] as const)('from second %d by %i: %p', (second, step, at) => expect(otherChapter(chapters, second, step)).toBe(at));
