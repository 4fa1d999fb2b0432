/** A house full of attendees, whose lines can be cut. */
import { now, serve } from '../support/process.mjs';
import { arrive, eachOf, enter, people, ticket } from './attendee.mjs';

serve({
  arrive,
  cut() {
    for (const { connection } of people) connection.end();
  },
  /** Tickets for all, so that coming back can be measured from the socket on. */
  async tickets() {
    await eachOf(people, 100, async (person) => (person.ticket = await ticket(person.cookie)));
  },
  /** All at the same moment. @returns how long each took, in ms */
  async comeBack() {
    const started = now();
    for (const person of people) person.retries = 0;
    const took = await Promise.all(people.map((person) => enter(person).then(() => now() - started)));
    return { took, retries: people.reduce((sum, { retries }) => sum + retries, 0) };
  },
});
