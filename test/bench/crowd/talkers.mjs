/** A quiet room: somebody says something 25 times a second, and all note when they hear of it. */
import { randomUUID } from 'node:crypto';
import { now, serve } from '../support/process.mjs';
import { arrive, people, setOnEvent } from './attendee.mjs';

const EVERY_MS = 40;
const AT = '"text":"at ';
let acks = [];
let heard = [];
const asked = new Map();

setOnEvent((person, text) => {
  const string = text.toString();
  if (string[1] === '3') {
    const key = `${person.index} ${Number.parseInt(string.slice(2), 10)}`;
    const sentAt = asked.get(key);
    if (sentAt === undefined) return;
    asked.delete(key);
    if (!string.includes('"ok":true')) throw new Error(`The quiet room was refused: ${string.slice(0, 300)}`);
    acks.push(now() - sentAt);
    return;
  }
  const at = string.indexOf(AT);
  if (at > 0) heard.push(now() - Number.parseFloat(string.slice(at + AT.length)));
});

function say(person) {
  person.next = (person.next ?? 0) + 1;
  const at = now();
  asked.set(`${person.index} ${person.next}`, at);
  const message = JSON.stringify({ clientId: randomUUID(), text: `at ${at.toFixed(3)}` });
  person.connection.send(`42${person.next}["message:send",${message}]`);
}

serve({
  arrive,
  async talk({ milliseconds }) {
    [acks, heard] = [[], []];
    const started = now();
    let turn = 0;
    await new Promise((done) => {
      const timer = setInterval(() => {
        if (now() - started > milliseconds) return (clearInterval(timer), done());
        say(people[turn++ % people.length]);
      }, EVERY_MS);
    });
    // What was said last is on its way.
    for (let tries = 0; tries < 100 && asked.size > 0; tries += 1) await new Promise((wake) => setTimeout(wake, 50));
    return { acks, heard, unanswered: asked.size };
  },
});
