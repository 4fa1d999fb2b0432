import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The environment of a tool: its command is found in node_modules/.bin, like in an npm script. */
export const toolEnv = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
});

/** Runs a command line of a tool and gives back its exit code, its output and the seconds it took. */
export async function capture(line) {
  const [command, ...args] = line.split(' ');
  const started = performance.now();
  const { code, output } = await new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, env: toolEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    child.on('error', () =>
      settle({ code: 1, output: `${command} is not installed: run "node tools/setup.mjs" first.` }),
    );
    child.on('close', (code) => settle({ code: code ?? 1, output: Buffer.concat(parts).toString().trim() }));
  });
  return { code, output, seconds: (performance.now() - started) / 1000 };
}
