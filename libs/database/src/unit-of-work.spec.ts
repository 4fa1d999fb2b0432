import type { DataSource, EntityManager } from 'typeorm';
import { translate } from './translate';
import { UnitOfWork } from './unit-of-work';

/** A PostgreSQL whose transactions end with these outcomes, one after the other. */
function postgres(outcomes: (string | null)[]): DataSource {
  const transaction = async (run: (manager: EntityManager) => Promise<unknown>) => {
    const result = await run({} as EntityManager);
    const code = outcomes.shift();
    if (code) throw Object.assign(new Error(code), { driverError: { code } });
    return result;
  };
  return { options: { type: 'postgres' }, transaction } as unknown as DataSource;
}

describe('UnitOfWork on PostgreSQL', () => {
  it.each(['40001', '40P01', '23505'])('runs the work again after %s, and its effects once', async (code) => {
    const effect = jest.fn();
    const work = jest.fn(async (tx: { afterCommit(effect: () => void): void }) => tx.afterCommit(effect));
    await new UnitOfWork(postgres([code, code, null]), jest.fn()).run(work);
    expect(work).toHaveBeenCalledTimes(3);
    expect(effect).toHaveBeenCalledTimes(1);
  });

  it('gives up after the third time', async () => {
    const work = jest.fn(async () => undefined);
    await expect(new UnitOfWork(postgres(['40001', '40001', '40001']), jest.fn()).run(work)).rejects.toThrow('40001');
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('neither fails nor repeats committed work whose effect throws', async () => {
    const onEffectError = jest.fn();
    const last = jest.fn();
    const work = jest.fn(async (tx: { afterCommit(effect: () => void): void }) => {
      tx.afterCommit(() => {
        throw Object.assign(new Error('late'), { code: '40001' });
      });
      tx.afterCommit(last);
      return 'stored';
    });
    expect(await new UnitOfWork(postgres([null]), onEffectError).run(work)).toBe('stored');
    expect(work).toHaveBeenCalledTimes(1);
    expect(last).toHaveBeenCalledTimes(1);
    expect(onEffectError).toHaveBeenCalledWith(expect.objectContaining({ message: 'late' }));
  });
});

describe('translate', () => {
  it.each([
    [{ code: 'SQLITE_FULL' }, 'The disk is full'],
    [{ driverError: { code: '53100' } }, 'The disk is full'],
    [{ code: 'SQLITE_BUSY_SNAPSHOT' }, 'does not answer'],
    [{ driverError: { code: '57P01' } }, 'does not answer'],
    [{ code: 'ECONNREFUSED' }, 'does not answer'],
    [new Error('timeout exceeded when trying to connect'), 'does not answer'],
    [new Error('Connection terminated unexpectedly'), 'does not answer'],
  ])('makes a refusal of %j', (error, message) => {
    expect(translate(error)).toMatchObject({
      name: 'DomainError',
      message: expect.stringContaining(message) as string,
    });
  });

  it.each([new Error('a bug'), { driverError: { code: '42601' } }, undefined, 'text'])('leaves %j alone', (error) => {
    expect(translate(error)).toBe(error);
  });
});
