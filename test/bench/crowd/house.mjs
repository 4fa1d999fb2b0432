/** A real server on SQLite with a live webinar, and attendees for it in client processes of their own. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { start } from '../support/process.mjs';

const require = createRequire(import.meta.url);
const { fill } = require('./fill.ts');
const { Lectern, until } = require('../../support/lectern.ts');
const { firstHost, scheduled } = require('../../support/stage.ts');

const folder = import.meta.dirname;

export const startAll = (script, count) =>
  Promise.all(Array.from({ length: count }, () => start(join(folder, script))));

export async function openHouse(env = {}) {
  const lectern = await Lectern.start({ LECTERN_MEDIA_WORKERS: '1', LECTERN_WORKER: 'external', ...env });
  return { lectern, host: await firstHost(lectern) };
}

/** A live webinar of the host, who stands in it, and so many attendees who are not there yet. */
export async function openRoom({ lectern, host }, count) {
  const { webinarId } = await scheduled(host);
  await host.enter(webinarId);
  await host.call('webinar:start', {});
  return { port: lectern.port, webinarId, cookies: fill(lectern, webinarId, count) };
}

/** Lets the attendees in, one after the other, spread over the client processes. */
export async function arrive({ port, webinarId, cookies }, clients) {
  const share = Math.ceil(cookies.length / clients.length);
  const part = (n) => ({ port, webinarId, cookies: cookies.slice(n * share, (n + 1) * share) });
  await Promise.all(clients.map((client, n) => client.ask('arrive', part(n))));
}

/** All lines are cut, and the server has noticed. */
export async function emptied(host, clients) {
  await Promise.all(clients.map((client) => client.ask('cut')));
  const present = () => host.told('presence:changed').at(-1)?.present;
  await until(
    () => present() === 1,
    60_000,
    () => `the house is empty; ${present()} are there`,
  );
}
