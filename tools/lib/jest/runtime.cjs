/**
 * Runs specs in Node as it is: their files, ours and the packages' are loaded by Node's own `require`, once for all spec
 * files of a worker process, in its own realm. Jest's way, a sandbox with fresh modules for each spec file, loads
 * thousands of modules hundreds of times: that was half of what the tests cost. So a spec must not count on modules
 * that nobody has touched, and `jest.mock` has no effect; what it may do is told in `test/README.md`.
 *
 * Only Jest's own parts stay in the sandbox, where they are fresh for each spec file.
 */
require('../sources.cjs');
const { default: Runtime } = require('jest-runtime');
const { createRequire } = require('node:module');

module.exports = class NodeRuntime extends Runtime {
  /** @param from the file itself, or where `moduleName` stands */
  requireModule(from, moduleName, options, isRequireActual) {
    if (options?.isInternalModule) return super.requireModule(from, moduleName, options, isRequireActual);
    const path = moduleName ? createRequire(from).resolve(moduleName) : from;
    // A spec file runs anew each time it is asked for; a module is loaded once.
    if (path === this._testPath) delete require.cache[path];
    return require(path);
  }

  /** Jest tells which functions the specs shall find (`describe`, `expect` …). */
  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    const { jest } = this.requireModuleOrMock(this._testPath, '@jest/globals');
    Object.assign(globalThis, globals, { jest });
    // Jest looks for source maps among the files that it has compiled itself; Node knows those of the others.
    Error.prepareStackTrace = undefined;
  }
};
