/** A house full of attendees, whose lines can be cut. */
import { now, serve } from '../support/process.mjs';
import { arrive, enter, people, ticketsAsked } from './attendee.mjs';

serve({
  arrive,
  cut() {
    for (const { connection } of people) connection.end();
  },
  /** As if all had loaded the page again, or had been away for longer than their tickets are good for. */
  loseTickets() {
    for (const person of people) person.ticket = undefined;
  },
  /** All at the same moment. @returns how long each took, in ms, and how many had to ask for a ticket over HTTP */
  async comeBack() {
    const started = now();
    for (const person of people) person.retries = 0;
    const asked = ticketsAsked();
    const took = await Promise.all(people.map((person) => enter(person).then(() => now() - started)));
    const retries = people.reduce((sum, person) => sum + person.retries, 0);
    return { took, retries, tickets: ticketsAsked() - asked };
  },
});
