/**
 * Runs the tests: `npm test` all of them, `npm test -- qa` those whose path matches. Ends with "N passed, N failed".
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, toolEnv } from './lib/project.mjs';

/** Scenarios and browser tests start real servers and media; one at a time, or they would slow each other into failing. */
const runs = [
  { name: 'unit', options: ['--selectProjects', 'unit', 'setup', '--maxWorkers=2'] },
  { name: 'scenarios', options: ['--selectProjects', 'scenarios', 'browser', '--runInBand'] },
];

/** Far beyond any healthy run: only there so that a test that hangs cannot hold up the machine for ever. */
const LIMIT_MS = 40 * 60_000;

const filters = process.argv.slice(2);
const results = join(root, 'node_modules/.cache/test');
mkdirSync(results, { recursive: true });

function start(command, args) {
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, env: toolEnv(), stdio: 'inherit', timeout: LIMIT_MS });
    child.on('error', () => settle(1));
    child.on('close', (code) => settle(code ?? 1));
  });
}

async function runTests({ name, options }) {
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  const output = ['--json', `--outputFile=${file}`, '--passWithNoTests'];
  const code = await start('jest', [...filters, ...options, ...output]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  // A spec file that does not even load counts as one failure, and so does anything else that makes jest fail.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: result.numPendingTests };
}

if ((await start(process.execPath, ['tools/build.mjs'])) !== 0) {
  console.log('The build failed, so no test was run.\n0 passed, 1 failed');
  process.exit(1);
}

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const run of runs) {
  const counts = await runTests(run);
  for (const key of Object.keys(sum)) sum[key] += counts[key];
}
if (sum.skipped > 0) console.log(`${sum.skipped} skipped`);
if (sum.passed + sum.failed === 0) console.log(`No test matches: ${filters.join(' ')}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
