import type { EventInput, Message } from '@lectern/contracts';
import { randomUUID } from 'node:crypto';
import type { Lectern } from '../support/lectern';
import { Person, Refusal, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(90_000);

const END = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

describe.each(roomTopologies)('the desk of the chat, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, moderator: Person, presenter: Person, ada: Person, lin: Person;
  let webinarId: string;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    ({ webinarId, links } = await scheduled(host));
    await host.enter(webinarId);
    moderator = await entered(lectern, links.moderator, 'Mo Moderator');
    presenter = await entered(lectern, links.presenter, 'Pia Presenter');
    ada = await entered(lectern, links.attendee, 'Ada Attendee');
    lin = await entered(lectern, links.attendee, 'Lin Listener');
    await host.call('webinar:start', {});
  });

  afterAll(async () => {
    for (const person of [host, moderator, presenter, ada, lin]) person?.leave();
    await lectern?.remove();
  });

  const say = (who: Person, text: string, more: Partial<EventInput<'message:send'>> = {}) =>
    who.call('message:send', { clientId: randomUUID(), text, ...more });
  const sees = (who: Person, id: string, fits: (message: Message) => boolean = () => true) =>
    who.hears('message:changed', ({ messages }) => messages.some((m) => m.id === id && fits(m)));
  const knows = (who: Person, text: string) => JSON.stringify(who.heard).includes(text);
  /** What the server says of a text that it does not take. */
  const complaint = async (call: Promise<unknown>) => {
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    if (!(error instanceof Refusal)) throw new Error('It was taken.');
    return error.error.fields?.[0]?.message;
  };
  const defaults = { moderated: false, slowSeconds: 0, links: 'everyone', filtered: 'hold' } as const;

  it('keeps what goes to the moderators between one person and the staff', async () => {
    const asked = await say(ada, 'secret: I cannot hear', { channel: 'moderators' });
    const { messages } = await sees(moderator, asked.id);
    const thread = messages[0]!.thread!;
    expect(thread.displayName).toBe('Ada Attendee');
    const threadId = thread.participantId;
    const more = { channel: 'moderators', threadId, replyTo: asked.id } as const;
    const answer = await say(moderator, 'secret: try the other speaker', more);
    await sees(ada, answer.id, ({ quote }) => quote?.text === 'secret: I cannot hear');
    await sees(host, answer.id);
    await say(lin, 'said after it');
    await lin.hears('message:changed');
    expect([knows(lin, 'secret'), knows(presenter, 'secret')]).toEqual([false, false]);
    const page = await lin.call('message:list', { channel: 'moderators', before: END });
    expect(page.messages).toEqual([]);
    expect(await refusal(lin.call('message:delete', { messageId: asked.id }))).toBe('NOT_FOUND');
    expect(await refusal(say(lin, 'x', { channel: 'moderators', replyTo: asked.id }))).toBe('NOT_FOUND');
    expect(await refusal(say(lin, 'x', { replyTo: asked.id }))).toBe('NOT_FOUND');
    expect(await refusal(say(moderator, 'x', { channel: 'moderators' }))).toBe('VALIDATION_FAILED');
    // Whatever an attendee names: it is their own conversation.
    const forged = await say(lin, 'mine', { channel: 'moderators', threadId });
    expect(forged.thread?.displayName).toBe('Lin Listener');
  });

  it('keeps what staff write to each other among them', async () => {
    const { id } = await say(host, 'hush: five minutes left', { channel: 'staff' });
    await sees(moderator, id);
    await say(host, 'to all');
    await ada.hears('message:changed', ({ messages }) => messages[0]!.text === 'to all');
    expect([knows(ada, 'hush'), knows(presenter, 'hush')]).toEqual([false, false]);
    expect(await refusal(say(presenter, 'x', { channel: 'staff' }))).toBe('FORBIDDEN');
    expect(await refusal(ada.call('message:list', { channel: 'staff', before: END }))).toBe('FORBIDDEN');
    expect(await refusal(ada.call('message:react', { messageId: id, emoji: '👍' }))).toBe('NOT_FOUND');
  });

  it('lets messages of attendees wait where it is moderated, and puts what is let through at the end', async () => {
    await host.call('chat:configure', { moderated: true });
    await ada.hears('chat:configured', ({ moderated }) => moderated);
    const waits = await say(ada, 'held: good morning');
    const unwanted = await say(ada, 'held: buy this');
    expect(waits.state).toBe('pending');
    const open = await say(presenter, 'presenters do not wait');
    await sees(lin, open.id);
    expect(knows(lin, 'held')).toBe(false);
    const newcomer = await entered(lectern, links.moderator, 'Second Moderator');
    const { chat } = await newcomer.enter(webinarId);
    expect(chat.waiting.messages.map(({ text }) => text)).toEqual(['held: good morning', 'held: buy this']);
    newcomer.leave();

    expect(await refusal(lin.call('message:waiting', {}))).toBe('FORBIDDEN');
    expect(await refusal(lin.call('message:review', { messageId: waits.id, approve: true }))).toBe('NOT_FOUND');
    expect(await refusal(ada.call('message:review', { messageId: waits.id, approve: true }))).toBe('FORBIDDEN');
    const shown = await moderator.call('message:review', { messageId: waits.id, approve: true });
    expect(shown.place > open.place).toBe(true);
    await sees(lin, waits.id, ({ state }) => state === 'visible');
    await moderator.call('message:review', { messageId: unwanted.id, approve: false });
    await sees(ada, unwanted.id, ({ state }) => state === 'dismissed');
    expect(await refusal(moderator.call('message:review', { messageId: waits.id, approve: false }))).toBe(
      'WRONG_STATE',
    );
    const page = await lin.call('message:list', { before: END });
    expect(page.messages[0]!.id).toBe(waits.id);
    expect(JSON.stringify(page)).not.toContain('buy this');
    for (let n = 0; n < 5; n++) await say(lin, `pile ${n}`);
    expect(await refusal(say(lin, 'one too many'))).toBe('LIMIT_EXCEEDED');
    await host.call('chat:configure', defaults);
  });

  it('filters words by their language, and links, as the host wants it', async () => {
    const wei = await entered(lectern, links.attendee, 'Wei');
    expect(await refusal(ada.call('chat:words', {}))).toBe('FORBIDDEN');
    expect(await refusal(ada.call('chat:filter', { language: 'en', words: ['x'] }))).toBe('FORBIDDEN');
    await moderator.call('chat:filter', { language: 'zh', words: ['笨蛋'] });
    const { lists } = await moderator.call('chat:filter', { language: 'ar', words: ['غبي', 'غبي'] });
    expect(lists).toEqual([
      { language: 'ar', words: ['غبي'] },
      { language: 'zh', words: ['笨蛋'] },
    ]);
    expect((await say(wei, '你是个笨蛋吗')).state).toBe('pending');
    expect((await say(wei, '你好')).state).toBe('visible');
    await moderator.call('chat:configure', { filtered: 'refuse', links: 'staff' });
    expect(await complaint(say(wei, 'أنت غَبي'))).toBe('word');
    expect(await complaint(say(wei, 'see www.example.org'))).toBe('link');
    expect((await say(moderator, 'see www.example.org, 笨蛋')).state).toBe('visible');
    await moderator.call('chat:filter', { language: 'ar', words: [] });
    expect((await host.call('chat:words', {})).lists.map(({ language }) => language)).toEqual(['zh']);
    const snapshot = await wei.enter(webinarId);
    expect(JSON.stringify(snapshot.chat.settings)).toBe(
      JSON.stringify({ ...defaults, filtered: 'refuse', links: 'staff' }),
    );
    wei.leave();
    await host.call('chat:configure', defaults);
  });

  it('slows the audience down, and not the staff', async () => {
    expect(await refusal(ada.call('chat:configure', { slowSeconds: 5 }))).toBe('FORBIDDEN');
    expect(await refusal(moderator.call('chat:configure', { slowSeconds: 301 }))).toBe('VALIDATION_FAILED');
    await moderator.call('chat:configure', { slowSeconds: 300 });
    const hasty = await entered(lectern, links.attendee, 'Hasty');
    const first = { clientId: randomUUID(), text: 'first' };
    await hasty.call('message:send', first);
    const error: unknown = await say(hasty, 'second').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ error: { code: 'RATE_LIMITED' } });
    expect((error as { error: { retryAfter: number } }).error.retryAfter).toBeGreaterThan(290);
    // A retry of what is stored is no second message, and the moderators are always in reach.
    expect((await hasty.call('message:send', first)).text).toBe('first');
    expect((await say(hasty, 'help', { channel: 'moderators' })).state).toBe('visible');
    for (const text of ['one', 'two']) await say(moderator, text);
    const { chat } = await hasty.enter(webinarId);
    expect(Date.parse(chat.lastSentAt!)).toBeGreaterThan(0);
    hasty.leave();
    await host.call('chat:configure', defaults);
  });

  it('quotes what is answered, and erases the quote with the message', async () => {
    const original = await say(ada, `begin ${'long '.repeat(60)}`);
    const reply = await say(lin, 'I agree', { replyTo: original.id });
    expect(reply.quote).toMatchObject({ messageId: original.id, displayName: 'Ada Attendee' });
    expect(reply.quote!.text.length).toBe(141);
    await ada.call('message:delete', { messageId: original.id });
    const { messages } = await lin.call('message:list', { before: END });
    expect(messages.find(({ id }) => id === reply.id)!.quote!.text).toBe('');
    expect(await refusal(say(lin, 'too late', { replyTo: original.id }))).toBe('NOT_FOUND');
  });

  it('counts reactions, each person one, and tells them together', async () => {
    const { id: messageId } = await say(ada, 'shall we begin?');
    const crowd = await Promise.all([...Array(30).keys()].map((n) => entered(lectern, links.attendee, `Fan ${n}`)));
    const before = lin.told('message:reacted').length;
    await Promise.all(crowd.map((fan) => fan.call('message:react', { messageId, emoji: '🎉' })));
    await crowd[0]!.call('message:react', { messageId, emoji: '👍' });
    await crowd[1]!.call('message:react', { messageId, emoji: null });
    await lin.hears('message:reacted', ({ reacted }) =>
      reacted.some(
        (one) =>
          one.messageId === messageId &&
          JSON.stringify(one.reactions) === '[{"emoji":"👍","count":1},{"emoji":"🎉","count":28}]',
      ),
    );
    expect(lin.told('message:reacted').length - before).toBeLessThan(30);
    const { messages, mine } = await crowd[0]!.call('message:list', { before: END });
    expect(mine).toContainEqual({ messageId, emoji: '👍' });
    expect(messages.find(({ id }) => id === messageId)!.reactions).toHaveLength(2);
    const { chat } = await crowd[0]!.enter(webinarId);
    expect(chat.reacted.find((one) => one.messageId === messageId)!.reactions).toHaveLength(2);
    for (const fan of crowd) fan.leave();
    const bad = { messageId, emoji: '🍌' } as unknown as EventInput<'message:react'>;
    expect(await refusal(ada.call('message:react', bad))).toBe('VALIDATION_FAILED');
  });

  it('gives a latecomer the latest of each channel, and the rest page by page, as far back as asked for', async () => {
    const writers = await Promise.all([...Array(9).keys()].map((n) => entered(lectern, links.attendee, `Writer ${n}`)));
    for (const [w, writer] of writers.entries())
      for (let n = 0; n < 15; n++) await say(writer, `history ${w * 15 + n}`);
    for (const writer of writers) writer.leave();
    const fresh = new Person(lectern.url, 'Late');
    const { chat } = await fresh.enter(await fresh.accept(links.attendee!));
    expect([chat.messages.length, chat.more]).toEqual([50, ['everyone']]);
    expect(chat.messages.at(-1)!.text).toBe('history 134');
    const { messages } = await fresh.call('message:list', { before: END });
    expect(messages).toHaveLength(50);
    expect(messages[0]!.text).toBe('history 134');
    const older = await fresh.call('message:list', { before: messages.at(-1)!.place });
    expect([older.messages[0]!.text, older.more]).toEqual(['history 84', true]);
    const oldest = older.messages.at(-1)!;
    const stretch = await fresh.call('message:list', { before: END, until: oldest.place });
    expect(stretch.messages).toHaveLength(100);
    expect([stretch.messages.at(-1)!.id, stretch.more]).toEqual([oldest.id, true]);
    fresh.leave();
  });
});
