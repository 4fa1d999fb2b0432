import { question } from '../../testing/factories';
import { matching, mergeTargets } from './matching';

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('searching questions', () => {
  const list = [question({ id: '1', text: 'Où est l’École ?' }), question({ id: '2', text: 'هل التسجيلات متاحة' })];

  it.each([
    ['ecole', ['1']],
    ['OU est', ['1']],
    ['التَّسجيلات', ['2']],
    ['  ', ['1', '2']],
    ['ecole nowhere', []],
  ])('finds by "%s" %j', (search, found) => {
    expect(ids(matching(list, search))).toEqual(found);
  });
});

describe('where a question may be merged', () => {
  const waiting = question({ id: 'w', state: 'pending' });
  const open = question({ id: 'o', state: 'approved', votes: 2 });
  const answered = question({ id: 'a', state: 'answered', votes: 7 });
  const others = [waiting, open, answered, question({ id: 'd', state: 'dismissed' })];

  it('is what everyone sees, the most wanted first; for what waits also what waits', () => {
    expect(ids(mergeTargets(open, others))).toEqual(['a']);
    expect(ids(mergeTargets(question({ id: 'x', state: 'pending' }), others))).toEqual(['a', 'o', 'w']);
  });
});
