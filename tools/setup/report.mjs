/** An expected failure: what happened, and what to do about it. Printed without a stack trace. */
export class SetupError extends Error {}

export function say(text) {
  console.log(`Set-up: ${text}`);
}

export function warn(text) {
  console.warn(`Set-up: note: ${text}`);
}

export function report(error) {
  console.error(`\nSet-up stopped: ${error.message}`);
  if (!(error instanceof SetupError)) {
    console.error('This was not expected. Running the same command again is safe; please report it if it stays.');
    if (process.env.DEBUG) console.error(error.stack);
  }
}

const STILL_AT_IT_MS = 20_000;

/** Runs a long step between two lines: what is being done, and how long it took; in between a word now and then. */
export async function timed(text, work) {
  say(`${text} …`);
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const still = setInterval(() => say(`${text}: ${seconds()} s so far …`), STILL_AT_IT_MS);
  try {
    const result = await work();
    say(`${text}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(still);
  }
}
