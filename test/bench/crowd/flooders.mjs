/** Attendees who send without end, whatever they are answered, and come back when they are put out. */
import { randomUUID } from 'node:crypto';
import { serve } from '../support/process.mjs';
import { arrive, enter, people, setOnEvent } from './attendee.mjs';

/** How many unanswered events each keeps in flight. */
const WINDOW = 100;
const id = '01890000-0000-7000-8000-000000000000';
const KINDS = {
  asks: () => ['question:ask', { clientId: randomUUID(), text: 'Is this a flood?' }],
  votes: () => ['question:vote', { questionId: id, vote: true }],
  joins: () => ['session:join', {}],
  junk: () => ['message:send', { clientId: 7, text: ['x'.repeat(2_000)], more: { deep: [[[[[1]]]]] } }],
  unknown: () => ['no:such-event', {}],
};

let kind;
let sent = 0;

function send(person) {
  if (!kind) return;
  person.next = (person.next ?? 0) + 1;
  sent += 1;
  person.connection.send(`42${person.next}${JSON.stringify(KINDS[kind]())}`);
}

setOnEvent((person, text) => {
  // Each answer makes room for the next.
  if (text[1] === 0x33) send(person);
});

function comeBack(person) {
  if (!kind) return;
  enter(person).then(
    () => fill(person),
    () => undefined,
  );
}

function fill(person) {
  for (let n = 0; n < WINDOW; n += 1) send(person);
}

serve({
  async arrive(input) {
    await arrive(input);
    for (const person of people) person.onClose = () => comeBack(person);
  },
  begin(input) {
    sent = 0;
    ({ kind } = input);
    for (const person of people) fill(person);
  },
  async end() {
    kind = undefined;
    const total = sent;
    // Who was put out must be there for the next flood.
    await Promise.all(people.map((person) => (person.connection.closed() ? enter(person) : undefined)));
    return total;
  },
});
