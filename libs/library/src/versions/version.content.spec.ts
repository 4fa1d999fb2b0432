import { resourceRow } from '../../testing/row';
import { changesBetween, contentOf } from './version.content';

const part = (id: string, title = id) => ({ id, title });
const file = (id: string) => ({ id, name: `${id}.pdf` });

describe('versions of a resource', () => {
  const before = contentOf(resourceRow(), { parts: [part('a'), part('b')], files: [file('x'), file('y')] });

  it.each([
    ['nothing', {}, {}, []],
    ['the title', { title: 'Another' }, {}, ['title']],
    ['lists', { authors: [], subjects: ['x'] }, {}, ['authors', 'subjects']],
    ['the order of parts', {}, { parts: [part('b'), part('a')] }, ['parts']],
    ['the title of a part', {}, { parts: [part('a', 'New'), part('b')] }, []],
    ['the order of files', {}, { files: [file('y'), file('x')] }, []],
    ['a file less', {}, { files: [file('x')] }, ['files']],
  ] as const)('notices %s', (_, change, contents, expected) => {
    const { parts, files } = before;
    const now = contentOf(resourceRow({ ...change }), { parts, files, ...contents } as typeof before);
    expect(changesBetween(before, now)).toEqual(expected);
  });
});
