import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../test/support/until';
import { createLogger } from './logger';

const register = join(__dirname, '../../../tools/lib/sources.cjs');

/** What a process says that logs a line and then ends. */
const outputOf = (ending: string) =>
  new Promise<string>((resolve) => {
    const log = `require(${JSON.stringify(join(__dirname, 'logger.ts'))}).createLogger('test', 'info', false).info('last words')`;
    execFile(process.execPath, ['--require', register, '--eval', `${log}; ${ending}`], (_, stdout) => resolve(stdout));
  });

describe('the logger', () => {
  it('writes all lines, in order and without secrets, soon after they came', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'lectern-')), 'log');
    const logger = createLogger('test', 'info', false, path);
    for (let n = 0; n < 500; n += 1) logger.info({ n, password: 'secret' }, 'a line');
    const lines = async () => (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    await until(async () => (await lines()).length >= 500);
    const records = (await lines()).map((line) => JSON.parse(line) as { n: number; password: string });
    expect(records.map(({ n }) => n)).toEqual([...Array(500).keys()]);
    expect(new Set(records.map(({ password }) => password))).toEqual(new Set(['…']));
  });

  it('keeps secrets out of what a child is bound to and of errors too', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'lectern-')), 'log');
    const child = createLogger('test', 'info', false, path)
      .child({ job: 'j', ticket: 'hush' })
      .child({ secret: 'hush' });
    const error = Object.assign(new Error('failed'), { authorization: 'hush', request: { cookie: 'hush' } });
    child.error({ err: error, list: [{ token: 'hush' }] }, 'a line');
    const line = () => readFile(path, 'utf8');
    await until(async () => (await line()).endsWith('\n'));
    expect(await line()).not.toContain('hush');
    expect(JSON.parse(await line())).toMatchObject({
      job: 'j',
      ticket: '…',
      err: { type: 'Error', message: 'failed', authorization: '…', request: { cookie: '…' } },
      list: [{ token: '…' }],
    });
  });

  it.each(['process.exit(3)', 'throw new Error()', 'void 0'])('loses nothing at an end by `%s`', async (ending) => {
    expect(await outputOf(ending)).toContain('last words');
  });
});
