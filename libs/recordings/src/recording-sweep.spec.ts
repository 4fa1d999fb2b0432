import { Clock } from '@lectern/kernel';
import { RecordingSweep } from './recording-sweep';

class SetClock extends Clock {
  at = Date.parse('2026-11-29T10:00:00Z');

  override now(): number {
    return this.at;
  }
}

describe('RecordingSweep', () => {
  const row = { id: 'r', updatedAt: '2026-11-29T09:58:00Z' };
  let clock: SetClock;
  let sweep: RecordingSweep;
  let begun: unknown[];

  beforeEach(() => {
    clock = new SetClock();
    begun = [];
    const recordings = { stale: (status: string) => Promise.resolve(status === 'recording' ? [row] : []) };
    const processing = { begin: (...given: unknown[]) => Promise.resolve(begun.push(given)) };
    const parts = [recordings, processing, {}, clock, { warn: () => undefined }] as unknown;
    sweep = new RecordingSweep(...(parts as ConstructorParameters<typeof RecordingSweep>));
    sweep.onApplicationBootstrap();
  });
  afterEach(() => sweep.onApplicationShutdown());

  const after = async (seconds: number) => {
    clock.at += seconds * 1_000;
    await sweep.run();
    return begun.length;
  };

  it('takes a recording up whose server is gone, but not before its people could come back to this one', async () => {
    expect(await after(11)).toBe(0);
    expect(await after(2)).toBe(1);
    expect(begun).toEqual([[row, row.updatedAt, 'server-lost']]);
  });

  it('takes no sign of life for too old after a standstill of its own', async () => {
    expect(await after(3)).toBe(0);
    expect(await after(60)).toBe(0);
    expect(await after(11)).toBe(0);
    expect(await after(3)).toBe(1);
  });
});
