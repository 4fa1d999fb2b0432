/** All steps from captured packets to files, in a process of its own. Arguments: the recording's folder, that of its slides. */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [dir, slides] = process.argv.slice(2);
const require = createRequire(join(resolve(import.meta.dirname, '../../..'), 'package.json'));
const { processRecording } = require('./dist/libs/recordings/src/processing/process-recording.js');
const { SpeechEngines } = require('./dist/libs/speech/src/index.js');

const speech = new SpeechEngines();
const fetchMaterial = (_materialId, name) => Promise.resolve(join(slides, name));
await processRecording({ dir, speech, languages: ['en'], fetchMaterial, force: true });
await speech.close();
