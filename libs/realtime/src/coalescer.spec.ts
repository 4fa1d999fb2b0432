import { Coalescer } from './coalescer';

describe('Coalescer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends the first change at once and the rest together, the latest of each key', () => {
    const sent: [string, number][][] = [];
    const coalescer = new Coalescer<number>(250, (changes) => sent.push([...changes]));
    coalescer.set('a', 1);
    for (let value = 2; value <= 1_000; value += 1) coalescer.set(value % 2 ? 'a' : 'b', value);
    expect(sent).toEqual([[['a', 1]]]);
    jest.advanceTimersByTime(250);
    expect(sent[1]).toEqual([
      ['b', 1_000],
      ['a', 999],
    ]);
  });

  it('waits as long as the interval is then', () => {
    let interval = 250;
    const sent: number[] = [];
    const coalescer = new Coalescer<number>(
      () => interval,
      (changes) => sent.push(changes.get('a')!),
    );
    coalescer.set('a', 1);
    interval = 2_000;
    coalescer.set('a', 2);
    jest.advanceTimersByTime(250);
    coalescer.set('a', 3);
    jest.advanceTimersByTime(1_999);
    expect(sent).toEqual([1, 2]);
    jest.advanceTimersByTime(1);
    expect(sent).toEqual([1, 2, 3]);
  });

  it('leaves no timer behind once it is quiet', () => {
    const coalescer = new Coalescer<number>(250, () => undefined);
    coalescer.set('a', 1);
    jest.advanceTimersByTime(600);
    expect(jest.getTimerCount()).toBe(0);
  });
});
