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

/** Runs a long step between two lines: what is being done, and how long it took. */
export async function timed(text, work) {
  say(`${text} …`);
  const started = performance.now();
  const result = await work();
  say(`${text}: done in ${Math.round((performance.now() - started) / 1000)} s`);
  return result;
}
