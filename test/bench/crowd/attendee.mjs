/** Attendees of a real server: each gets a ticket over HTTP, opens a websocket, and joins. */
import { Agent, request } from 'node:http';
import { openSocketIo } from '../support/raw-socket.mjs';

/** Connections over which tickets are fetched; a browser keeps one open, and so many fit into one process. */
const agent = new Agent({ keepAlive: true, maxSockets: 500 });
const RETRY_MS = 500;
const MOST_TRIES = 20;
/** The first of all their acknowledged events is the join. */
const JOIN = '420["session:join",{}]';
const JOIN_ANSWER = '430[';

let place;
let onEvent = () => undefined;
export let people = [];

/** Told everything that comes after the join. */
export const setOnEvent = (listener) => (onEvent = listener);

export function ticket(cookie) {
  return new Promise((resolve, reject) => {
    const path = `/api/webinars/${place.webinarId}/tickets`;
    const headers = { cookie, 'x-lectern-client': 'bench' };
    const asked = request({ port: place.port, host: '127.0.0.1', method: 'POST', path, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 201 ? resolve(JSON.parse(text).ticket) : reject(new Error(text)),
      );
    });
    asked.on('error', reject).end();
  });
}

async function join(person) {
  let joined, refused;
  const answered = new Promise((resolve, reject) => ([joined, refused] = [resolve, reject]));
  // Nobody waits for the answer yet when opening fails.
  answered.catch(() => undefined);
  const given = person.ticket ?? (await ticket(person.cookie));
  // Good for one try.
  person.ticket = undefined;
  const connection = await openSocketIo(
    place.port,
    { ticket: given },
    (text) => {
      if (text.toString('latin1', 0, JOIN_ANSWER.length) !== JOIN_ANSWER) return onEvent(person, text);
      if (text.includes('"ok":true')) joined();
      else refused(new Error(text.toString('utf8', 0, 300)));
    },
    () => {
      refused(new Error('The line was cut.'));
      person.onClose?.();
    },
  );
  person.connection = connection;
  connection.send(JOIN);
  await answered;
}

/** As a client does: what fails for want of a server is tried again. */
export async function enter(person) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await join(person);
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      person.retries += 1;
      await new Promise((wake) => setTimeout(wake, RETRY_MS * (1 + Math.random())));
    }
  }
}

export async function eachOf(list, width, run) {
  const rest = list.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const one of rest) await run(one);
    }),
  );
}

/** They come one after the other. */
export async function arrive({ port, webinarId, cookies }) {
  place = { port, webinarId };
  people = cookies.map((cookie, index) => ({ cookie, index, retries: 0 }));
  await eachOf(people, 20, enter);
}
