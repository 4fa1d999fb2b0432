import { randomUUID } from 'node:crypto';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(90_000);

describe.each(roomTopologies)('a webinar over HTTP and sockets, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, moderator: Person, asker: Person, listener: Person;
  let webinarId: string;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    ({ webinarId, links } = await scheduled(host));
    await host.enter(webinarId);
    moderator = await entered(lectern, links.moderator, 'Mo Moderator');
    asker = await entered(lectern, links.attendee, 'Ada Attendee');
    listener = await entered(lectern, links.attendee, 'Lin Listener');
    await host.call('webinar:start', {});
  });

  afterAll(async () => {
    for (const person of [host, moderator, asker, listener]) person?.leave();
    await lectern?.remove();
  });

  it('tells everyone that it is live', async () => {
    expect(await listener.hears('webinar:changed')).toMatchObject({ status: 'live' });
  });

  it('takes a question through moderation to a written answer', async () => {
    const asked = await asker.call('question:ask', { clientId: randomUUID(), text: 'How do we start offline?' });
    expect(asked).toMatchObject({ state: 'pending', mine: true });
    const { questionId } = { questionId: asked.id };
    await moderator.hears('question:changed', ({ questions }) => questions[0]!.id === questionId);

    expect(await refusal(listener.call('question:vote', { questionId, vote: true }))).toBe('NOT_FOUND');
    expect(await refusal(asker.call('question:approve', { questionId }))).toBe('FORBIDDEN');
    expect(listener.told('question:changed')).toEqual([]);

    await moderator.call('question:approve', { questionId });
    const seen = await listener.hears('question:changed', ({ questions }) => questions[0]!.state === 'approved');
    expect(seen.questions[0]).toMatchObject({
      text: 'How do we start offline?',
      mine: false,
      author: { displayName: 'Ada Attendee' },
    });

    expect(await listener.call('question:vote', { questionId, vote: true })).toEqual({ votes: 1 });
    expect(await listener.call('question:vote', { questionId, vote: true })).toEqual({ votes: 1 });
    await asker.hears('question:voted', ({ counts }) => counts.some((count) => count.votes === 1));

    await moderator.call('question:take-up', { questionId });
    await moderator.call('question:answer', { questionId, text: 'With the printed pack.' });
    const answered = await listener.hears('question:changed', ({ questions }) => questions[0]!.state === 'answered');
    expect(answered.questions[0]!.answers).toMatchObject([{ author: 'Mo Moderator', text: 'With the printed pack.' }]);
  });

  it('stores a question once, however often the client retries', async () => {
    const input = { clientId: randomUUID(), text: 'Asked twice?' };
    const [first, second] = await Promise.all([asker.call('question:ask', input), asker.call('question:ask', input)]);
    expect(second.id).toBe(first.id);
  });

  it('hides who asked anonymously, from moderators too', async () => {
    const { id } = await listener.call('question:ask', {
      clientId: randomUUID(),
      text: 'May I be unnamed?',
      anonymous: true,
    });
    const { questions } = await moderator.hears('question:changed', (told) => told.questions[0]!.id === id);
    expect(questions[0]!.author).toBeNull();
  });

  it('erases a deleted message for everyone', async () => {
    const { id } = await asker.call('message:send', { clientId: randomUUID(), text: 'something rude' });
    await listener.hears('message:changed', ({ messages }) => messages[0]!.id === id);
    expect(await refusal(listener.call('message:delete', { messageId: id }))).toBe('FORBIDDEN');
    await moderator.call('message:delete', { messageId: id });
    const gone = await listener.hears(
      'message:changed',
      ({ messages }) => messages[0]!.id === id && messages[0]!.deleted,
    );
    expect(gone.messages[0]!.text).toBe('');
    const late = await entered(lectern, links.attendee, 'Late Comer');
    const { messages } = await late.call('message:list', { before: '019fffff-ffff-7fff-bfff-ffffffffffff' });
    expect(JSON.stringify(messages)).not.toContain('rude');
    late.leave();
  });

  it('keeps a muted person from writing and asking, until it is lifted', async () => {
    const { participants } = await moderator.call('participant:list', { search: 'ada' });
    const participantId = participants[0]!.id;
    await moderator.call('participant:mute', { participantId, muted: true });
    await asker.hears('participant:changed', ({ muted }) => muted);
    expect(await refusal(asker.call('message:send', { clientId: randomUUID(), text: 'hello' }))).toBe('FORBIDDEN');
    expect(await refusal(asker.call('question:ask', { clientId: randomUUID(), text: 'hello?' }))).toBe('FORBIDDEN');
    await moderator.call('participant:mute', { participantId, muted: false });
    await asker.call('message:send', { clientId: randomUUID(), text: 'hello' });
  });

  it('gives a returning client what it missed, and nothing twice', async () => {
    const away = await entered(lectern, links.attendee, 'Away');
    away.leave();
    await asker.call('message:send', { clientId: randomUUID(), text: 'while you were away' });
    const snapshot = await away.enter(webinarId);
    expect(snapshot.resume).toBe('delta');
    expect(snapshot.chat.messages.map(({ text }) => text)).toEqual(['while you were away']);
    away.leave();
  });

  it('puts a removed person out for good', async () => {
    const troll = await entered(lectern, links.attendee, 'Troll');
    const { participants } = await moderator.call('participant:list', { search: 'troll' });
    await moderator.call('participant:remove', { participantId: participants[0]!.id });
    await troll.hears('session:closed', ({ reason }) => reason === 'removed');
    expect(await refusal(troll.enter(webinarId))).toBe('FORBIDDEN');
    expect(await refusal(troll.accept(links.attendee!))).toBe('FORBIDDEN');
  });

  it('admits nobody with a ticket that was used or forged', async () => {
    const { ticket } = await listener.api('POST /api/webinars/:webinarId/tickets', { params: { webinarId } });
    const twice = new Person(lectern.url, 'Twice');
    await twice.connect(ticket, webinarId);
    twice.leave();
    await expect(new Person(lectern.url, 'Thief').connect(ticket, webinarId)).rejects.toThrow('not valid any more');
    await expect(new Person(lectern.url, 'Forger').connect(`${ticket}x`, webinarId)).rejects.toThrow(
      'not valid any more',
    );
  });
});
