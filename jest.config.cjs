/** Nest 12 and a few of its dependencies ship ES modules only: let the transform compile those to CommonJS too. */
const esm = [
  '@nestjs',
  'file-type',
  'load-esm',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
];

const base = {
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testEnvironment: 'node',
  moduleNameMapper: { '^@lectern/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  transform: {
    '^.+\\.[tj]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true, tsx: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esm.join('|')})/)`],
  setupFiles: ['reflect-metadata'],
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
