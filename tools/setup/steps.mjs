import { locked } from './lock.mjs';
import { buildWorker, downloadWorker, workerReady } from './mediasoup.mjs';
import { nativeFileWritten, writeNativeFile } from './native-file.mjs';
import { installPackages, packagesInstalled } from './npm.mjs';
import { say } from './report.mjs';
import { obtainSpeech, speechSettled } from './speech.mjs';
import { buildSqlite, obtainSqlite, sqliteReady } from './sqlite.mjs';
import { installTools, missingTools } from './system.mjs';
import { obtainVoiceDetector, voiceDetectorSettled } from './voice-detector.mjs';

export async function setUp({ forTests }) {
  const ready = () =>
    packagesInstalled() &&
    sqliteReady() &&
    workerReady() &&
    speechSettled() &&
    (!forTests || voiceDetectorSettled()) &&
    missingTools({ forTests }).length === 0 &&
    nativeFileWritten();
  if (ready()) return say('everything is in place');
  await locked(() => prepare(forTests));
  say('ready');
}

async function prepare(forTests) {
  await installPackages();
  // What can be downloaded ready-made decides which compilers the system needs, so that apt runs, or is asked for, once.
  await Promise.all([sqliteReady() || obtainSqlite(), workerReady() || downloadWorker()]);
  await installTools({ forTests, compile: !sqliteReady(), compileMedia: !workerReady() });
  await allOf([buildSqlite(), buildWorker(), obtainSpeech(), forTests && obtainVoiceDetector()]);
  writeNativeFile();
}

/** Lets every step come to its end before the first failure is reported: what succeeded need not be done again. */
async function allOf(steps) {
  const outcomes = await Promise.allSettled(steps);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
