/**
 * Runs the tests: `npm test` all of them, `npm test -- qa` those whose path matches. Ends with "N passed, N failed".
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, toolEnv } from './lib/project.mjs';

/**
 * Scenarios and browser tests wait for real networks, processes and speech most of the time, so two spec files run at
 * once; not a browser's beside one that computes, which would slow its picture and sound into failing. A machine that
 * does something else for a minute fails one of a thousand: up to `AGAIN` spec files of a run that failed are run once
 * more from the start, alone, and what that run says counts. It is said.
 */
const runs = [
  { name: 'unit', projects: ['unit', 'setup'] },
  { name: 'scenarios', projects: ['scenarios'] },
  { name: 'browser', projects: ['browser'] },
];
const AGAIN = 3;

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

/** @returns what jest counted; `failedFiles` are the spec files in which something failed */
async function runJest(name, args) {
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  const code = await start('jest', [...args, '--json', `--outputFile=${file}`, '--passWithNoTests']);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, failedFiles: [] };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  // A spec file that does not even load counts as one failure, and so does anything else that makes jest fail.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: result.numPendingTests,
    failedFiles: result.testResults.filter(({ status }) => status === 'failed'),
  };
}

async function runTests({ name, projects }) {
  const selected = ['--selectProjects', ...projects];
  const first = await runJest(name, [...filters, ...selected, '--maxWorkers=2']);
  const { failedFiles } = first;
  if (failedFiles.length === 0 || failedFiles.length > AGAIN) return first;
  const paths = failedFiles.map(({ name: path }) => path);
  console.log(`\nRun once more, from the start: ${paths.map((path) => relative(root, path)).join(', ')}\n`);
  const second = await runJest(`${name}-again`, [...selected, '--runInBand', '--runTestsByPath', ...paths]);
  if (second.failed === 0) console.log(`Unsteady: passed only when run once more: ${first.failed} of the tests above`);
  const passedThere = failedFiles
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed').length;
  return { ...second, passed: first.passed - passedThere + second.passed, skipped: first.skipped };
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
