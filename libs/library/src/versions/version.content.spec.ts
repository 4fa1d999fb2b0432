import type { VersionContent, VersionField } from '@lectern/contracts';
import { resourceRow } from '../../testing/row';
import type { ResourceRow } from '../resource.entities';
import { changesBetween, contentOf } from './version.content';

type Contents = Pick<VersionContent, 'parts' | 'files'>;

const part = (id: string, title = id) => ({ id, title });
const file = (id: string) => ({ id, name: `${id}.pdf` });

describe('versions of a resource', () => {
  const contents: Contents = { parts: [part('a'), part('b')], files: [file('x'), file('y')] };
  const before = contentOf(resourceRow(), contents);

  it.each<[string, Partial<ResourceRow>, Partial<Contents>, VersionField[]]>([
    ['nothing', {}, {}, []],
    ['the title', { title: 'Another' }, {}, ['title']],
    ['lists', { authors: [], subjects: ['x'] }, {}, ['authors', 'subjects']],
    ['the order of parts', {}, { parts: [part('b'), part('a')] }, ['parts']],
    ['the title of a part', {}, { parts: [part('a', 'New'), part('b')] }, []],
    ['the order of files', {}, { files: [file('y'), file('x')] }, []],
    ['a file less', {}, { files: [file('x')] }, ['files']],
  ])('notice %s', (_, change, changed, expected) => {
    expect(changesBetween(before, contentOf(resourceRow(change), { ...contents, ...changed }))).toEqual(expected);
  });
});
