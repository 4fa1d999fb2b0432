/** Lets Node load our TypeScript as it is. */
const { transformSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const dialect = require('./dialect.cjs');

/** @param entryOf gives the file that the name of a lib (`kernel` of `@lectern/kernel`) stands for */
exports.register = function register(entryOf) {
  const load = (module, filename) => {
    const source = readFileSync(filename, 'utf8');
    const { code } = transformSync(source, { ...dialect, filename, sourceMaps: 'inline' });
    module._compile(code, filename);
  };
  Module._extensions['.ts'] = load;
  Module._extensions['.tsx'] = load;

  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = (request, ...others) => {
    const lib = /^@lectern\/([\w-]+)$/.exec(request);
    return resolveFilename(lib ? entryOf(lib[1]) : request, ...others);
  };
  process.setSourceMapsEnabled(true);
};
