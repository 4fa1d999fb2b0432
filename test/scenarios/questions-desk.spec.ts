import type { EventInput, Question } from '@lectern/contracts';
import { randomUUID } from 'node:crypto';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { topologies } from '../support/topology';

jest.setTimeout(90_000);

describe.each(topologies)('the desk of the moderated Q&A, on $name', (topology) => {
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

  const ask = (who: Person, text: string, more: Partial<EventInput<'question:ask'>> = {}) =>
    who.call('question:ask', { clientId: randomUUID(), text, ...more });
  const newcomer = (name: string) => entered(lectern, links.attendee, name);
  const approved = async (who: Person, text: string): Promise<Question> => {
    const { id } = await ask(who, text);
    return moderator.call('question:approve', { questionId: id });
  };
  const sees = (who: Person, id: string, fits: (question: Question) => boolean) =>
    who.hears('question:changed', ({ questions }) => questions.some((q) => q.id === id && fits(q)));

  it('adds the votes of merged questions up, each voter once, and tells the author where it went', async () => {
    const first = await approved(ada, 'Is the pack printed?');
    const second = await approved(lin, 'Can we have the pack on paper?');
    for (const who of [ada, lin]) await who.call('question:vote', { questionId: first.id, vote: true });
    for (const who of [lin, presenter]) await who.call('question:vote', { questionId: second.id, vote: true });
    expect(await refusal(lin.call('question:merge', { questionId: second.id, intoId: first.id }))).toBe('FORBIDDEN');
    const { into } = await moderator.call('question:merge', { questionId: second.id, intoId: first.id });
    expect(into).toMatchObject({ id: first.id, votes: 3 });
    await sees(lin, second.id, ({ state, mergedInto }) => state === 'merged' && mergedInto === first.id);
    await ada.hears(
      'question:hidden',
      ({ questionId, mergedInto }) => questionId === second.id && mergedInto === first.id,
    );
    expect(await lin.call('question:vote', { questionId: first.id, vote: false })).toEqual({ votes: 2 });
  });

  it('flattens chains of merged questions', async () => {
    const [asker, other] = [await newcomer('Asker'), await newcomer('Other')];
    const [a, b, c] = [await approved(asker, 'One?'), await approved(other, 'Two?'), await approved(other, 'Three?')];
    await moderator.call('question:merge', { questionId: a.id, intoId: b.id });
    await moderator.call('question:merge', { questionId: b.id, intoId: c.id });
    await sees(asker, a.id, ({ mergedInto }) => mergedInto === c.id);
    const { id } = await ask(other, 'Four?');
    const { merged } = await moderator.call('question:merge', { questionId: id, intoId: a.id });
    expect(merged.mergedInto).toBe(c.id);
    expect(await refusal(moderator.call('question:merge', { questionId: c.id, intoId: a.id }))).toBe('WRONG_STATE');
    for (const who of [asker, other]) who.leave();
  });

  it('pins for everyone, and assigns for staff and the one who is to answer', async () => {
    const { id } = await approved(ada, 'Who looks after the radios?');
    await moderator.call('question:pin', { questionId: id, pinned: true });
    await sees(lin, id, ({ pinnedAt }) => pinnedAt !== null);
    const { participants } = await moderator.call('participant:list', { search: 'pia' });
    const participantId = participants[0]!.id;
    await moderator.call('question:assign', { questionId: id, participantId });
    await sees(presenter, id, ({ assignee }) => assignee?.participantId === participantId);
    await sees(host, id, ({ assignee }) => assignee?.displayName === 'Pia Presenter');
    expect(JSON.stringify(lin.told('question:changed'))).not.toContain('Pia Presenter');
    const queue = await presenter.call('question:list', { sort: 'assigned' });
    expect(queue.questions.map((question) => question.id)).toEqual([id]);
    const attendee = (await moderator.call('participant:list', { search: 'lin' })).participants[0]!.id;
    const refused = moderator.call('question:assign', { questionId: id, participantId: attendee });
    expect(await refusal(refused)).toBe('VALIDATION_FAILED');
  });

  it('keeps what a written answer said before, for staff', async () => {
    const { id: questionId } = await approved(ada, 'When is the next one?');
    const { answers } = await presenter.call('question:answer', { questionId, text: 'On Monday.' });
    const answerId = answers[0]!.id;
    await presenter.call('question:edit-answer', { questionId, answerId, text: 'On Tuesday.' });
    await moderator.call('question:edit-answer', { questionId, answerId, text: 'On Tuesday at nine.' });
    const change = { questionId, answerId, text: 'Never.' };
    expect(await refusal(ada.call('question:edit-answer', change))).toBe('FORBIDDEN');
    await sees(lin, questionId, (question) => question.answers[0]?.text === 'On Tuesday at nine.');
    const { versions } = await host.call('question:answer-history', { questionId, answerId });
    expect(versions.map(({ text, author }) => [text, author])).toEqual([
      ['On Tuesday at nine.', 'Mo Moderator'],
      ['On Tuesday.', 'Pia Presenter'],
      ['On Monday.', 'Pia Presenter'],
    ]);
    expect(await refusal(lin.call('question:answer-history', { questionId, answerId }))).toBe('FORBIDDEN');
  });

  it('offers similar questions that are public, in any script', async () => {
    const asker = await newcomer('Wei');
    const { id } = await approved(asker, '课程结束后可以看录像吗？');
    await ask(asker, '录像可以看吗，课程结束后？这是私下的');
    asker.leave();
    const { questions } = await lin.call('question:similar', { text: '结束后可以看课程录像吗' });
    expect(questions.map((question) => question.id)).toEqual([id]);
  });

  it('pages, searches and bounds what a joiner gets', async () => {
    await host.call('qa:configure', { moderated: false, mostOpen: 100 });
    const crowd = await Promise.all([...Array(24).keys()].map((n) => newcomer(`Crowd ${n}`)));
    for (const [n, who] of crowd.entries())
      await Promise.all([...Array(5).keys()].map((m) => ask(who, `Ünumbered ${n}-${m} 100% [crowd]?`)));
    for (const who of crowd) who.leave();
    const late = new Person(lectern.url, 'Late Comer');
    const snapshot = await late.enter(await late.accept(links.attendee!));
    expect([snapshot.questions.length <= 101, snapshot.moreQuestions]).toEqual([true, true]);
    expect(snapshot.questions.some(({ pinnedAt }) => pinnedAt !== null)).toBe(true);
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await late.call('question:list', { sort: 'time', search: 'UNUMBERED 100%', cursor });
      for (const { id } of page.questions) seen.add(id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.size).toBe(120);
    expect((await late.call('question:list', { search: '100_' })).questions).toEqual([]);
    expect(await refusal(late.call('question:list', { cursor: 'x' }))).toBe('VALIDATION_FAILED');
    late.leave();
  });

  it('takes questions as the host has set it', async () => {
    expect(await refusal(moderator.call('qa:configure', { anonymous: false }))).toBe('FORBIDDEN');
    await host.call('qa:configure', { moderated: false, anonymousToStaff: false, mostOpen: 100 });
    await ada.hears('qa:configured', ({ anonymousToStaff }) => !anonymousToStaff);
    const asker = await newcomer('Nameless Asker');
    const open = await ask(asker, 'Seen at once?', { anonymous: true });
    expect(open.state).toBe('approved');
    await sees(lin, open.id, ({ author }) => author === null);
    await sees(moderator, open.id, ({ author, anonymous }) => anonymous && author?.displayName === 'Nameless Asker');

    await host.call('qa:configure', { anonymous: false, answerers: 'staff', upvoting: false, mostOpen: 1 });
    const input = { clientId: randomUUID(), text: 'May I?', anonymous: true };
    expect(await refusal(lin.call('question:ask', input))).toBe('FORBIDDEN');
    expect(await refusal(asker.call('question:ask', { ...input, anonymous: false }))).toBe('LIMIT_EXCEEDED');
    expect(await refusal(lin.call('question:vote', { questionId: open.id, vote: true }))).toBe('FORBIDDEN');
    expect(await refusal(presenter.call('question:answer', { questionId: open.id }))).toBe('FORBIDDEN');
    // What has been answered is no longer counted.
    await moderator.call('question:answer', { questionId: open.id });
    expect(await asker.call('question:ask', { ...input, anonymous: false })).toMatchObject({ state: 'approved' });
    asker.leave();
    const { qa } = await moderator.enter(webinarId);
    expect(qa).toMatchObject({ moderated: false, anonymous: false, answerers: 'staff', mostOpen: 1, upvoting: false });
  });

  it('gives staff everything as CSV and as JSON, and nobody else', async () => {
    await host.call('qa:configure', { mostOpen: 100 });
    await ask(moderator, '=1+1, "quoted"?');
    const { questions } = await moderator.api('GET /api/webinars/:webinarId/questions.json', { params: { webinarId } });
    const odd = questions.find(({ text }) => text.startsWith('='));
    expect(odd).toMatchObject({ state: 'approved', author: 'Mo Moderator', anonymous: false });
    expect(odd!.second).toBeGreaterThanOrEqual(0);
    const response = await moderator.fetch('GET /api/webinars/:webinarId/questions.csv', { params: { webinarId } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(`"'=1+1, ""quoted""?"`);
    expect(text.split('\r\n').length).toBeGreaterThan(100);
    const refused = ada.api('GET /api/webinars/:webinarId/questions.json', { params: { webinarId } });
    expect(await refusal(refused)).toBe('FORBIDDEN');
  });
});
