import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort, Lectern, until } from '../support/lectern';
import { importResource } from '../support/library';
import { Person, refusal } from '../support/person';
import { processesOn } from '../support/processes';
import { firstHost, scheduled } from '../support/stage';

jest.setTimeout(60_000);

const left: Lectern[] = [];
const prepared = async (env: Record<string, string> = {}) => {
  const lectern = await Lectern.prepare(env);
  left.push(lectern);
  return lectern;
};
const processesOf = ({ data }: Lectern) => processesOn(data);
const pidOf = (lectern: Lectern, part: RegExp) => processesOf(lectern).find(({ command }) => part.test(command))?.pid;

const REDIS = /redis-server|valkey-server/;
const MEDIA = /mediasoup-worker/;
const CAPTURE = /capture\.process/;
const WORKER = /apps\/worker/;

afterEach(async () => {
  for (const lectern of left.splice(0)) {
    for (const { pid } of processesOf(lectern)) process.kill(pid, 'SIGKILL');
    await lectern.remove();
  }
});

describe('a start that cannot succeed', () => {
  const occupied = createServer();
  let port: string, free: string;

  beforeAll(async () => {
    occupied.listen(0, '127.0.0.1');
    await once(occupied, 'listening');
    port = String((occupied.address() as { port: number }).port);
    free = String(await freePort());
  });
  afterAll(() => occupied.close());

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      'an unknown setting',
      () => ({ LECTERN_PROT: '3' }),
      /^LECTERN_PROT is not a setting of Lectern: check its spelling/,
    ],
    ['a port that is none', () => ({ LECTERN_PORT: '99999' }), /LECTERN_PORT: .*65535/],
    ['a setting without its other half', () => ({ LECTERN_TURN_URLS: 'turn:x' }), /without LECTERN_TURN_SECRET/],
    ['another database', () => ({ DATABASE_URL: 'mysql://x/y' }), /DATABASE_URL: must be a postgres:\/\/ address/],
    ['a broken DATABASE_URL', () => ({ DATABASE_URL: 'postgres://%zz@127.0.0.1/x' }), /correct DATABASE_URL/],
    [
      'a PostgreSQL that does not run',
      () => ({ DATABASE_URL: `postgres://me:secret@localhost:${free}/x` }),
      /^The database localhost:\d+\/x cannot be used \(.*ECONNREFUSED.*\): start it, or correct DATABASE_URL\.$/,
    ],
    ['a REDIS_URL that is none', () => ({ REDIS_URL: 'localhost' }), /REDIS_URL: must be a redis:\/\/ address/],
    [
      'a taken port',
      () => ({ LECTERN_PORT: port }),
      /^Port \d+ is taken: end the program that uses it, or set LECTERN_PORT/,
    ],
    [
      'a taken media port',
      () => ({ LECTERN_MEDIA_PORT: port, LECTERN_MEDIA_WORKERS: '1' }),
      /Port \d+ .* cannot be used for media|Media ports/,
    ],
    [
      'a media worker that does not run',
      () => ({ MEDIASOUP_WORKER_BIN: '/bin/false' }),
      /^The media worker \/bin\/false does not start/,
    ],
    [
      'no Redis',
      () => ({ PATH: '/nonexistent' }),
      /^Neither redis-server nor valkey-server is installed: run "node tools\/setup\.mjs"/,
    ],
    [
      'a data folder that cannot be',
      () => ({ LECTERN_DATA: '/dev/null/data' }),
      /^The data folder \/dev\/null\/data cannot be written/,
    ],
  ])('tells in one sentence of %s', async (_, env, sentence) => {
    const lectern = await prepared(env());
    await expect(lectern.launch()).rejects.toThrow('Lectern ended with 1');
    expect(lectern.complaints.trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
    expect(lectern.output).not.toMatch(/\n {4}at |secret/);
    expect(processesOf(lectern)).toEqual([]);
  });

  it('tells in one sentence of a database that is none', async () => {
    const lectern = await prepared();
    writeFileSync(join(lectern.data, 'lectern.sqlite'), 'this is no database '.repeat(500));
    await expect(lectern.launch()).rejects.toThrow('Lectern ended with 1');
    expect(lectern.complaints.trim().split('\n')).toEqual([expect.stringMatching(/lectern\.sqlite cannot be used/)]);
  });
});

describe('the processes of an installation', () => {
  /** A Lectern that records, so that each kind of process runs. */
  async function recording(): Promise<Lectern> {
    const lectern = await prepared();
    await lectern.launch();
    const host = await firstHost(lectern);
    const { webinarId } = await scheduled(host);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    await host.call('recording:start', {});
    host.leave();
    for (const part of [REDIS, MEDIA, CAPTURE, WORKER]) expect(pidOf(lectern, part)).toBeDefined();
    return lectern;
  }

  it('all end within 5 s of one Ctrl-C', async () => {
    const lectern = await recording();
    lectern.interrupt();
    await until(
      () => processesOf(lectern).length === 0,
      5_000,
      () => JSON.stringify(processesOf(lectern)),
    );
    expect(lectern.complaints).toBe('');
    expect(lectern.output).not.toContain('"unexpected error"');
    expect(await lectern.end()).toBe(0);
  });

  it('all end when the server alone is told to', async () => {
    const lectern = await recording();
    expect(await lectern.end('SIGTERM')).toBe(0);
    expect(processesOf(lectern)).toEqual([]);
  });

  it('all end when Ctrl-C comes before it is ready', async () => {
    const lectern = await prepared();
    const child = lectern.spawn();
    await until(() => pidOf(lectern, REDIS) !== undefined, 30_000);
    lectern.interrupt();
    await once(child, 'exit');
    expect(processesOf(lectern)).toEqual([]);
  });

  it('end with a server that was killed, but for Redis, which the next one takes over', async () => {
    const lectern = await recording();
    const redis = pidOf(lectern, REDIS);
    await lectern.end('SIGKILL');
    await until(
      () => processesOf(lectern).length === 1,
      20_000,
      () => JSON.stringify(processesOf(lectern)),
    );
    expect(pidOf(lectern, REDIS)).toBe(redis);

    await lectern.launch();
    expect(processesOf(lectern).filter(({ command }) => REDIS.test(command))).toMatchObject([{ pid: redis }]);
    const host = new Person(lectern.url, 'Amina Host');
    await host.api('POST /api/sessions', { body: { email: 'amina@example.org', password: 'a long pass phrase' } });
    const { me } = await host.api('GET /api/me', {});
    const params = { resourceId: await importResource(lectern, me!.id) };
    await until(async () => (await refusal(host.api('GET /api/resources/:resourceId', { params }))) === 'done', 20_000);
    expect(await lectern.end()).toBe(0);
    expect(processesOf(lectern)).toEqual([]);
  });
});
