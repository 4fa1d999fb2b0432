import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which of our libs each lib may import. Apps may import any; the web client imports contracts alone. */
const platform = ['contracts', 'kernel', 'config', 'database', 'queue', 'realtime', 'storage', 'observability', 'http'];
const mayImport = {
  contracts: [],
  kernel: ['contracts'],
  config: ['contracts', 'kernel'],
  observability: ['contracts', 'kernel', 'config'],
  database: ['contracts', 'kernel', 'config', 'observability'],
  queue: ['contracts', 'kernel', 'config', 'observability'],
  storage: ['contracts', 'kernel', 'config', 'observability'],
  runtime: platform,
  http: ['contracts', 'kernel', 'config', 'observability', 'storage'],
  realtime: ['contracts', 'kernel', 'config', 'observability', 'http'],
  cluster: ['contracts', 'kernel', 'config', 'observability', 'queue', 'realtime'],
  sfu: ['contracts', 'kernel'],
  speech: ['contracts', 'kernel'],
  uploads: platform,
  identity: platform,
  webinars: [...platform, 'identity'],
  live: [...platform, 'sfu', 'webinars', 'identity'],
  qa: [...platform, 'webinars', 'identity'],
  chat: [...platform, 'webinars', 'identity'],
  polls: [...platform, 'webinars', 'identity'],
  materials: [...platform, 'uploads', 'live', 'webinars', 'identity'],
  captions: [...platform, 'sfu', 'speech', 'live', 'webinars'],
  recordings: [...platform, 'sfu', 'speech', 'live', 'qa', 'polls', 'materials', 'webinars', 'identity'],
  library: [...platform, 'uploads', 'identity'],
};

const boundaries = Object.entries(mayImport).map(([lib, allowed]) => ({
  files: [`libs/${lib}/**/*.ts`],
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^@lectern/(?!(${allowed.join('|') || '-'})$)`,
            message: `libs/${lib} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
          },
          { regex: '^(\\.\\./)+(apps|libs)/', message: 'Import a lib by its name.' },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'docs/', '**/*.cjs'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './apps/web/tsconfig.json', './test/browser/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js'] })] },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-control-regex': 'off',
      'import-x/no-cycle': ['error', { maxDepth: 8 }],
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only libs/config reads the environment.',
        },
      ],
    },
  },
  ...boundaries,
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^@lectern/(?!contracts$)', message: 'The web client imports contracts alone.' }] },
      ],
    },
  },
  {
    files: ['libs/config/**/*.ts', 'test/**/*.ts', '**/*.spec.ts', '**/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
);
