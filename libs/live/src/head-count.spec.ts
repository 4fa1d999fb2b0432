import { HeadCount } from './head-count';

it('counts people, not connections', () => {
  const heads = new HeadCount();
  for (const person of ['a', 'a', 'b']) heads.add(person);
  expect(heads.size).toBe(2);
  heads.remove('a');
  expect(heads.size).toBe(2);
  heads.remove('a');
  heads.remove('nobody');
  expect(heads.size).toBe(1);
});
