import { RoomTurns } from './room-turns';

describe('turns of rooms', () => {
  let time = 0;
  let turns: RoomTurns;
  const nextTurn = () => new Promise(setImmediate);

  beforeEach(() => {
    time = 0;
    turns = new RoomTurns(() => time);
  });

  /** How many of so many events of a room go on at once. */
  const atOnce = (room: string, count: number) =>
    Array.from({ length: count }, () => turns.take(room)).filter((turn) => !turn).length;

  it('do not hold up a room that is alone', () => {
    expect(atOnce('a', 1_000)).toBe(1_000);
  });

  it('are eight of each, as soon as there are two', () => {
    void turns.take('a');
    expect(atOnce('b', 100)).toBe(8);
    expect(atOnce('a', 100)).toBe(7);
  });

  it('go on one after the other, in their order, until nobody waits', async () => {
    const done: number[] = [];
    void turns.take('a');
    const all = Array.from({ length: 20 }, async (_, n) => {
      await turns.take('b');
      done.push(n);
    });
    await nextTurn();
    expect(done).toHaveLength(16);
    expect(atOnce('b', 1)).toBe(0);
    await Promise.all(all);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    await nextTurn();
    await nextTurn();
    expect(atOnce('b', 100)).toBe(8);
  });

  it('are nobody’s business when the other room has been silent for a second', async () => {
    void turns.take('a');
    expect(atOnce('b', 9)).toBe(8);
    await nextTurn();
    await nextTurn();
    time = 1_001;
    expect(atOnce('b', 1_000)).toBe(1_000);
  });
});
