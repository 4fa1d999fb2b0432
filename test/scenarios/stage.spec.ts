import type { AppointedRole } from '@lectern/contracts';
import { Lectern, until } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(120_000);

describe.each(roomTopologies)('the stage, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, moderator: Person, ada: Person, ben: Person;
  let webinarId: string;
  let adaId: string, benId: string;

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    await host.enter(webinarId);
    moderator = await entered(lectern, links.moderator, 'Mo');
    ada = await entered(lectern, links.attendee, 'Ada');
    ben = await entered(lectern, links.attendee, 'Ben');
    const { participants } = await host.call('participant:list', {});
    adaId = participants.find(({ displayName }) => displayName === 'Ada')!.id;
    benId = participants.find(({ displayName }) => displayName === 'Ben')!.id;
  });

  afterAll(() => lectern?.remove());

  const sendTransport = (person: Person) => refusal(person.call('transport:create', { direction: 'send' }));
  const hands = (person: Person) => person.told('hands:changed');
  const queue = async () => (await moderator.call('hand:list', {})).hands.map(({ displayName }) => displayName);

  it('takes no hands before the doors open', async () => {
    expect(await refusal(ada.call('hand:raise', {}))).toBe('WRONG_STATE');
    await host.call('webinar:start', {});
  });

  it('shows moderators the hands in the order of raising, and nobody else', async () => {
    const first = await ben.call('hand:raise', {});
    await ada.call('hand:raise', {});
    expect((await ben.call('hand:raise', {})).handRaisedAt).toBe(first.handRaisedAt);
    expect(await queue()).toEqual(['Ben', 'Ada']);
    await moderator.hears('hands:changed', ({ count, first }) => count === 2 && first[0]!.id === benId);
    expect(ada.told('hands:changed')).toEqual([]);
    expect(await refusal(ada.call('hand:list', {}))).toBe('FORBIDDEN');
    expect(await refusal(ada.call('hand:lower', { participantId: benId }))).toBe('FORBIDDEN');
    expect(await refusal(host.call('hand:raise', {}))).toBe('FORBIDDEN');
  });

  it('keeps the place of a person whose line was cut', async () => {
    ben.leave();
    await moderator.hears('hands:changed', ({ count }) => count === 1);
    const { me } = await ben.enter(webinarId);
    expect(me.handRaisedAt).not.toBeNull();
    expect(await queue()).toEqual(['Ben', 'Ada']);
  });

  it('lets nobody send before they have been invited and have accepted', async () => {
    expect(await refusal(ada.call('stage:invite', { participantId: benId }))).toBe('FORBIDDEN');
    expect(await refusal(ben.call('stage:accept', {}))).toBe('WRONG_STATE');
    expect(await sendTransport(ben)).toBe('FORBIDDEN');
    await moderator.call('stage:invite', { participantId: benId });
    await ben.hears('participant:changed', ({ id, stage }) => id === benId && stage === 'invited');
    expect(await sendTransport(ben)).toBe('FORBIDDEN');
    expect(await ben.call('stage:accept', {})).toMatchObject({ stage: 'guest', handRaisedAt: null });
    expect(await sendTransport(ben)).toBe('done');
    await ada.hears('presence:changed', ({ stage }) => stage.some(({ participantId }) => participantId === benId));
    expect(await queue()).toEqual(['Ada']);
  });

  it('has several guests at once, and keeps them over a cut line', async () => {
    await host.call('stage:invite', { participantId: adaId });
    await ada.call('stage:accept', {});
    ada.leave();
    const snapshot = await ada.enter(webinarId);
    expect(snapshot.me.stage).toBe('guest');
    expect(snapshot.stage.map(({ participantId }) => participantId)).toEqual(expect.arrayContaining([adaId, benId]));
    expect(await sendTransport(ada)).toBe('done');
  });

  it('returns guests to the audience, by themselves and by moderators alone', async () => {
    expect(await refusal(ada.call('stage:return', { participantId: benId }))).toBe('FORBIDDEN');
    expect(await moderator.call('stage:return', { participantId: benId })).toMatchObject({ stage: 'none' });
    expect(await sendTransport(ben)).toBe('FORBIDDEN');
    await ada.call('stage:return', {});
    expect(await sendTransport(ada)).toBe('FORBIDDEN');
  });

  it('invites nobody who is on the stage by their role, and takes no hand of the muted', async () => {
    const { participants } = await host.call('participant:list', { search: 'Mo' });
    expect(await refusal(host.call('stage:invite', { participantId: participants[0]!.id }))).toBe('FORBIDDEN');
    await host.call('participant:mute', { participantId: adaId, muted: true });
    expect(await refusal(ada.call('hand:raise', {}))).toBe('FORBIDDEN');
  });

  it('gives another role in mid-session, with its rights and its news at once', async () => {
    const role = (participantId: string, to: AppointedRole) => ({ participantId, role: to });
    expect(await refusal(moderator.call('participant:role', role(benId, 'presenter')))).toBe('FORBIDDEN');
    expect(await refusal(ben.call('participant:role', role(benId, 'cohost')))).toBe('FORBIDDEN');
    expect(await host.call('participant:role', role(benId, 'presenter'))).toMatchObject({ role: 'presenter' });
    expect(await sendTransport(ben)).toBe('done');
    expect(await refusal(ben.call('hand:list', {}))).toBe('FORBIDDEN');
    await host.call('participant:role', role(benId, 'cohost'));
    expect(await refusal(ben.call('hand:list', {}))).toBe('done');
    await host.call('participant:mute', { participantId: adaId, muted: false });
    await ada.call('hand:raise', {});
    await ben.hears('hands:changed', ({ first }) => first[0]?.id === adaId);
    expect(await refusal(ben.call('participant:role', role(adaId, 'cohost')))).toBe('FORBIDDEN');
    expect(await ben.call('participant:role', role(adaId, 'moderator'))).toMatchObject({ handRaisedAt: null });
  });

  it('takes a role with its rights and its news', async () => {
    await host.call('participant:role', { participantId: benId, role: 'attendee' });
    expect(await sendTransport(ben)).toBe('FORBIDDEN');
    expect(await refusal(ben.call('hand:list', {}))).toBe('FORBIDDEN');
    await host.call('participant:role', { participantId: adaId, role: 'attendee' });
    const [before, beforeBen] = [hands(host).length, hands(ben).length];
    await ada.call('hand:raise', {});
    await until(() =>
      hands(host)
        .slice(before)
        .some(({ count }) => count === 1),
    );
    // His answer comes after whatever was told to him before.
    await refusal(ben.call('hand:list', {}));
    expect(hands(ben)).toHaveLength(beforeBen);
    ben.leave();
    expect((await ben.enter(webinarId)).me.role).toBe('attendee');
    for (const person of [host, moderator, ada, ben]) person.leave();
  });
});
