import { randomUUID } from 'node:crypto';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { entered, firstHost, plan, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(90_000);

const account = (token: string, email: string) => ({
  body: { token, email, password: 'a long pass phrase', displayName: 'Cora Colleague' },
});

describe.each(roomTopologies)('accounts, invitations and the programme, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person;

  const someone = (name = 'Somebody') => new Person(lectern.url, name);
  const colleagueLink = async () => (await host.api('POST /api/account-links', { body: {} })).url.split('/').at(-1)!;

  beforeAll(async () => {
    lectern = await topology.start();
    host = await firstHost(lectern);
  });

  afterAll(() => lectern?.remove());

  it('lets one person use a one-time link, however many come with it at once', async () => {
    const token = await colleagueLink();
    const tries = [1, 2].map((n) => refusal(someone().api('POST /api/accounts', account(token, `c${n}@example.org`))));
    expect((await Promise.all(tries)).sort()).toEqual(['NOT_FOUND', 'done']);
  });

  it('makes one account of an address, however many ask at once, and wastes no link', async () => {
    const [one, two] = [await colleagueLink(), await colleagueLink()];
    const tries = [one, two].map((token) =>
      refusal(someone().api('POST /api/accounts', account(token, 'same@example.org'))),
    );
    const outcomes = await Promise.all(tries);
    expect([...outcomes].sort()).toEqual(['CONFLICT', 'done']);
    const unused = outcomes[0] === 'done' ? two : one;
    expect(await refusal(someone().api('POST /api/accounts', account(unused, 'other@example.org')))).toBe('done');
  });

  it('signs in and out', async () => {
    const again = someone();
    const wrong = { body: { email: 'amina@example.org', password: 'not the pass phrase' } };
    expect(await refusal(again.api('POST /api/sessions', wrong))).toBe('UNAUTHENTICATED');
    await again.api('POST /api/sessions', { body: { email: ' Amina@Example.org', password: 'a long pass phrase' } });
    expect((await again.api('GET /api/me', {})).me).toMatchObject({ displayName: 'Amina Host', siteRole: 'admin' });
    await again.api('DELETE /api/sessions/current', {});
    expect((await again.api('GET /api/me', {})).me).toBeNull();
  });

  it('takes a person in once, with the higher of the roles, when several links are followed at once', async () => {
    const { webinarId, links } = await scheduled(host);
    const guest = someone('Gwen');
    await guest.accept(links.attendee!);
    const many = [links.attendee!, links.moderator!, links.attendee!, links.presenter!, links.attendee!];
    await Promise.all(many.map((link) => guest.accept(link)));
    const { myRole } = await guest.api('GET /api/webinars/:webinarId', { params: { webinarId } });
    expect(myRole).toBe('moderator');

    const member = someone('Max');
    await member.api('POST /api/accounts', account(await colleagueLink(), 'max@example.org'));
    await Promise.all(many.map((link) => member.accept(link)));
    const seen = await member.api('GET /api/webinars/:webinarId', { params: { webinarId } });
    expect(seen.myRole).toBe('moderator');
    const { invitations } = await host.api('GET /api/webinars/:webinarId/invitations', { params: { webinarId } });
    expect(invitations.map(({ uses }) => uses).reduce((sum, uses) => sum + uses)).toBe(2);
  });

  it('closes a withdrawn link, and no other', async () => {
    const { webinarId, links } = await scheduled(host);
    const { invitations } = await host.api('GET /api/webinars/:webinarId/invitations', { params: { webinarId } });
    const { id: invitationId } = invitations.find(({ role }) => role === 'attendee')!;
    const params = { webinarId, invitationId };
    await host.api('DELETE /api/webinars/:webinarId/invitations/:invitationId', { params });
    expect(await refusal(someone().accept(links.attendee!))).toBe('NOT_FOUND');
    expect(await refusal(someone().accept(links.presenter!))).toBe('done');
    expect(await refusal(host.api('DELETE /api/webinars/:webinarId/invitations/:invitationId', { params }))).toBe(
      'NOT_FOUND',
    );
  });

  it('pages through the programme without losing or repeating any', async () => {
    for (const day of ['03', '01', '02', '02', '01'])
      await host.api('POST /api/webinars', { body: { ...plan, startsAt: `2031-01-${day}T08:00:00Z` } });
    for (const scope of ['upcoming', 'mine'] as const) {
      const whole = await host.api('GET /api/webinars', { query: { scope, limit: 100 } });
      const paged = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const query: { scope: typeof scope; limit: number; cursor?: string } = {
          scope,
          limit: 2,
          ...(cursor && { cursor }),
        };
        const page = await host.api('GET /api/webinars', { query });
        paged.push(...page.webinars);
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(whole.webinars);
      expect(paged.length).toBeGreaterThanOrEqual(7);
      const times = paged.map(({ startsAt }) => startsAt);
      expect(times).toEqual(scope === 'upcoming' ? times.toSorted() : times.toSorted().reverse());
    }
  });

  it('keeps what a change leaves out', async () => {
    const { id: webinarId } = await host.api('POST /api/webinars', { body: plan });
    const body = { title: 'A new title', languages: ['pt-br', 'EN'] };
    await host.api('PATCH /api/webinars/:webinarId', { params: { webinarId }, body });
    const { webinar } = await host.api('GET /api/webinars/:webinarId', { params: { webinarId } });
    expect(webinar).toMatchObject({
      title: 'A new title',
      description: plan.description,
      languages: ['pt-BR', 'en'],
      startsAt: '2030-05-06T07:00:00.000Z',
    });
  });

  it('counts every vote of a crowd once', async () => {
    const { webinarId, links } = await scheduled(host);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    const crowd = await Promise.all(
      Array.from({ length: 12 }, (_, n) => entered(lectern, links.attendee, `Voter ${n}`)),
    );
    const { id: questionId } = await crowd[0]!.call('question:ask', { clientId: randomUUID(), text: 'Agreed?' });
    await host.call('question:approve', { questionId });
    const vote = { questionId, vote: true };
    await Promise.all(
      crowd.flatMap((person) => [person.call('question:vote', vote), person.call('question:vote', vote)]),
    );
    expect(await host.call('question:vote', vote)).toEqual({ votes: 13 });
    for (const person of [host, ...crowd]) person.leave();
  });
});
