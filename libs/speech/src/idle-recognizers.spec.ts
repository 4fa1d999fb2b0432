import { IdleRecognizers } from './idle-recognizers';

describe('IdleRecognizers', () => {
  const [english, french] = [{}, {}];
  let closed: string[];
  let idle: IdleRecognizers<{ name: string; close(): void }>;
  const one = (name: string) => ({ name, close: () => void closed.push(name) });

  beforeEach(() => {
    closed = [];
    idle = new IdleRecognizers();
  });

  it('gives back the one used last with a model, once', () => {
    idle.give(english, one('a'));
    idle.give(english, one('b'));
    idle.give(french, one('c'));
    expect(idle.take(english)?.name).toBe('b');
    expect(idle.take(english)?.name).toBe('a');
    expect(idle.take(english)).toBeNull();
    expect(closed).toEqual([]);
  });

  it('frees the oldest when there are too many, and the rest at the end', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) idle.give(english, one(name));
    expect(closed).toEqual(['a']);
    expect(idle.take(english)?.name).toBe('e');
    idle.close();
    expect(closed).toEqual(['a', 'b', 'c', 'd']);
    expect(idle.take(english)).toBeNull();
  });
});
