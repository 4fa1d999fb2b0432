/** `node -r tools/lib/built.cjs FILE.ts`: runs TypeScript with our libs as they were last built, for benchmarks. */
const { join } = require('node:path');

require('./typescript.cjs').register((lib) => join(__dirname, '../../dist/libs', lib, 'src/index.js'));
