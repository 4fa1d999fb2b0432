import type { EventInput, RtpParameters } from '@lectern/contracts';
import { randomUUID } from 'node:crypto';
import type { Lectern } from '../support/lectern';
import { until } from '../support/lectern';
import { importResource } from '../support/library';
import { Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';
import { Witness } from '../support/witness';

jest.setTimeout(60_000);

const opus: RtpParameters = {
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1_111 }],
};
const rtpCapabilities = {
  codecs: [
    { kind: 'audio' as const, mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 },
  ],
};

describe.each(roomTopologies)("other people's ids, on $name", (topology) => {
  let lectern: Lectern;
  /** The victim's room; and the one in which the attackers are at home. */
  let ours: Awaited<ReturnType<typeof scheduled>>, theirs: Awaited<ReturnType<typeof scheduled>>;
  let admin: Person, asker: Person, presenter: Person;
  let rival: Person, stranger: Person, guest: Person;
  let witness: Witness;
  const ids = {
    question: '',
    message: '',
    participant: '',
    invitation: '',
    recording: '',
    resource: '',
    producer: '',
    poll: '',
    transport: '',
  };

  const rivalHost = async (): Promise<Person> => {
    const token = (await admin.api('POST /api/account-links', { body: {} })).url.split('/').at(-1)!;
    const person = new Person(lectern.url, 'Rival Host');
    const body = { token, email: 'rival@example.org', password: 'a long pass phrase', displayName: person.name };
    await person.api('POST /api/accounts', { body });
    return person;
  };

  beforeAll(async () => {
    lectern = await topology.start();
    admin = await firstHost(lectern);
    witness = await Witness.enter(lectern, admin);
    ours = await scheduled(admin);
    await admin.enter(ours.webinarId);
    asker = await entered(lectern, ours.links.attendee, 'Ada');
    presenter = await entered(lectern, ours.links.presenter, 'Pia');
    rival = await rivalHost();
    theirs = await scheduled(rival);
    await rival.enter(theirs.webinarId);
    stranger = await entered(lectern, theirs.links.presenter, 'Stan Stranger');
    guest = new Person(lectern.url, 'Nobody');
    await admin.call('webinar:start', {});
    await rival.call('webinar:start', {});

    const params = { webinarId: ours.webinarId };
    ids.question = (await asker.call('question:ask', { clientId: randomUUID(), text: 'Mine?' })).id;
    ids.message = (await asker.call('message:send', { clientId: randomUUID(), text: 'mine' })).id;
    const poll = { kind: 'rating' as const, question: 'Ours?' };
    ids.poll = (await admin.api('POST /api/webinars/:webinarId/polls', { params, body: poll })).id;
    await admin.call('poll:open', { pollId: ids.poll });
    ids.participant = (await admin.call('participant:list', { search: 'ada' })).participants[0]!.id;
    ids.invitation = (await admin.api('GET /api/webinars/:webinarId/invitations', { params })).invitations[0]!.id;
    ids.recording = (await admin.call('recording:start', {})).id;
    const { me } = await admin.api('GET /api/me', {});
    ids.resource = await importResource(lectern, me!.id);
    const draft = { params: { resourceId: ids.resource } };
    await until(async () => (await refusal(admin.api('GET /api/resources/:resourceId', draft))) === 'done', 20_000);
    ids.transport = (await presenter.call('transport:create', { direction: 'send' })).id;
    const sent = { transportId: ids.transport, kind: 'audio', source: 'microphone', rtpParameters: opus } as const;
    ids.producer = (await presenter.call('producer:create', sent)).producerId;
  });

  afterEach(() => witness.testify());
  afterAll(async () => {
    for (const person of [admin, asker, presenter, rival, stranger, witness?.person]) person?.leave();
    await lectern?.remove();
  });

  it('shows a stranger nothing of a webinar but what the programme says', async () => {
    const params = { webinarId: ours.webinarId };
    const body = { title: 'Stolen' };
    for (const person of [rival, stranger]) {
      const codes = await Promise.all([
        refusal(person.api('PATCH /api/webinars/:webinarId', { params, body })),
        refusal(person.api('GET /api/webinars/:webinarId/invitations', { params })),
        refusal(person.api('POST /api/webinars/:webinarId/invitations', { params, body: { role: 'host' } })),
        refusal(person.api('POST /api/webinars/:webinarId/tickets', { params })),
        refusal(person.api('GET /api/webinars/:webinarId/recordings', { params })),
        refusal(person.api('GET /api/webinars/:webinarId/polls', { params })),
        refusal(person.api('GET /api/webinars/:webinarId/polls.json', { params })),
        refusal(person.api('POST /api/recordings/:recordingId/retry', { params: { recordingId: ids.recording } })),
      ]);
      expect(codes).toEqual(Array(8).fill('NOT_FOUND'));
      const { myRole } = await person.api('GET /api/webinars/:webinarId', { params });
      expect(myRole).toBeNull();
    }
    expect((await rival.api('GET /api/webinars', { query: { scope: 'mine' } })).webinars).toHaveLength(1);
  });

  it("does not let a host withdraw another webinar's link through his own", async () => {
    const params = { webinarId: theirs.webinarId, invitationId: ids.invitation };
    expect(await refusal(rival.api('DELETE /api/webinars/:webinarId/invitations/:invitationId', { params }))).toBe(
      'NOT_FOUND',
    );
    const { invitations } = await admin.api('GET /api/webinars/:webinarId/invitations', {
      params: { webinarId: ours.webinarId },
    });
    expect(invitations.map(({ id }) => id)).toContain(ids.invitation);
  });

  it('gives an attendee none of the rights of hosts', async () => {
    const params = { webinarId: ours.webinarId };
    const codes = await Promise.all([
      refusal(asker.api('PATCH /api/webinars/:webinarId', { params, body: { title: 'Stolen' } })),
      refusal(asker.api('GET /api/webinars/:webinarId/invitations', { params })),
      refusal(asker.api('GET /api/webinars/:webinarId/recordings', { params })),
      refusal(asker.api('POST /api/account-links', { body: {} })),
      refusal(asker.call('webinar:end', {})),
      refusal(asker.call('recording:stop', {})),
      refusal(asker.call('question:approve', { questionId: ids.question })),
      refusal(asker.call('participant:mute', { participantId: ids.participant, muted: true })),
      refusal(asker.call('transport:create', { direction: 'send' })),
    ]);
    expect(codes).toEqual(Array(9).fill('FORBIDDEN'));
  });

  it('keeps a draft of the library to its owner', async () => {
    const params = { resourceId: ids.resource };
    for (const person of [rival, stranger]) {
      const codes = await Promise.all([
        refusal(person.api('GET /api/resources/:resourceId', { params })),
        refusal(person.api('PATCH /api/resources/:resourceId', { params, body: { title: 'Stolen' } })),
        refusal(person.api('POST /api/resources/:resourceId/publish', { params })),
        refusal(person.api('POST /api/resources/:resourceId/unpublish', { params, body: { reason: 'Mine' } })),
        refusal(person.api('GET /api/resources/:resourceId/files/:name', { params: { ...params, name: 'video.mp4' } })),
      ]);
      expect(codes).toEqual(Array(5).fill('NOT_FOUND'));
      expect((await person.api('GET /api/resources', { query: { scope: 'drafts' } })).resources).toEqual([]);
    }
    const file = { ...params, name: 'manifest.json' };
    expect(await refusal(admin.api('GET /api/resources/:resourceId/files/:name', { params: file }))).toBe('NOT_FOUND');
    expect((await guest.api('GET /api/resources', { query: {} })).resources).toEqual([]);
  });

  it('knows no question, message, person or track of another room', async () => {
    const { question: questionId, message: messageId, participant: participantId } = ids;
    const codes = await Promise.all([
      refusal(rival.call('question:approve', { questionId })),
      refusal(rival.call('question:answer', { questionId, text: 'x' })),
      refusal(rival.call('question:vote', { questionId, vote: true })),
      refusal(rival.call('message:delete', { messageId })),
      refusal(rival.call('message:review', { messageId, approve: true })),
      refusal(rival.call('message:react', { messageId, emoji: '👍' })),
      refusal(rival.call('message:send', { clientId: randomUUID(), text: 'x', replyTo: messageId })),
      refusal(rival.call('poll:close', { pollId: ids.poll })),
      refusal(rival.call('poll:vote', { pollId: ids.poll, picks: ['1'] })),
      refusal(rival.call('participant:mute', { participantId, muted: true })),
      refusal(rival.call('participant:remove', { participantId })),
      refusal(rival.call('ban:lift', { participantId })),
      refusal(rival.call('track:stop', { participantId, source: 'microphone' })),
      refusal(rival.call('track:request', { participantId, source: 'camera' })),
      refusal(rival.call('room:configure', { spotlight: participantId })),
      refusal(stranger.call('producer:close', { producerId: ids.producer })),
      refusal(stranger.call('producer:pause', { producerId: ids.producer })),
      refusal(stranger.call('transport:restart-ice', { transportId: ids.transport })),
    ]);
    expect(codes).toEqual(Array(18).fill('NOT_FOUND'));
    const { messages } = await rival.call('message:list', { before: 'ffffffff-ffff-7fff-bfff-ffffffffffff' });
    expect(messages).toEqual([]);
  });

  it('lets nobody hear a track of another room, or send over the transport of another person', async () => {
    const { id: transportId } = await stranger.call('transport:create', { direction: 'receive', rtpCapabilities });
    const wanted: EventInput<'consumer:create'> = { transportId, producerId: ids.producer };
    expect(await refusal(stranger.call('consumer:create', wanted))).toBe('NOT_FOUND');
    const sent = { transportId: ids.transport, kind: 'audio', source: 'microphone', rtpParameters: opus } as const;
    for (const person of [stranger, admin])
      expect(await refusal(person.call('producer:create', sent))).toBe('NOT_FOUND');
    expect(asker.told('producer:closed')).toEqual([]);
  });

  it('has changed nothing', async () => {
    const { webinar } = await admin.api('GET /api/webinars/:webinarId', { params: { webinarId: ours.webinarId } });
    expect(webinar).toMatchObject({ title: 'Teaching with little bandwidth', status: 'live' });
    expect((await asker.call('question:withdraw', { questionId: ids.question })).state).toBe('withdrawn');
    expect(await refusal(admin.call('recording:stop', {}))).toBe('done');
    await witness.speak();
  });
});
