import { textOf } from './text-of';

const words = (...texts: string[]) => texts.map((text) => ({ text }));

describe('textOf', () => {
  it.each([
    [words('good', 'morning,', 'all'), 'good morning, all'],
    [words('你', '好', '，', '老', '师'), '你好，老师'],
    [words('用', 'Moodle', '教', '课'), '用 Moodle 教课'],
    [words('សួ', 'ស្តី'), 'សួស្តី'],
    [words('صباح', 'الخير'), 'صباح الخير'],
    [words('안녕', '하세요'), '안녕 하세요'],
    [[], ''],
  ])('writes %j as %s', (given, text) => {
    expect(textOf(given)).toBe(text);
  });
});
