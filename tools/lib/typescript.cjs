/**
 * Lets Node load our TypeScript as it is, for benchmarks: `node -r ./tools/lib/typescript.cjs FILE.ts`. Our libs, by
 * their names, come from the last build.
 */
const { transformSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '../..');
const options = {
  jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
  module: { type: 'commonjs', ignoreDynamic: true },
  sourceMaps: 'inline',
  swcrc: false,
};

Module._extensions['.ts'] = (module, filename) =>
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...others) =>
  resolveFilename(request.replace(/^@lectern\/([\w-]+)$/, `${root}/dist/libs/$1/src/index.js`), ...others);
