/**
 * Makes this folder ready to run: npm packages, native parts, system tools, speech. Needs nothing but Node.
 * Every step looks first and does only what is missing, so it may be run again at any time, also after a failure.
 */
import { nodeProblem } from './setup/node-version.mjs';

// Checked before anything newer than old Node's syntax is loaded, so that the answer is a sentence and not a stack trace.
const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(`Set-up: ${problem}`);
  process.exit(1);
}

const { setUp } = await import('./setup/steps.mjs');
const { report } = await import('./setup/report.mjs');
try {
  await setUp({ forTests: process.argv.includes('--test') });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
