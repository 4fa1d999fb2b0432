/** Everything that can be said about the code without running it. Two checks at a time; a failure shows its output. */
import { capture } from './lib/project.mjs';

/** While working, only what has changed is looked at again; what decides (CI) looks at everything. */
const cached = (name) =>
  process.env.CI ? '' : ` --cache --cache-location node_modules/.cache/${name} --cache-strategy content`;

const checks = [
  { name: 'lint', commands: [`eslint . --max-warnings 0${cached('eslint')}`] },
  // The documents are generated from what the build has made.
  { name: 'build and generated documents', commands: ['node tools/build.mjs', 'node tools/generate.mjs --check'] },
  { name: 'types of server, worker, libs and tests', commands: [typesOf('tsconfig.json', 'node')] },
  { name: 'types of the browser tests', commands: [typesOf('test/browser/tsconfig.json', 'browser')] },
  { name: 'types of the web client', commands: [typesOf('apps/web/tsconfig.json', 'web')] },
  { name: 'format', commands: [`prettier --check --log-level warn .${cached('prettier')}`] },
];

function typesOf(project, name) {
  return `tsc --noEmit --incremental --tsBuildInfoFile node_modules/.cache/tsc/${name}.tsbuildinfo -p ${project}`;
}

const failed = [];

async function run({ name, commands }) {
  let total = 0;
  for (const command of commands) {
    const { code, output, seconds } = await capture(command);
    total += seconds;
    if (code === 0) continue;
    failed.push(name);
    return console.log(`FAILED  ${name}\n\n${output}\n\n  (${command})\n`);
  }
  console.log(`ok      ${name}  ${total.toFixed(1)} s`);
}

async function worker(queue) {
  for (let check = queue.shift(); check; check = queue.shift()) await run(check);
}

const queue = [...checks];
await Promise.all([worker(queue), worker(queue)]);
console.log(failed.length === 0 ? `${checks.length} checks passed` : `Checks that failed: ${failed.join('; ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
