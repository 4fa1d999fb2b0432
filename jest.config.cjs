// Global set-up, too, is TypeScript.
require('./tools/lib/sources.cjs');

const base = {
  runtime: '<rootDir>/tools/lib/jest/runtime.cjs',
  testEnvironment: '<rootDir>/tools/lib/jest/environment.cjs',
  setupFiles: ['reflect-metadata'],
  transform: {},
};

const withServices = {
  ...base,
  globalSetup: '<rootDir>/test/support/services/start.ts',
  globalTeardown: '<rootDir>/test/support/services/stop.ts',
};

/** Unit specs stand beside their code; what is under test/ starts real processes. */
module.exports = {
  // Only so that a test that hangs ends: how fast the machine is says nothing about the code.
  testTimeout: 30_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.{ts,tsx}'] },
    { ...base, displayName: 'setup', testMatch: ['<rootDir>/test/setup/**/*.spec.ts'] },
    { ...withServices, displayName: 'scenarios', testMatch: ['<rootDir>/test/scenarios/**/*.spec.ts'] },
    { ...withServices, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
