/**
 * Attendees of a real server, which do what the web client does: each opens a websocket with a ticket and joins. The ticket
 * is the one that the last join gave, where it is not too old, or one that is asked for over HTTP.
 */
import { Agent, request } from 'node:http';
import { openSocketIo } from '../support/raw-socket.mjs';

/** Connections over which tickets are fetched; a browser keeps one open, and so many fit into one process. */
const agent = new Agent({ keepAlive: true, maxSockets: 500 });
const RETRY_MS = 500;
const MOST_TRIES = 20;
/** The first of all their acknowledged events is the join. */
const JOIN = '420["session:join",{}]';
const JOIN_ANSWER = '430[';
/** What a ticket to come back with is good for, less its last moments. */
const GIVEN = /"ticket":\{"ticket":"([^"]+)","seconds":(\d+)\}/;
const MARGIN_MS = 10_000;

let place;
let onEvent = () => undefined;
export let people = [];

let asked = 0;
/** How many tickets were asked for over HTTP so far. */
export const ticketsAsked = () => asked;

/** Told everything that comes after the join. */
export const setOnEvent = (listener) => (onEvent = listener);

function ticket(cookie) {
  asked += 1;
  return new Promise((resolve, reject) => {
    const path = `/api/webinars/${place.webinarId}/tickets`;
    const headers = { cookie, origin: `http://localhost:${place.port}`, 'x-lectern-client': 'bench' };
    const sent = request({ port: place.port, host: '127.0.0.1', method: 'POST', path, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 201 ? resolve(JSON.parse(text).ticket) : reject(new Error(text)),
      );
    });
    sent.on('error', reject).end();
  });
}

function keep(person, answer) {
  const [, given, seconds] = GIVEN.exec(answer.toString());
  Object.assign(person, { ticket: given, goodUntil: Date.now() + seconds * 1_000 - MARGIN_MS });
}

/** Good for one try. */
function take(person) {
  const { ticket: kept, goodUntil } = person;
  person.ticket = undefined;
  return Date.now() < goodUntil ? kept : undefined;
}

async function join(person) {
  let joined, refused;
  const answered = new Promise((resolve, reject) => ([joined, refused] = [resolve, reject]));
  // Nobody waits for the answer yet when opening fails.
  answered.catch(() => undefined);
  const given = take(person) ?? (await ticket(person.cookie));
  const connection = await openSocketIo(
    place.port,
    { ticket: given },
    (text) => {
      if (text.toString('latin1', 0, JOIN_ANSWER.length) !== JOIN_ANSWER) return onEvent(person, text);
      if (!text.includes('"ok":true')) return refused(new Error(text.toString('utf8', 0, 300)));
      keep(person, text);
      joined();
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
