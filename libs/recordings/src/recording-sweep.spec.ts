import { Clock } from '@lectern/kernel';
import { RecordingSweep } from './recording-sweep';

class SetClock extends Clock {
  at = Date.parse('2026-11-29T10:00:00Z');

  override now(): number {
    return this.at;
  }
}

describe('RecordingSweep', () => {
  it('takes a recording up whose server is gone, but not before its people could come back to this one', async () => {
    const clock = new SetClock();
    const row = { id: 'r', updatedAt: '2026-11-29T09:58:00Z' };
    const begun: unknown[] = [];
    const recordings = { stale: (status: string) => Promise.resolve(status === 'recording' ? [row] : []) };
    const processing = { begin: (...given: unknown[]) => Promise.resolve(begun.push(given)) };
    const parts = [recordings, processing, {}, clock, { warn: () => undefined }] as unknown;
    const sweep = new RecordingSweep(...(parts as ConstructorParameters<typeof RecordingSweep>));
    sweep.onApplicationBootstrap();
    try {
      clock.at += 11_000;
      await sweep.run();
      expect(begun).toEqual([]);
      clock.at += 2_000;
      await sweep.run();
      expect(begun).toEqual([[row, row.updatedAt, 'server-lost']]);
    } finally {
      sweep.onApplicationShutdown();
    }
  });
});
