import { randomUUID } from 'node:crypto';
import { until } from '../support/lectern';
import type { LecternPair } from '../support/lectern-pair';
import { Person } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { pair } from '../support/topology';

jest.setTimeout(120_000);

/** What two servers behind one address must do beyond what one does. */
describe('two servers behind one address', () => {
  let lectern: LecternPair;
  let host: Person, asker: Person;
  let webinarId: string, link: string;
  const people: Person[] = [];

  beforeAll(async () => {
    lectern = await pair.start();
    host = await firstHost(lectern);
    const first = await scheduled(host);
    webinarId = first.webinarId;
    link = first.links.attendee!;
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    asker = await entered(lectern, link, 'Asker');
  });
  afterAll(async () => {
    for (const person of [host, asker, ...people]) person?.leave();
    await lectern?.remove();
  });

  /** Whoever's line was cut tries again until somebody takes them. */
  async function comeBack(person: Person): Promise<void> {
    await until(
      () =>
        person.enter(webinarId).then(
          () => true,
          () => false,
        ),
      30_000,
      () => `${person.name} is back`,
    );
  }

  it('brings the people of a room together, whichever server they reach first', async () => {
    const crowd = await Promise.all(Array.from({ length: 6 }, (_, n) => entered(lectern, link, `Attendee ${n}`)));
    people.push(...crowd);
    await host.hears('presence:changed', ({ present }) => present === 8);
    const { id } = await asker.call('message:send', { clientId: randomUUID(), text: 'Hello, all of you!' });
    for (const person of crowd)
      await person.hears('message:changed', ({ messages }) => messages.some((message) => message.id === id));
  });

  it('gives them their media on one server', async () => {
    const codecs = [{ kind: 'audio' as const, mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }];
    const ports = await Promise.all(
      people.map(async (person) => {
        const way = await person.call('transport:create', { direction: 'receive', rtpCapabilities: { codecs } });
        return way.iceCandidates[0]!.port;
      }),
    );
    expect(new Set(ports).size).toBe(1);
  });

  it('spends a ticket once, on whichever server; and only for its own room', async () => {
    const { ticket } = await asker.api('POST /api/webinars/:webinarId/tickets', { params: { webinarId } });
    const once = new Person(lectern.url, 'Once');
    await once.connect(ticket, webinarId);
    once.leave();
    for (const { url } of lectern.members)
      await expect(new Person(url, 'Thief').connect(ticket, webinarId)).rejects.toThrow('not valid any more');
    const { ticket: next } = await asker.api('POST /api/webinars/:webinarId/tickets', { params: { webinarId } });
    await expect(new Person(lectern.url, 'Stray').connect(next, randomUUID())).rejects.toThrow('another room');
  });

  it('loses nothing acknowledged when the server of the room is killed: its people come back on the other', async () => {
    const { id } = await asker.call('question:ask', { clientId: randomUUID(), text: 'Who answers when you are dead?' });
    const owner = await lectern.ownerOf(webinarId);
    await owner.end('SIGKILL');
    await Promise.all([host, asker, ...people].map(comeBack));
    expect(await lectern.ownerOf(webinarId)).not.toBe(owner);
    const { questions } = await host.call('question:list', { sort: 'time' });
    expect(questions.filter((question) => question.id === id)).toHaveLength(1);
    await host.call('question:approve', { questionId: id });
    await people[0]!.hears('question:changed', ({ questions: [question] }) => question?.id === id);
    await owner.launch();
  });

  it('goes on when the server that has no part in the room is killed', async () => {
    const owner = await lectern.ownerOf(webinarId);
    const other = lectern.members.find((member) => member !== owner)!;
    await other.end('SIGKILL');
    // Whoever came in through it has lost their line, and comes by the one that is left.
    const all = [host, asker, ...people];
    await Promise.all(all.map((person) => person.call('question:list', {}).catch(() => comeBack(person))));
    expect(await lectern.ownerOf(webinarId)).toBe(owner);
    const { id } = await asker.call('message:send', { clientId: randomUUID(), text: 'Still here.' });
    await people[1]!.hears('message:changed', ({ messages }) => messages.some((message) => message.id === id));
  });
});
