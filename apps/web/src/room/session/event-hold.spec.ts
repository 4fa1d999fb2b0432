import { EventHold } from './event-hold';

describe('events that are held back', () => {
  it('come in order when they are released, and not again', () => {
    const hold = new EventHold();
    const applied: number[] = [];
    hold.begin();
    expect([1, 2].map((n) => hold.keep(() => applied.push(n)))).toEqual([true, true]);
    expect(applied).toEqual([]);
    hold.release();
    hold.release();
    expect(applied).toEqual([1, 2]);
  });

  it('are left to the caller when nothing is held', () => {
    const hold = new EventHold();
    expect(hold.keep(() => undefined)).toBe(false);
    hold.begin();
    hold.release();
    expect(hold.keep(() => undefined)).toBe(false);
  });

  it('are not kept again when one of them, applied, brings another', () => {
    const hold = new EventHold();
    let again: boolean | undefined;
    hold.begin();
    hold.keep(() => (again = hold.keep(() => undefined)));
    hold.release();
    expect(again).toBe(false);
  });
});
