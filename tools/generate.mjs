/** Writes the pages that are made from the code; with `--check` it fails when one is stale. Needs a build. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './lib/project.mjs';

const require = createRequire(import.meta.url);
const lib = (name) => require(join(root, `dist/libs/${name}/src/index.js`));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const pages = {
  'docs/reference/openapi.json': `${JSON.stringify(lib('http').openApi(version), null, 2)}\n`,
  'docs/reference/events.md': lib('realtime').eventReference(),
  'docs/configuration.md': lib('config').configurationReference(),
};

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const stale = Object.entries(pages).filter(([path, text]) => read(join(root, path)) !== text);
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is stale: run "npm run generate" and commit it.`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const [path, text] of stale) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`Wrote ${path}`);
}
