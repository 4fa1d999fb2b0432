import { randomUUID } from 'node:crypto';
import { pdf } from '../../libs/materials/testing/pdf';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';
import { prepared, upload } from '../support/upload';

jest.setTimeout(120_000);

/** What each part of the room acknowledged before `kill -9`, and what its people find when they come back. */
describe.each(roomTopologies)('after its server was killed, a room on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, moderator: Person, ada: Person, late: Person;
  let webinarId: string, questionId: string, deck: string;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];

  beforeAll(async () => {
    lectern = await topology.start();
    host = await firstHost(lectern);
    ({ webinarId, links } = await scheduled(host));
    await host.enter(webinarId);
    moderator = await entered(lectern, links.moderator, 'Mo');
    ada = await entered(lectern, links.attendee, 'Ada');
    late = new Person(lectern.url, 'Late');
    await late.accept(links.attendee!);
    deck = (await upload(host, 'deck', webinarId, pdf(['One', 'Two']))).id;
    await prepared(host, webinarId, deck);
    await host.call('webinar:start', {});
    await host.call('presentation:show', { materialId: deck, page: 2 });
    await moderator.call('room:configure', { locked: true });
    questionId = (await ada.call('question:ask', { clientId: randomUUID(), text: 'Still there after the crash?' })).id;
    await lectern.end('SIGKILL');
    await lectern.launch();
  });

  afterAll(() => {
    for (const person of [host, moderator, ada]) person?.leave();
  });
  afterAll(() => lectern?.remove());

  it('has the question that was acknowledged a moment before', async () => {
    const { questions } = await moderator.enter(webinarId);
    expect(questions.find(({ id }) => id === questionId)).toMatchObject({
      ...{ state: 'pending', text: 'Still there after the crash?' },
    });
  });

  it('shows the same page', async () => {
    expect((await ada.enter(webinarId)).presentation.shown).toMatchObject({ materialId: deck, page: 2 });
  });

  it('is still locked: nobody new, but who was in may come back', async () => {
    expect((await host.enter(webinarId)).controls.locked).toBe(true);
    expect(await refusal(late.enter(webinarId))).toBe('LOCKED');
    const helper = await entered(lectern, links.moderator, 'Hal');
    helper.leave();
    await host.call('room:configure', { locked: false });
    expect(await refusal(late.enter(webinarId))).toBe('done');
    late.leave();
  });
});
