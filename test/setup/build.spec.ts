import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FakeProject } from './fake-project';

const SERVER = 'server and worker';
const WEB = 'web client';

jest.setTimeout(60_000);

/** The real transpiler, and stand-ins for vite and jest. */
describe('build and test run', () => {
  let project: FakeProject;
  beforeEach(() => {
    project = new FakeProject();
    const answer = "import { answer } from '@lectern/qa';\nconsole.log(answer as number);";
    project.write('apps/server/src/main.ts', answer);
    project.write('apps/worker/src/main.ts', 'export {};');
    project.write('apps/web/index.html', '');
    project.write('libs/qa/src/index.ts', 'export const answer: number = 42;');
    project.write('libs/contracts/src/index.ts', 'export {};');
    tool('vite', 'mkdir -p dist/web; : > dist/web/index.html');
    symlinkSync(resolve(__dirname, '../../node_modules/@swc'), join(project.root, 'node_modules/@swc'));
  });
  afterEach(() => project.dispose());

  function tool(name: string, script: string): void {
    const path = `node_modules/.bin/${name}`;
    project.write(path, `#!/bin/sh\n${script}\n`);
    chmodSync(join(project.root, path), 0o755);
  }
  const build = () => project.run(['tools/build.mjs']);
  const built = async () => [...(await build()).output.matchAll(/^Build: (.*) in /gm)].map(([, name]) => name).sort();

  it('builds everything the first time and nothing the second', async () => {
    expect(await built()).toEqual([SERVER, WEB]);
    expect(await build()).toEqual({ code: 0, output: '' });
  });

  it('makes a server that finds our libs', async () => {
    await build();
    expect(await project.run(['dist/apps/server/src/main.js'])).toEqual({ code: 0, output: '42\n' });
  });

  it.each([
    ['apps/server/src/main.ts', [SERVER]],
    ['apps/web/index.html', [WEB]],
    ['libs/qa/src/index.ts', [SERVER]],
    ['libs/contracts/src/new.ts', [SERVER, WEB]],
    ['package-lock.json', [SERVER, WEB]],
    ['libs/qa/src/qa.spec.ts', []],
  ])('after a change of %s builds %j', async (path, expected) => {
    await build();
    project.write(path, '// changed');
    expect(await built()).toEqual(expected);
  });

  it('sees that an output is gone, and that a source is', async () => {
    project.write('libs/qa/src/old.ts', '');
    await build();
    rmSync(join(project.root, 'dist/web'), { recursive: true });
    rmSync(join(project.root, 'libs/qa/src/old.ts'));
    expect(await built()).toEqual([SERVER, WEB]);
    expect(existsSync(join(project.root, 'dist/libs/qa/src/old.js'))).toBe(false);
  });

  it('shows why a build failed, keeps the last good one, and tries again the next time', async () => {
    await build();
    const main = join(project.root, 'dist/apps/server/src/main.js');
    const good = readFileSync(main, 'utf8');
    project.write('libs/qa/src/index.ts', 'export const = 42');
    for (const attempt of [1, 2]) {
      const { code, output } = await build();
      expect({ attempt, code }).toEqual({ attempt, code: 1 });
      expect(output).toContain('libs/qa/src/index.ts');
    }
    expect(readFileSync(main, 'utf8')).toBe(good);
  });

  describe('npm test', () => {
    const results = (counts: Record<string, number>) =>
      JSON.stringify({
        numPassedTests: 0,
        numFailedTests: 0,
        numPendingTests: 0,
        numRuntimeErrorTestSuites: 0,
        testResults: [],
        ...counts,
      });
    /** A jest that writes these results for unit tests, for scenarios, and for tests in the browser. */
    function jest(unit: string, scenarios: string, browser: string, code = 0): void {
      project.write('unit.json', unit);
      project.write('scenarios.json', scenarios);
      project.write('browser.json', browser);
      const copy = 'for a in "$@"; do case "$a" in --outputFile=*) cp $(basename "$a") "${a#*=}";; esac; done';
      const bin = join(project.bin, 'basename');
      if (!existsSync(bin)) {
        writeFileSync(bin, '#!/bin/sh\necho "${1##*/}"\n');
        chmodSync(bin, 0o755);
      }
      tool('jest', `echo "$*" >> jest.calls; ${copy}; exit ${code}`);
    }
    const test = (...filters: string[]) => project.run(['tools/test.mjs', ...filters]);
    const lastLine = (output: string) => output.trimEnd().split('\n').at(-1);

    it('adds up all runs in its last line', async () => {
      const [three, four, five] = [3, 4, 5].map((numPassedTests) => ({ numPassedTests }));
      jest(results(three!), results({ ...four, numPendingTests: 1 }), results(five!));
      const { code, output } = await test();
      expect({ code, last: lastLine(output) }).toEqual({ code: 0, last: '12 passed, 0 failed' });
      expect(output).toContain('1 skipped');
    });

    it('counts a spec that does not load as a failure', async () => {
      jest(results({ numPassedTests: 3 }), results({ numRuntimeErrorTestSuites: 1 }), results({}), 1);
      const { code, output } = await test();
      expect(code).toBe(1);
      expect(lastLine(output)).toMatch(/^3 passed, [123] failed$/);
    });

    it('runs a spec file that failed once more, alone', async () => {
      const failed = { name: join(project.root, 'qa.spec.ts'), status: 'failed', assertionResults: [] };
      const unsteady = JSON.stringify({ ...JSON.parse(results({ numFailedTests: 1 })), testResults: [failed] });
      project.write('scenarios-again.json', results({ numPassedTests: 1 }));
      jest(results({}), unsteady, results({}));
      const { code, output } = await test();
      expect({ code, last: lastLine(output) }).toEqual({ code: 0, last: '1 passed, 0 failed' });
      const calls = readFileSync(join(project.root, 'jest.calls'), 'utf8').trim().split('\n');
      expect(calls.filter((call) => call.includes('--runInBand'))).toHaveLength(1);
      expect(calls.some((call) => call.includes('--runInBand') && call.includes('--maxWorkers'))).toBe(false);
      expect(calls.find((call) => call.includes('--runTestsByPath'))).toContain('qa.spec.ts');
    });

    it('fails when jest dies before it has written results', async () => {
      tool('jest', 'exit 7');
      expect((await test()).code).toBe(1);
    });

    it('fails when nothing was run', async () => {
      jest(results({}), results({}), results({}));
      const { code, output } = await test('no-such-test');
      expect({ code, last: lastLine(output) }).toEqual({ code: 1, last: '0 passed, 0 failed' });
      expect(output).toContain('No test matches: no-such-test');
    });

    it('runs no test on a build that failed', async () => {
      tool('vite', 'exit 1');
      const { code, output } = await test();
      expect({ code, last: lastLine(output) }).toEqual({ code: 1, last: '0 passed, 1 failed' });
    });
  });
});
