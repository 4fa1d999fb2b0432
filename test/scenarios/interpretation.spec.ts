import type { MediaSource, RtpParameters } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(120_000);

let ssrcs = 7_000;
const opus = (): RtpParameters => ({
  mid: String(++ssrcs),
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: ssrcs }],
});

describe.each(roomTopologies)('interpreters, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, ines: Person, pia: Person, ada: Person;
  let webinarId: string;
  let invitation: string;
  const transports = new Map<Person, string>();

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    const webinar = await scheduled(host);
    ({ webinarId } = webinar);
    const params = { webinarId };
    const link = await host.api('POST /api/webinars/:webinarId/invitations', { params, body: { role: 'interpreter' } });
    invitation = link.url;
    await host.enter(webinarId);
    ines = await entered(lectern, link.url, 'Ines');
    pia = await entered(lectern, webinar.links.presenter, 'Pia');
    await host.call('webinar:start', {});
    ada = await entered(lectern, webinar.links.attendee, 'Ada');
  });

  afterAll(() => {
    for (const person of [host, ines, pia, ada]) person?.leave();
  });
  afterAll(() => lectern?.remove());

  /** @returns the producer */
  async function send(person: Person, source: MediaSource, language?: string): Promise<string> {
    const transportId = transports.get(person) ?? (await person.call('transport:create', { direction: 'send' })).id;
    transports.set(person, transportId);
    const track = { transportId, kind: 'audio', source, rtpParameters: opus() } as const;
    return (await person.call('producer:create', { ...track, language })).producerId;
  }
  const idOf = async (name: string) =>
    (await host.call('participant:list', { search: name })).participants.find(
      ({ displayName }) => displayName === name,
    )!.id;
  let channel: string;
  /** As the audience was told last. */
  const isPaused = (producerId: string) =>
    [...ada.told('producer:opened'), ...ada.told('producer:changed')].findLast((info) => info.producerId === producerId)
      ?.paused;

  it('speak into the channel of one of the event’s languages, and everybody is told of it', async () => {
    channel = await send(ines, 'interpretation', 'fr');
    const told = await ada.hears('producer:opened', ({ producerId }) => producerId === channel);
    expect(told).toMatchObject({ source: 'interpretation', language: 'fr', paused: false });
  });

  it('say into which, and no other than the event has', async () => {
    expect(await refusal(send(ines, 'interpretation'))).toBe('VALIDATION_FAILED');
    expect(await refusal(send(ines, 'interpretation', 'km'))).toBe('VALIDATION_FAILED');
  });

  it('never speak into the room, and nobody else into a channel', async () => {
    expect(await refusal(send(ines, 'microphone'))).toBe('FORBIDDEN');
    expect(await refusal(send(pia, 'interpretation', 'fr'))).toBe('FORBIDDEN');
    expect(await refusal(send(host, 'interpretation', 'fr'))).toBe('FORBIDDEN');
  });

  it('go on when the room is silenced and its microphones are locked', async () => {
    const microphone = await send(pia, 'microphone');
    expect(await host.call('stage:mute-all', { lock: 'speakers' })).toEqual({ muted: 1 });
    await ada.hears('producer:changed', ({ producerId, paused }) => producerId === microphone && paused);
    await ines.call('producer:pause', { producerId: channel });
    expect(await refusal(ines.call('producer:resume', { producerId: channel }))).toBe('done');
    await host.call('room:configure', { microphoneLock: 'none' });
  });

  it('are stopped and muted by who keeps order, as all others', async () => {
    const participantId = await idOf('Ines');
    await host.call('track:stop', { participantId, source: 'microphone' });
    await ines.hears('track:stopped', ({ source }) => source === 'microphone');
    expect(await refusal(ines.call('producer:resume', { producerId: channel }))).toBe('done');
    await host.call('participant:mute', { participantId, muted: true });
    await ada.hears('producer:changed', ({ producerId, paused }) => producerId === channel && paused);
    expect(await refusal(ines.call('producer:resume', { producerId: channel }))).toBe('FORBIDDEN');
    await host.call('participant:mute', { participantId, muted: false });
    expect(await refusal(ines.call('producer:resume', { producerId: channel }))).toBe('done');
  });

  it('ask those who speak to slow down, and nobody else does', async () => {
    await ines.call('interpretation:slow-down', {});
    for (const speaker of [host, pia]) await speaker.hears('interpretation:slow-down', () => true);
    expect([...ada.told('interpretation:slow-down'), ...ines.told('interpretation:slow-down')]).toEqual([]);
    expect(await refusal(pia.call('interpretation:slow-down', {}))).toBe('FORBIDDEN');
    expect(await refusal(ada.call('interpretation:slow-down', {}))).toBe('FORBIDDEN');
  });

  it('hand a channel over to a colleague, who is on air before they are off', async () => {
    expect(await refusal(ines.call('interpretation:hand-over', {}))).toBe('WRONG_STATE');
    const igor = await entered(lectern, invitation, 'Igor');
    expect(await refusal(igor.call('interpretation:hand-over', {}))).toBe('WRONG_STATE');
    const elke = await entered(lectern, invitation, 'Elke');
    expect(await ines.call('interpretation:hand-over', {})).toEqual({ asked: 2 });
    const offer = await igor.hears('interpretation:offered', ({ by }) => by === 'Ines');
    expect(offer).toMatchObject({ language: 'fr' });
    expect(pia.told('interpretation:offered')).toEqual([]);
    // Another language is another channel.
    await send(elke, 'interpretation', 'en');
    expect(isPaused(channel)).toBe(false);
    const stopped = ines.told('track:stopped').length;
    await send(igor, 'interpretation', 'fr');
    await ada.hears('producer:changed', ({ producerId, paused }) => producerId === channel && paused);
    expect(ines.told('track:stopped').slice(stopped)).toEqual([{ source: 'microphone', why: 'taken-over' }]);
    // An offer is for once: from now on both may be on air, as they wish.
    await ines.call('producer:resume', { producerId: channel });
    expect(igor.told('track:stopped')).toEqual([]);
    igor.leave();
    elke.leave();
  });

  it('are made of speakers in mid-session: what they sent into the room ends', async () => {
    const microphone = await send(pia, 'microphone');
    await host.call('participant:role', { participantId: await idOf('Pia'), role: 'interpreter' });
    await ada.hears('producer:closed', ({ producerId }) => producerId === microphone);
    expect(await refusal(send(pia, 'microphone'))).toBe('FORBIDDEN');
    expect(await refusal(send(pia, 'interpretation', 'en'))).toBe('done');
  });
});
