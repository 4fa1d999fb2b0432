/** People who ask, and ask again as soon as their question is acknowledged. */
import { randomUUID } from 'node:crypto';
import { now, serve } from '../support/process.mjs';
import { openSocketIo } from '../support/raw-socket.mjs';

const TEXT = 'How do you reach a classroom whose line carries less than a hundred kilobits a second?';
const people = [];
let until = 0;
let acked = 0;
let refused = 0;

async function person(port, index) {
  let next = 0;
  let done;
  let connection;
  const ask = () =>
    connection.send(`42${(next += 1)}["question:ask",${JSON.stringify({ clientId: randomUUID(), text: TEXT })}]`);
  const onEvent = (text) => {
    if (text[1] !== 0x33) return;
    if (!done) return;
    if (text.includes('"ok":true')) acked += 1;
    else refused += 1;
    if (now() < until && refused === 0) ask();
    else done();
  };
  connection = await openSocketIo(port, { ticket: String(index) }, onEvent);
  connection.send('420["session:join",{}]');
  people.push(() => new Promise((resolve) => ((done = resolve), ask())));
}

serve({
  async connect({ port, count }) {
    for (let index = 0; index < count; index += 1) await person(port, index);
  },
  async run({ milliseconds }) {
    [acked, refused] = [0, 0];
    const started = now();
    until = started + milliseconds;
    await Promise.all(people.map((go) => go()));
    return { perSecond: acked / ((now() - started) / 1000), acked, refused };
  },
});
