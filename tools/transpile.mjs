/**
 * Turns server, queue worker and libs into JavaScript under dist/, in about a second. Types are not looked at: that is
 * what `npm run check` does, at its leisure.
 *
 * Everything is transpiled in memory before the old output goes, so that an error leaves the last good build in place.
 */
import { transformSync } from '@swc/core';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import dialect from './lib/dialect.cjs';
import { filesIn } from './lib/inputs.mjs';
import { root } from './lib/project.mjs';

const folders = [
  'apps/server/src',
  'apps/worker/src',
  ...readdirSync(join(root, 'libs')).map((lib) => `libs/${lib}/src`),
];

function transpile(file) {
  const target = join('dist', file.replace(/\.ts$/, '.js'));
  const sourceFileName = relative(dirname(target), file);
  try {
    const { code, map } = transformSync(readFileSync(join(root, file), 'utf8'), {
      ...dialect,
      filename: file,
      sourceMaps: true,
      sourceFileName,
    });
    return { target, code: linkLibs(code, dirname(target)), map };
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    process.exit(1);
  }
}

/** Our libs go by name in the sources and lie in a folder each: Node has to be told the way. */
function linkLibs(code, from) {
  return code.replace(
    /\b(require|import)\("@lectern\/([\w-]+)"\)/g,
    (_, call, lib) => `${call}("${relative(from, `dist/libs/${lib}/src/index.js`)}")`,
  );
}

const outputs = folders
  .flatMap((folder) => filesIn(folder))
  .filter((file) => file.endsWith('.ts'))
  .map(transpile);

for (const folder of ['dist/apps', 'dist/libs']) rmSync(join(root, folder), { recursive: true, force: true });
for (const { target, code, map } of outputs) {
  const path = join(root, target);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  writeFileSync(`${path}.map`, map);
}
// The server tells its version, which it imports; a name would make a second package of this in the eyes of jest.
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(join(root, 'dist/package.json'), JSON.stringify({ version }));
