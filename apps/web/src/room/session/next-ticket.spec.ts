import { NextTicket } from './next-ticket';

const given = (ticket: string) => ({ ticket, seconds: 300 });

describe('the ticket to come back with', () => {
  let renewals: number;
  let kept: NextTicket;

  beforeEach(() => {
    jest.useFakeTimers();
    renewals = 0;
    kept = new NextTicket(() => (renewals += 1));
  });

  afterEach(() => {
    kept.drop();
    jest.useRealTimers();
  });

  it('is given out once, the latest', () => {
    expect(kept.take()).toBeUndefined();
    kept.keep(given('first'));
    kept.keep(given('second'));
    expect([kept.take(), kept.take()]).toEqual(['second', undefined]);
  });

  it('is not used when it is too old, or nearly', () => {
    kept.keep(given('old'));
    jest.setSystemTime(Date.now() + 295_000);
    expect(kept.take()).toBeUndefined();
  });

  it('is renewed before it is too old, and again when that brought none', () => {
    kept.keep(given('first'));
    jest.advanceTimersByTime(100_000);
    expect(renewals).toBe(0);
    jest.advanceTimersByTime(160_000);
    expect(renewals).toBe(1);
    jest.advanceTimersByTime(300_000);
    expect(renewals).toBeGreaterThan(1);
  });

  it('asks for no other once it is used or dropped', () => {
    kept.keep(given('first'));
    kept.take();
    kept.keep(given('second'));
    kept.drop();
    jest.advanceTimersByTime(900_000);
    expect(renewals).toBe(0);
  });
});
