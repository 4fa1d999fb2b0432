import { ServerClock } from './server-clock';

it('trusts the reading that was fastest', async () => {
  let local = 1_000_000;
  const ahead = 5000;
  let ways: [there: number, back: number][] = [];
  const read = () => {
    const [there, back] = ways.shift()!;
    local += there;
    const now = new Date(local + ahead).toISOString();
    local += back;
    return Promise.resolve({ now });
  };
  const clock = new ServerClock({ known: () => 0, read, local: () => local });
  expect(clock.now()).toBe(local);
  ways = [
    [1000, 100],
    [20, 30],
    [900, 0],
  ];
  await clock.look();
  expect(Math.abs(clock.now() - local - ahead)).toBeGreaterThan(400);
  await clock.look();
  expect(Math.abs(clock.now() - local - ahead)).toBeLessThan(10);
  await clock.look();
  expect(Math.abs(clock.now() - local - ahead)).toBeLessThan(10);
});

it('stays as it is when nobody answers', async () => {
  const clock = new ServerClock({ known: () => 42, read: () => Promise.reject(new Error('down')), local: () => 100 });
  await clock.look();
  expect(clock.now()).toBe(142);
});
