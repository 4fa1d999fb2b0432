import type { SocketTicket } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(90_000);

describe.each(roomTopologies)('the ticket to enter with, and to come back, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, guest: Person;
  let webinarId: string;
  let link: string;
  let given: SocketTicket;

  beforeAll(async () => {
    lectern = await topology.start();
    host = await firstHost(lectern);
  });

  afterAll(() => lectern?.remove());

  beforeEach(async () => {
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    link = links.attendee!;
    await host.enter(webinarId);
    guest = new Person(lectern.url, 'Gwen');
    await guest.accept(link);
    ({ ticket: given } = await guest.enter(webinarId));
  });

  afterEach(() => {
    guest.leave();
    host.leave();
  });

  /** Comes back with it, from a browser without a session of its own. */
  async function comeBack(ticket = given.ticket): Promise<Person> {
    const back = new Person(lectern.url, 'Gwen');
    await back.connect(ticket, webinarId);
    return back;
  }

  it('lets its person in again, once', async () => {
    const { id } = (await guest.call('session:join', {})).me;
    guest.leave();
    const back = await comeBack();
    const { me, ticket: next } = await back.call('session:join', {});
    expect(me.id).toBe(id);
    back.leave();
    await expect(comeBack()).rejects.toThrow('not valid any more');
    (await comeBack(next.ticket)).leave();
  });

  it('comes first with entering by an invitation, for guests and for who is known', async () => {
    const newcomer = new Person(lectern.url, 'Nour');
    for (const person of [newcomer, host]) {
      const { ticket } = await person.take(link);
      const back = await comeBack(ticket.ticket);
      expect((await back.call('session:join', {})).me.displayName).toBe(person.name);
      back.leave();
      await expect(comeBack(ticket.ticket)).rejects.toThrow('not valid any more');
    }
  });

  it('is renewed for who is in, and for nobody else', async () => {
    const { ticket, seconds } = await guest.call('session:ticket', {});
    expect(seconds).toBeLessThanOrEqual(300);
    const back = await comeBack(ticket);
    expect(await refusal(back.call('session:ticket', {}))).toBe('WRONG_STATE');
    back.leave();
  });

  it('is worth nothing after signing out, nor is one that was asked for over HTTP', async () => {
    const { ticket: asked } = await guest.api('POST /api/webinars/:webinarId/tickets', { params: { webinarId } });
    const { ticket: renewed } = await guest.call('session:ticket', {});
    await guest.api('DELETE /api/sessions/current', {});
    // The line still stands, and what is given over it is worth no more.
    const { ticket: later } = await guest.call('session:ticket', {});
    for (const ticket of [given.ticket, asked, renewed, later])
      await expect(comeBack(ticket)).rejects.toMatchObject({ data: { code: 'UNAUTHENTICATED' } });
  });

  it('is worth nothing for who was put out', async () => {
    const { id: participantId } = (await guest.call('session:join', {})).me;
    await host.call('participant:remove', { participantId });
    await expect(comeBack()).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
  });
});
