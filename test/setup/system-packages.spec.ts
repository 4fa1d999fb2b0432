import { execFileSync } from 'node:child_process';
import { FINISHED, FakeProject } from './fake-project';

const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;

jest.setTimeout(60_000);

describe('set-up and the packages of the system', () => {
  let project: FakeProject;
  beforeEach(() => {
    project = new FakeProject();
  });
  afterEach(() => project.dispose());

  it('prints the one command to run when it may not become root', async () => {
    project.without('redis-server', 'ffmpeg', 'cmake');
    project.command('apt-get', 'exit 1');
    project.command('sudo', 'exit 1');
    execFileSync('chmod', ['-R', 'a+rwX', project.base]);
    const { code, output } = await project.setUp({}, asRoot ? NOBODY : undefined);
    expect(code).toBe(1);
    expect(output).toContain(
      '\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ' +
        'redis-server ffmpeg cmake ninja-build pkg-config flatbuffers-compiler\n',
    );
    expect(project.takeCalls()).not.toContain('apt-get');
  });

  it('names what is missing where there is no apt', async () => {
    project.without('ffprobe');
    const { code, output } = await project.setUp();
    expect(code).toBe(1);
    expect(output).toContain('this system lacks: ffmpeg. Install them with its package manager');
  });

  it('installs with apt, and brings its lists up to date only when that is needed', async () => {
    project.without('redis-server');
    project.command('sudo', 'shift; exec "$@"');
    project.command('apt-get', installs('redis-server'));
    expect(await project.setUp()).toEqual(FINISHED);
    const calls = project.takeCalls();
    expect(calls).toMatch(/apt-get install -y --no-install-recommends .*redis-server\n/);
    expect(calls).not.toMatch(/apt-get update\n/);
  });

  it('fetches the package lists when the first try fails', async () => {
    project.without('redis-server');
    project.command('sudo', 'shift; exec "$@"');
    const second = `[ -e "$BASE/lists" ] || exit 100\n${installs('redis-server')}`;
    project.command(
      'apt-get',
      `case "$1" in update) : > "$BASE/lists"; exit 0;; install) ${second};; *) exit 1;; esac`,
    );
    expect(await project.setUp()).toEqual(FINISHED);
    expect(project.takeCalls()).toMatch(/apt-get install .*\n(.*\n)*apt-get update\n(.*\n)*apt-get install/);
  });

  it('takes Valkey for Redis, and needs neither where REDIS_URL names one', async () => {
    project.without('redis-server');
    expect(await project.setUp({ REDIS_URL: 'redis://elsewhere' })).toEqual(FINISHED);
    expect(await project.setUp()).toMatchObject({ code: 1 });
    project.command('valkey-server');
    expect(await project.setUp()).toMatchObject({ code: 0 });
  });

  it('wants the tools of the tests only for the tests', async () => {
    expect(await project.setUp()).toEqual(FINISHED);
    const { code, output } = await project.run(['tools/setup.mjs', '--test']);
    expect(code).toBe(1);
    expect(output).toContain('espeak-ng');
  });

  function installs(name: string): string {
    return `[ "$1" = install ] || exit 1; cp "$BASE/bin/ffmpeg" "$BASE/bin/${name}"`;
  }
});
