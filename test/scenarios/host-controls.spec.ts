import type { AppointedRole, MediaSource, ProducerInfo, RtpParameters } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(120_000);

const sound = (ssrc: number): RtpParameters => ({
  mid: String(ssrc),
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc }],
});
const image = (ssrc: number): RtpParameters => ({
  mid: String(ssrc),
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: [{ ssrc }],
});
let ssrcs = 1_000;

describe.each(roomTopologies)("the hosts' controls, on $name", (topology) => {
  let lectern: Lectern;
  let host: Person, moderator: Person, pia: Person, ada: Person;
  let webinarId: string;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];
  const ids: Record<string, string> = {};
  const transports = new Map<Person, string>();

  const idOf = async (name: string) =>
    (await host.call('participant:list', { search: name })).participants.find(
      ({ displayName }) => displayName === name,
    )!.id;

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    ({ webinarId, links } = await scheduled(host));
    await host.enter(webinarId);
    moderator = await entered(lectern, links.moderator, 'Mo');
    pia = await entered(lectern, links.presenter, 'Pia');
    ada = await entered(lectern, links.attendee, 'Ada');
    for (const name of ['Amina Host', 'Mo', 'Pia', 'Ada']) ids[name] = await idOf(name);
    await host.call('webinar:start', {});
  });

  afterAll(() => {
    for (const person of [host, moderator, pia, ada]) person?.leave();
  });
  afterAll(() => lectern?.remove());

  /** @returns the producer */
  async function send(person: Person, source: MediaSource): Promise<string> {
    const transportId = transports.get(person) ?? (await person.call('transport:create', { direction: 'send' })).id;
    transports.set(person, transportId);
    const kind = source === 'microphone' || source === 'screen-audio' ? 'audio' : 'video';
    const rtpParameters = kind === 'audio' ? sound(++ssrcs) : image(++ssrcs);
    return (await person.call('producer:create', { transportId, kind, source, rtpParameters })).producerId;
  }

  /** As the moderator was told last. */
  const isPaused = (producerId: string) =>
    moderator.heard
      .filter(({ event }) => event === 'producer:opened' || event === 'producer:changed')
      .map(({ payload }) => payload as ProducerInfo)
      .findLast((info) => info.producerId === producerId)?.paused;
  const stops = (person: Person) => person.told('track:stopped').length;

  describe('over what people send', () => {
    let microphone: string;

    it('stop a microphone, which the person may turn on again', async () => {
      microphone = await send(pia, 'microphone');
      const input = { participantId: ids.Pia!, source: 'microphone' } as const;
      expect(await refusal(ada.call('track:stop', input))).toBe('FORBIDDEN');
      expect(await refusal(pia.call('track:stop', { ...input, participantId: ids.Mo! }))).toBe('FORBIDDEN');
      expect(await refusal(moderator.call('track:stop', { ...input, participantId: ids['Amina Host']! }))).toBe(
        'FORBIDDEN',
      );
      await moderator.call('track:stop', input);
      await pia.hears('track:stopped', ({ source }) => source === 'microphone');
      await ada.hears('producer:changed', ({ producerId, paused }) => producerId === microphone && paused);
      expect(await refusal(pia.call('producer:resume', { producerId: microphone }))).toBe('done');
    });

    it('stop a camera, and a screen with its sound', async () => {
      const camera = await send(pia, 'camera');
      const screen = [await send(pia, 'screen'), await send(pia, 'screen-audio')];
      await moderator.call('track:stop', { participantId: ids.Pia!, source: 'camera' });
      await ada.hears('producer:closed', ({ producerId }) => producerId === camera);
      await moderator.call('track:stop', { participantId: ids.Pia!, source: 'screen' });
      for (const gone of screen) await ada.hears('producer:closed', ({ producerId }) => producerId === gone);
      expect(await refusal(pia.call('producer:resume', { producerId: camera }))).toBe('NOT_FOUND');
    });

    it('mute all who stand below, and let them turn it on again', async () => {
      const own = await send(host, 'microphone');
      expect(await refusal(pia.call('stage:mute-all', {}))).toBe('FORBIDDEN');
      expect(await host.call('stage:mute-all', {})).toEqual({ muted: 1 });
      await ada.hears('producer:changed', ({ producerId, paused }) => producerId === microphone && paused);
      expect(await moderator.call('stage:mute-all', {})).toEqual({ muted: 0 });
      expect(isPaused(own)).toBe(false);
      expect(await refusal(pia.call('producer:resume', { producerId: microphone }))).toBe('done');
    });

    it('mute all and keep the microphones locked, also for a track that is opened anew', async () => {
      expect(await moderator.call('stage:mute-all', { lock: 'speakers' })).toEqual({ muted: 1 });
      await ada.hears('room:configured', ({ microphoneLock }) => microphoneLock === 'speakers');
      expect(await refusal(pia.call('producer:resume', { producerId: microphone }))).toBe('FORBIDDEN');
      const before = stops(pia);
      microphone = await send(pia, 'microphone');
      expect(stops(pia)).toBe(before + 1);
      expect((await pia.hears('producer:opened', ({ producerId }) => producerId === microphone)).paused).toBe(true);
    });

    it('lets nobody switch a microphone on but its owner, who is asked, locked or not', async () => {
      const input = { participantId: ids.Pia!, source: 'microphone' } as const;
      expect(await refusal(ada.call('track:request', input))).toBe('FORBIDDEN');
      expect(await refusal(host.call('track:request', { ...input, participantId: ids.Ada! }))).toBe('WRONG_STATE');
      await moderator.call('track:request', input);
      expect(await pia.hears('track:requested')).toEqual({ source: 'microphone', by: 'Mo' });
      expect(isPaused(microphone)).toBe(true);
      expect(await refusal(pia.call('producer:resume', { producerId: microphone }))).toBe('done');
    });

    it('takes such a leave back with the next lock, and keeps staff free', async () => {
      await host.call('room:configure', { microphoneLock: 'guests' });
      await pia.call('producer:pause', { producerId: microphone });
      expect(await refusal(pia.call('producer:resume', { producerId: microphone }))).toBe('done');
      await host.call('stage:mute-all', { lock: 'speakers' });
      expect(await refusal(pia.call('producer:resume', { producerId: microphone }))).toBe('FORBIDDEN');
      const own = await send(moderator, 'microphone');
      expect(await refusal(moderator.call('producer:resume', { producerId: own }))).toBe('done');
      await host.call('room:configure', { microphoneLock: 'none' });
      expect(await refusal(pia.call('producer:resume', { producerId: microphone }))).toBe('done');
    });
  });

  it('puts somebody into the spotlight for all, and for who comes later', async () => {
    expect(await refusal(pia.call('room:configure', { spotlight: ids.Pia! }))).toBe('FORBIDDEN');
    const stranger = '01890000-0000-7000-8000-000000000000';
    expect(await refusal(host.call('room:configure', { spotlight: stranger }))).toBe('NOT_FOUND');
    await moderator.call('room:configure', { spotlight: ids.Pia! });
    await ada.hears('room:configured', ({ spotlight }) => spotlight === ids.Pia);
    ada.leave();
    expect((await ada.enter(webinarId)).controls.spotlight).toBe(ids.Pia);
    await moderator.call('room:configure', { spotlight: null });
  });

  it('locks the room: nobody new, but who was in may come back', async () => {
    const registered = new Person(lectern.url, 'Rae');
    await registered.accept(links.attendee!);
    const again = new Person(lectern.url, 'Ned');
    expect(await refusal(ada.call('room:configure', { locked: true }))).toBe('FORBIDDEN');
    await moderator.call('room:configure', { locked: true });
    expect(await refusal(again.accept(links.attendee!))).toBe('LOCKED');
    expect(await refusal(registered.enter(webinarId))).toBe('LOCKED');
    registered.leave();
    ada.leave();
    expect((await ada.enter(webinarId)).controls.locked).toBe(true);
    const helper = await entered(lectern, links.moderator, 'Hal');
    helper.leave();
    await host.call('room:configure', { locked: false });
    expect(await refusal(registered.enter(webinarId))).toBe('done');
    registered.leave();
  });

  it('keeps a role that a host has given, whatever link is followed', async () => {
    const role = (to: AppointedRole) => host.call('participant:role', { participantId: ids.Mo!, role: to });
    await role('attendee');
    moderator.leave();
    await moderator.accept(links.moderator!);
    expect((await moderator.enter(webinarId)).me.role).toBe('attendee');
    expect(await refusal(moderator.call('hand:list', {}))).toBe('FORBIDDEN');
    await role('moderator');
    expect(await refusal(moderator.call('hand:list', {}))).toBe('done');
    // Who was given nothing still rises by a higher link.
    const rita = await entered(lectern, links.attendee, 'Rita');
    rita.leave();
    await rita.accept(links.presenter!);
    expect((await rita.enter(webinarId)).me.role).toBe('presenter');
    rita.leave();
  });

  describe('who is put out', () => {
    let troll: Person;
    let id: string;

    beforeAll(async () => {
      troll = await entered(lectern, links.attendee, 'Tom Troll');
      id = await idOf('Tom Troll');
    });

    it('may come back when it was but for now', async () => {
      await moderator.call('participant:remove', { participantId: id, ban: 'none' });
      await troll.hears('session:closed', ({ reason }) => reason === 'dismissed');
      expect((await troll.enter(webinarId)).me.displayName).toBe('Tom Troll');
      expect((await host.call('ban:list', {})).bans).toEqual([]);
    });

    it('is put out by those who may, and never are the owner or oneself', async () => {
      const out = (person: Person, participantId: string, more = {}) =>
        refusal(person.call('participant:remove', { participantId, ...more }));
      expect(await out(ada, id)).toBe('FORBIDDEN');
      expect(await out(moderator, id, { ban: 'owner' })).toBe('FORBIDDEN');
      expect(await out(moderator, id, { closeLink: true })).toBe('FORBIDDEN');
      expect(await out(host, ids['Amina Host']!)).toBe('FORBIDDEN');
      expect(await refusal(ada.call('ban:list', {}))).toBe('FORBIDDEN');
    });

    it('does not come back, by any link, until the ban is lifted', async () => {
      await moderator.call('participant:remove', { participantId: id });
      await troll.hears('session:closed', ({ reason }) => reason === 'removed');
      expect(await refusal(troll.enter(webinarId))).toBe('FORBIDDEN');
      expect(await refusal(troll.accept(links.attendee!))).toBe('FORBIDDEN');
      const { bans } = await moderator.call('ban:list', {});
      expect(bans).toMatchObject([
        { participantId: id, displayName: 'Tom Troll', scope: 'webinar', linkClosed: false, bannedBy: 'Mo' },
      ]);
      expect(await refusal(ada.call('ban:lift', { participantId: id }))).toBe('FORBIDDEN');
      await moderator.call('ban:lift', { participantId: id });
      await moderator.call('ban:lift', { participantId: id });
      expect((await troll.enter(webinarId)).me.id).toBe(id);
      expect((await moderator.call('ban:list', {})).bans).toEqual([]);
    });

    it('takes the link along by which they came, for everybody new, until the ban is lifted', async () => {
      await host.call('participant:remove', { participantId: id, closeLink: true });
      const stranger = new Person(lectern.url, 'Tom again');
      expect(await refusal(stranger.accept(links.attendee!))).toBe('NOT_FOUND');
      ada.leave();
      expect(await refusal(ada.enter(webinarId))).toBe('done');
      expect((await host.call('ban:list', {})).bans).toMatchObject([{ linkClosed: true }]);
      expect(await refusal(moderator.call('ban:lift', { participantId: id }))).toBe('FORBIDDEN');
      await host.call('ban:lift', { participantId: id });
      expect(await refusal(stranger.accept(links.attendee!))).toBe('done');
    });

    it('stays away from all webinars of the owner when a host says so', async () => {
      const other = await scheduled(host);
      await troll.accept(other.links.attendee!);
      await host.call('participant:remove', { participantId: id, ban: 'owner' });
      expect(await refusal(troll.accept(other.links.attendee!))).toBe('FORBIDDEN');
      expect(await refusal(troll.enter(other.webinarId))).toBe('FORBIDDEN');
      expect(await refusal(moderator.call('ban:lift', { participantId: id }))).toBe('FORBIDDEN');
      await host.call('ban:lift', { participantId: id });
      expect(await refusal(troll.enter(other.webinarId))).toBe('done');
      troll.leave();
    });
  });
});
