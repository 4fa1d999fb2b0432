import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FINISHED, FakeProject } from './fake-project';

/** A process that has ended and that nobody has asked about yet has no program any more. */
function runs(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`) !== '';
  } catch {
    return false;
  }
}

jest.setTimeout(60_000);

describe('set-up', () => {
  let project: FakeProject;
  beforeEach(() => {
    project = new FakeProject();
  });
  afterEach(() => project.dispose());

  const native = () =>
    JSON.parse(readFileSync(join(project.root, 'node_modules/.lectern/native.json'), 'utf8')) as Record<string, string>;
  const workerEntry = () => readdirSync(join(project.cache, 'lectern')).find((name) => name.startsWith('mediasoup-'))!;

  it('installs and compiles everything once, and then has nothing to do', async () => {
    const first = await project.setUp();
    expect(first).toEqual(FINISHED);
    const calls = project.takeCalls();
    expect(calls).toContain('npm ci');
    expect(calls).toContain('node-gyp');
    expect(calls).toContain('ninja');
    expect(existsSync(native().mediasoupWorkerBin!)).toBe(true);

    const second = await project.setUp();
    expect(second).toEqual({ code: 0, output: 'Set-up: everything is in place\n' });
    expect(project.takeCalls()).toBe('');
  });

  it('refuses an old Node in one sentence', async () => {
    project.write('old-node.cjs', "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });");
    const { code, output } = await project.run(['--require', './old-node.cjs', 'tools/setup.mjs']);
    expect(code).toBe(1);
    expect(output).toMatch(/^Set-up: Lectern needs Node 20\.19 or newer, and this is 18\.20\.4\. Install .*\n$/);
  });

  it.each(['20.18.3', '19.9.0'])('refuses Node %s', async (version) => {
    const script = `import { nodeProblem } from './tools/setup/node-version.mjs'; console.log(nodeProblem('${version}'))`;
    expect((await project.run(['--input-type=module', '-e', script])).output).toContain(`this is ${version}`);
  });

  it.each(['20.19.0', '22.0.0', '24.11.1'])('accepts Node %s', async (version) => {
    const script = `import { nodeProblem } from './tools/setup/node-version.mjs'; console.log(nodeProblem('${version}'))`;
    expect((await project.run(['--input-type=module', '-e', script])).output).toBe('null\n');
  });

  it('installs the packages again when the lock file changes, without compiling again', async () => {
    await project.setUp();
    project.takeCalls();
    project.write('package-lock.json', '{"changed":true}');
    expect(await project.setUp()).toEqual(FINISHED);
    expect(project.takeCalls().trim().split('\n')).toEqual([expect.stringContaining('npm ci')]);
  });

  it('says what npm said when it fails, and goes on from there the next time', async () => {
    const working = readFileSync(join(project.bin, 'npm'), 'utf8');
    project.command('npm', 'echo "npm error code E404"; echo "npm error Not found: left-pad"; exit 1');
    const failed = await project.setUp();
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('Not found: left-pad');
    expect(failed.output).not.toMatch(/\n\s+at /);

    writeFileSync(join(project.bin, 'npm'), working);
    expect(await project.setUp()).toEqual(FINISHED);
  });

  it('says so when npm or the lock file is missing', async () => {
    project.without('npm');
    expect((await project.setUp()).output).toContain('npm was not found on PATH');
    rmSync(join(project.root, 'package-lock.json'));
    expect((await project.setUp()).output).toContain('git checkout package-lock.json');
  });

  it('serves a second clone from the cache', async () => {
    await project.setUp();
    project.takeCalls();
    expect(await project.clone().setUp()).toEqual(FINISHED);
    expect(project.takeCalls().trim().split('\n')).toEqual([expect.stringContaining('npm ci')]);
  });

  it('compiles again what is damaged in the cache', async () => {
    await project.setUp();
    project.takeCalls();
    writeFileSync(native().mediasoupWorkerBin!, 'cut sho');
    const sqlite = readdirSync(join(project.cache, 'lectern')).find((name) => name.startsWith('better-sqlite3'))!;
    writeFileSync(join(project.cache, 'lectern', sqlite, 'better_sqlite3.node'), 'cut sho');

    const clone = project.clone();
    expect(await clone.setUp()).toEqual(FINISHED);
    const calls = project.takeCalls();
    expect(calls).toContain('ninja');
    expect(calls).toContain('node-gyp');
    expect(await clone.setUp()).toMatchObject({ output: 'Set-up: everything is in place\n' });
  });

  it('leaves nothing that looks finished when compiling fails, and finishes the next time', async () => {
    const working = readFileSync(join(project.bin, 'ninja'), 'utf8');
    project.command('ninja', 'echo "error: no such type"; exit 1');
    const failed = await project.setUp();
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('error: no such type');
    expect(workerEntry()).toBeUndefined();

    writeFileSync(join(project.bin, 'ninja'), working);
    project.takeCalls();
    expect(await project.setUp()).toEqual(FINISHED);
    expect(project.takeCalls()).not.toContain('node-gyp');
  });

  it('clears away what a killed set-up left', async () => {
    const gone = 2 ** 22 + 1;
    const left = join(project.cache, 'lectern', `.tmp-${gone}-vosk`);
    mkdirSync(left, { recursive: true });
    writeFileSync(join(project.cache, 'lectern/setup.lock'), String(gone));
    expect(await project.setUp()).toEqual(FINISHED);
    expect(existsSync(left)).toBe(false);
  });

  it('takes its compilers along when it is told to end', async () => {
    project.command('ninja', 'echo $$ > "$BASE/ninja.pid"; exec sleep 60');
    symlinkSync('/usr/bin/sleep', join(project.bin, 'sleep'));
    const file = join(project.base, 'ninja.pid');
    const outcome = project.setUp({}, undefined, (child) => {
      const poll = setInterval(() => {
        if (!existsSync(file)) return;
        clearInterval(poll);
        child.kill('SIGTERM');
      }, 20);
    });
    expect(await outcome).toMatchObject({ code: 143 });
    // The test's own time limit ends this wait when the compiler goes on.
    while (runs(Number(readFileSync(file, 'utf8')))) await sleep(20);
  });

  it('lets a second set-up wait for the first one', async () => {
    const [a, b] = await Promise.all([project.setUp(), project.setUp()]);
    expect([a, b]).toEqual([FINISHED, FINISHED]);
    expect(a.output + b.output).toContain('another set-up is running');
    expect(project.takeCalls().match(/^npm ci/gm)).toHaveLength(1);
  });

  it('names a cache folder that cannot be written', async () => {
    writeFileSync(join(project.base, 'file'), '');
    chmodSync(join(project.base, 'file'), 0o444);
    const { code, output } = await project.setUp({ XDG_CACHE_HOME: join(project.base, 'file') });
    expect(code).toBe(1);
    expect(output).toContain('set XDG_CACHE_HOME');
  });

  it('prefers a media worker that MEDIASOUP_WORKER_BIN names', async () => {
    const own = join(project.bin, 'my-worker');
    project.command('my-worker', 'exit 41');
    expect(await project.setUp({ MEDIASOUP_WORKER_BIN: own })).toEqual(FINISHED);
    expect(native().mediasoupWorkerBin).toBe(own);
    expect(project.takeCalls()).not.toContain('ninja');
  });
});
