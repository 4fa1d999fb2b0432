/** `node -r tools/lib/sources.cjs FILE.ts`: runs TypeScript with our libs as their sources are now. */
const { join } = require('node:path');

require('./typescript.cjs').register((lib) => join(__dirname, '../../libs', lib, 'src/index.ts'));
