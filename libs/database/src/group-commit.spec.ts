import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openDatabase } from './data-source';
import { rawQuery } from './raw-query';
import type { Transaction } from './transaction';
import { UnitOfWork } from './unit-of-work';

describe('UnitOfWork on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-database-'));
  const statements: string[] = [];
  const effectErrors: unknown[] = [];
  let source: DataSource;
  let unitOfWork: UnitOfWork;
  let refused: { statement: string; error: Error } | undefined;

  const insert = (tx: Transaction, id: string) => rawQuery(tx.manager, 'INSERT INTO note (id) VALUES (?)', [id]);
  const stored = async () =>
    (await rawQuery<{ id: string }>(source.manager, 'SELECT id FROM note ORDER BY rowid', [])).map(({ id }) => id);
  const count = (statement: string) => statements.filter((one) => one === statement).length;

  beforeAll(async () => {
    source = await openDatabase({ kind: 'sqlite', file: join(folder, 'test.sqlite') }, []);
    await source.query('CREATE TABLE note (id text PRIMARY KEY)');
    unitOfWork = new UnitOfWork(source, (error) => effectErrors.push(error), Infinity);
    const runner = source.createQueryRunner();
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    jest.spyOn(runner, 'query').mockImplementation(async (...args: unknown[]) => {
      statements.push(args[0] as string);
      if (refused && args[0] === refused.statement) throw refused.error;
      return query(...args);
    });
  });

  beforeEach(async () => {
    refused = undefined;
    await source.query('DELETE FROM note');
    statements.length = 0;
    effectErrors.length = 0;
  });

  afterAll(async () => {
    await source.destroy();
    rmSync(folder, { recursive: true });
  });

  it('makes all work of one tick durable by one commit', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `note ${index}`);
    const results = await Promise.all(ids.map((id) => unitOfWork.run((tx) => insert(tx, id).then(() => id))));
    expect(results).toEqual(ids);
    expect(await stored()).toEqual(ids);
    expect(count('COMMIT')).toBe(1);
  });

  it('undoes the work that fails, and nothing else of its tick', async () => {
    const outcomes = await Promise.allSettled([
      unitOfWork.run((tx) => insert(tx, 'before')),
      unitOfWork.run(async (tx) => {
        await insert(tx, 'half');
        throw new Error('changed my mind');
      }),
      unitOfWork.run((tx) => insert(tx, 'before')),
      unitOfWork.run((tx) => insert(tx, 'after')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { message: 'changed my mind' } });
    expect(await stored()).toEqual(['before', 'after']);
    expect(count('COMMIT')).toBe(1);
  });

  describe('of work that may be run again', () => {
    const times = new Map<string, number>();
    const effects: string[] = [];
    let fresh: UnitOfWork;
    beforeEach(() => {
      times.clear();
      effects.length = 0;
      fresh = new UnitOfWork(source, (error) => effectErrors.push(error), Infinity);
    });

    const write = (id: string, refuse = false) =>
      fresh.runRepeatable(async (tx) => {
        times.set(id, (times.get(id) ?? 0) + 1);
        tx.afterCommit(() => effects.push(id));
        await insert(tx, id);
        if (refuse) throw new Error('refused');
        return id;
      });
    /** Whether one refusal of two makes the other run again, as it does where there are no savepoints. */
    const runsAgain = async (round: string) => {
      await Promise.allSettled([write(`${round} kept`), write(`${round} refused`, true)]);
      return times.get(`${round} kept`) === 2;
    };

    it('undoes what is refused alone, running the rest of the tick once more, and tells of it once', async () => {
      const outcomes = await Promise.allSettled([write('before'), write('half', true), write('after')]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).toMatchObject({ reason: { message: 'refused' } });
      expect(await stored()).toEqual(['before', 'after']);
      expect(effects).toEqual(['before', 'after']);
      expect(Object.fromEntries(times)).toEqual({ before: 2, half: 2, after: 1 });
    });

    it('runs nothing twice for a while after that, so that refusals cannot double all work', async () => {
      const again = [];
      for (let round = 0; round < 40; round += 1) again.push(await runsAgain(`${round}`));
      expect(again.filter(Boolean)).toHaveLength(3);
    });

    it('runs nothing twice in a tick with other work', async () => {
      let runs = 0;
      const other = fresh.run(async (tx) => {
        runs += 1;
        await insert(tx, 'other');
      });
      await Promise.allSettled([other, write('kept'), write('refused', true)]);
      expect([runs, times.get('kept'), times.get('refused')]).toEqual([1, 1, 1]);
      expect(await stored()).toEqual(['other', 'kept']);
    });
  });

  it('runs effects only after the commit, and none of work that failed', async () => {
    const seen: string[] = [];
    const effect = (name: string) => () => seen.push(`${name} after ${count('COMMIT')}`);
    await Promise.allSettled([
      unitOfWork.run(async (tx) => {
        tx.afterCommit(effect('kept'));
        await insert(tx, 'kept');
      }),
      unitOfWork.run(async (tx) => {
        tx.afterCommit(effect('failed'));
        throw new Error('no');
      }),
    ]);
    expect(seen).toEqual(['kept after 1']);
  });

  it('reports an effect that throws, and settles everyone', async () => {
    const ran = jest.fn();
    const results = await Promise.all([
      unitOfWork.run(async (tx) => {
        tx.afterCommit(() => {
          throw new Error('nobody listens');
        });
        tx.afterCommit(ran);
        return 'first';
      }),
      unitOfWork.run(async (tx) => {
        tx.afterCommit(ran);
        return 'second';
      }),
    ]);
    expect(results).toEqual(['first', 'second']);
    expect(ran).toHaveBeenCalledTimes(2);
    expect(effectErrors).toEqual([new Error('nobody listens')]);
  });

  it('rejects and undoes all of a batch whose commit fails, and goes on with the next', async () => {
    refused = { statement: 'COMMIT', error: Object.assign(new Error('disk I/O'), { code: 'SQLITE_IOERR' }) };
    const effect = jest.fn();
    const work = async (tx: Transaction) => {
      tx.afterCommit(effect);
      await insert(tx, 'lost');
    };
    const outcomes = await Promise.allSettled([unitOfWork.run(work), unitOfWork.run(async () => undefined)]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'DEPENDENCY_UNAVAILABLE' } });
    expect(effect).not.toHaveBeenCalled();
    expect(await stored()).toEqual([]);
    refused = undefined;
    await unitOfWork.run((tx) => insert(tx, 'next'));
    expect(await stored()).toEqual(['next']);
  });

  it('says that the disk is full when SQLite has undone the whole transaction for it', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const failing = unitOfWork.run(async ({ manager }) => {
      await rawQuery(manager, 'ROLLBACK', []);
      throw full;
    });
    const beside = unitOfWork.run((tx) => insert(tx, 'beside'));
    for (const outcome of await Promise.allSettled([failing, beside]))
      expect(outcome).toMatchObject({ reason: { message: expect.stringContaining('The disk is full') as string } });
    expect(await stored()).toEqual([]);
  });

  it('commits what it has when the rest would take long, and goes on with the rest in order', async () => {
    const hasty = new UnitOfWork(source, (error) => effectErrors.push(error), -1);
    const order: string[] = [];
    const write = (id: string) => hasty.run((tx) => insert(tx, id)).then(() => order.push(id));
    await Promise.all(['one', 'two', 'three', 'four'].map(write));
    expect(order).toEqual(['one', 'two', 'three', 'four']);
    expect(await stored()).toEqual(order);
    expect(count('COMMIT')).toBe(4);
  });

  it('begins a new batch for what arrives while one is written', async () => {
    const [, second] = await Promise.all([
      unitOfWork.run((tx) => insert(tx, 'one')),
      unitOfWork.run(async (tx) => {
        await insert(tx, 'two');
        return { later: unitOfWork.run((next) => insert(next, 'three')) };
      }),
    ]);
    await second.later;
    expect(await stored()).toEqual(['one', 'two', 'three']);
    expect(count('COMMIT')).toBe(2);
  });
});
