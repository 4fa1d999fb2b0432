import type { Poll, PollInput, ServerPayload } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(90_000);

describe.each(roomTopologies)('polls, on $name', (topology) => {
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

  const write = (who: Person, body: Partial<PollInput> & Pick<PollInput, 'kind'>) =>
    who.api('POST /api/webinars/:webinarId/polls', {
      params: { webinarId },
      body: {
        question: `A ${body.kind}?`,
        options: body.kind === 'words' || body.kind === 'rating' ? [] : ['Yes', 'No', 'Perhaps'],
        ...body,
      },
    });
  const opened = async (body: Partial<PollInput> & Pick<PollInput, 'kind'>): Promise<string> => {
    const { id: pollId } = await write(host, body);
    await host.call('poll:open', { pollId });
    return pollId;
  };
  const vote = (who: Person, pollId: string, ...picks: string[]) => who.call('poll:vote', { pollId, picks });
  const closed = (pollId: string) => host.call('poll:close', { pollId });
  const sees = (who: Person, pollId: string, fits: (poll: Poll) => boolean) =>
    who.hears('poll:changed', (poll) => poll.id === pollId && fits(poll));
  const counted = (tally: Poll['tally']) => Object.fromEntries((tally ?? []).map(({ label, votes }) => [label, votes]));

  /** Counts of several polls may come together. */
  const tallyIn = ({ tallies }: ServerPayload<'poll:tallied'>, pollId: string) =>
    tallies.find((one) => one.pollId === pollId)!.tally;

  it('keeps drafts among the staff until they are opened', async () => {
    const { id: pollId, state } = await write(moderator, { kind: 'single', question: 'secret draft' });
    expect(state).toBe('draft');
    await sees(host, pollId, (poll) => poll.state === 'draft');
    const request = { params: { webinarId } };
    expect((await host.api('GET /api/webinars/:webinarId/polls', request)).polls).toHaveLength(1);
    for (const who of [ada, presenter]) {
      expect(await refusal(who.api('GET /api/webinars/:webinarId/polls', request))).toBe('FORBIDDEN');
      expect(await refusal(write(who, { kind: 'rating' }))).toBe('FORBIDDEN');
      expect(await refusal(who.call('poll:open', { pollId }))).toBe('FORBIDDEN');
      expect(await refusal(vote(who, pollId, '0'))).toBe('NOT_FOUND');
    }
    const params = { webinarId, pollId };
    const body = { kind: 'single' as const, question: 'Shall we begin?', options: ['Yes', 'No'] };
    await moderator.api('PUT /api/webinars/:webinarId/polls/:pollId', { params, body });
    await moderator.call('poll:open', { pollId });
    await sees(ada, pollId, ({ question, tally }) => question === 'Shall we begin?' && tally?.length === 0);
    expect(JSON.stringify(ada.heard)).not.toContain('secret draft');
    expect(await refusal(moderator.api('PUT /api/webinars/:webinarId/polls/:pollId', { params, body }))).toBe(
      'WRONG_STATE',
    );
    expect(await refusal(moderator.api('DELETE /api/webinars/:webinarId/polls/:pollId', { params }))).toBe(
      'WRONG_STATE',
    );
    await closed(pollId);
    const { id } = await write(host, { kind: 'rating' });
    await host.api('DELETE /api/webinars/:webinarId/polls/:pollId', { params: { webinarId, pollId: id } });
    await moderator.hears('poll:deleted', (gone) => gone.pollId === id);
  });

  it.each([
    [{ kind: 'single', options: ['Only one'] }],
    [{ kind: 'single', options: ['Same', 'Same'] }],
    [{ kind: 'rating', options: ['1', '2'] }],
    [{ kind: 'quiz', correct: [] }],
    [{ kind: 'quiz', correct: [7] }],
    [{ kind: 'single', correct: [0] }],
    [{ kind: 'single', question: ' ' }],
  ] as const)('refuses the draft %j', async (body) => {
    expect(await refusal(write(host, body as unknown as PollInput))).toBe('VALIDATION_FAILED');
  });

  it('counts each person once, lets them change their mind, and tells counts together', async () => {
    const pollId = await opened({ kind: 'multiple', results: 'live' });
    const crowd = await Promise.all([...Array(20).keys()].map((n) => entered(lectern, links.attendee, `Voter ${n}`)));
    const before = ada.told('poll:tallied').length;
    await Promise.all(crowd.map((who) => vote(who, pollId, '0', '1')));
    await vote(crowd[0]!, pollId, '1', '2');
    await vote(crowd[1]!, pollId);
    const last = await ada.hears('poll:tallied', ({ tallies }) =>
      tallies.some((told) => told.voters === 19 && counted(told.tally).Perhaps === 1),
    );
    expect(counted(tallyIn(last, pollId))).toEqual({ Yes: 18, No: 19, Perhaps: 1 });
    expect(ada.told('poll:tallied').length - before).toBeLessThan(20);
    expect(await refusal(vote(ada, pollId, '9'))).toBe('VALIDATION_FAILED');
    const { polls, myPolls } = await crowd[0]!.enter(webinarId);
    expect(myPolls).toEqual([{ pollId, picks: ['1', '2'] }]);
    expect(polls.find(({ id }) => id === pollId)).toMatchObject({ voters: 19, state: 'open' });
    for (const who of crowd) who.leave();
    await closed(pollId);
    expect(await refusal(vote(ada, pollId, '0'))).toBe('WRONG_STATE');
    await host.call('poll:reopen', { pollId });
    await vote(ada, pollId, '0');
    await closed(pollId);
  });

  it('hides results until it is closed, and the right answers of a quiz too', async () => {
    const pollId = await opened({ kind: 'quiz', correct: [2], results: 'closed' });
    await vote(ada, pollId, '2');
    await vote(lin, pollId, '0');
    const told = await ada.hears('poll:tallied', ({ tallies }) =>
      tallies.some((one) => one.pollId === pollId && one.voters === 2),
    );
    expect(tallyIn(told, pollId)).toBeNull();
    const known = await moderator.hears('poll:tallied', ({ tallies }) =>
      tallies.some((one) => one.pollId === pollId && one.voters === 2),
    );
    expect(counted(tallyIn(known, pollId))).toEqual({ Yes: 1, Perhaps: 1 });
    const seen = await sees(ada, pollId, ({ state }) => state === 'open');
    expect([seen.correct, seen.tally]).toEqual([null, null]);
    await closed(pollId);
    const over = await sees(ada, pollId, ({ state }) => state === 'closed');
    expect([over.correct, counted(over.tally)]).toEqual([[2], { Yes: 1, Perhaps: 1 }]);
    expect(await refusal(host.call('poll:reopen', { pollId }))).toBe('WRONG_STATE');
  });

  it('takes ratings, and gathers words that mean the same', async () => {
    const rating = await opened({ kind: 'rating' });
    await vote(ada, rating, '5');
    await vote(lin, rating, '4');
    expect(await refusal(vote(presenter, rating, '6'))).toBe('VALIDATION_FAILED');
    const words = await opened({ kind: 'words' });
    await vote(ada, words, 'Water', 'électricité');
    await vote(lin, words, ' WATER! ', '水');
    await vote(presenter, words, 'Electricite');
    const { tally } = await closed(words);
    expect(tally!.map(({ label, votes }) => [label, votes])).toEqual([
      ['électricité', 2],
      ['Water', 2],
      ['水', 1],
    ]);
    expect(counted((await closed(rating)).tally)).toEqual({ 5: 1, 4: 1 });
  });

  it('bounds how many are open at a time', async () => {
    const open = [await opened({ kind: 'rating' }), await opened({ kind: 'rating' }), await opened({ kind: 'rating' })];
    const { id: pollId } = await write(host, { kind: 'rating' });
    expect(await refusal(host.call('poll:open', { pollId }))).toBe('LIMIT_EXCEEDED');
    for (const id of open) await closed(id);
  });

  it('gives staff all results as CSV and as JSON, with names only where that was said', async () => {
    const named = await opened({ kind: 'single', question: '=1+1?', anonymous: false });
    await vote(ada, named, '0');
    await closed(named);
    const request = { params: { webinarId } };
    const { polls } = await moderator.api('GET /api/webinars/:webinarId/polls.json', request);
    expect(polls.find(({ id }) => id === named)!.votes).toMatchObject([{ name: 'Ada Attendee', answers: ['Yes'] }]);
    expect(polls.filter(({ anonymous }) => anonymous).flatMap(({ votes }) => votes)).toEqual([]);
    const response = await moderator.fetch('GET /api/webinars/:webinarId/polls.csv', request);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await response.text()).toContain(`"'=1+1?","single","closed"`);
    expect(await refusal(ada.api('GET /api/webinars/:webinarId/polls.json', request))).toBe('FORBIDDEN');
  });

  it('shows a latecomer what is open and the latest that are closed, and no drafts', async () => {
    for (let n = 0; n < 6; n++) await closed(await opened({ kind: 'rating', question: `Another ${n}?` }));
    await write(host, { kind: 'rating', question: 'secret draft too' });
    const late = await entered(lectern, links.attendee, 'Late');
    const { polls } = await late.enter(webinarId);
    late.leave();
    expect(polls.filter(({ state }) => state === 'closed')).toHaveLength(10);
    expect(JSON.stringify(polls)).not.toContain('secret');
    expect((await host.enter(webinarId)).polls.length).toBeGreaterThan(12);
  });
});
