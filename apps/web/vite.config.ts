import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import type { AcceptedPlugin } from 'postcss';
import { defineConfig } from 'vite';
import { precompress } from './precompress';

// Its type is `any`.
const mixins = mantine as () => AcceptedPlugin;
const productionRouter = createRequire(import.meta.url)
  .resolve('react-router')
  .replace(/development.*/, 'production/index.mjs');
const server = 'http://localhost:3000';

/** Few files for a slow line: what every page needs, what most pages share, and fields; the rest comes with its page. */
const chunks = [
  { name: 'base', tags: ['$initial' as const] },
  { name: 'shared', test: /src\/(ui|time|webinars|library|languages\/(names|language-names))/, minShareCount: 3 },
  { name: 'fields', test: /@mantine\/core\/.*\/(Input|TextInput|InputBase)\// },
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), precompress()],
  // The package offers its development build, with its warnings, to everybody.
  resolve: { alias: [{ find: /^react-router$/, replacement: productionRouter }] },
  css: { postcss: { plugins: [mixins()] } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { '/api': server, '/socket.io': { target: server, ws: true } } },
});
