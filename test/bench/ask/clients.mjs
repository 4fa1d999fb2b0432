/** People who ask in turns: when one of those who wait is acknowledged, another asks. */
import { randomUUID } from 'node:crypto';
import { now, serve } from '../support/process.mjs';
import { openSocketIo } from '../support/raw-socket.mjs';

const TEXT = 'How do you reach a classroom whose line carries less than a hundred kilobits a second?';
const WAITING = 200;
const people = [];
let until = 0;
let acked = 0;
let refused = 0;

async function person(port, index) {
  let next = 0;
  let done;
  const onEvent = (text) => {
    if (text[1] !== 0x33) return;
    if (!done) return;
    if (text.includes('"ok":true')) acked += 1;
    else refused += 1;
    done();
  };
  const connection = await openSocketIo(port, { ticket: String(index) }, onEvent);
  connection.send('420["session:join",{}]');
  const question = () => JSON.stringify({ clientId: randomUUID(), text: TEXT });
  people.push(
    () =>
      new Promise((resolve) => {
        done = resolve;
        connection.send(`42${(next += 1)}["question:ask",${question()}]`);
      }),
  );
}

/** One of those who wait: it is always somebody else. */
async function line(start) {
  for (let at = start; now() < until && refused === 0; at = (at + WAITING) % people.length) await people[at]();
}

serve({
  async connect({ port, count }) {
    for (let index = 0; index < count; index += 1) await person(port, index);
  },
  async run({ milliseconds }) {
    [acked, refused] = [0, 0];
    const started = now();
    until = started + milliseconds;
    await Promise.all(Array.from({ length: WAITING }, (_, start) => line(start)));
    return { perSecond: acked / ((now() - started) / 1000), acked, refused };
  },
});
