import {
  defaultRecordingChoices,
  defaultRecordingSettings,
  type Recording,
  type RecordingSettings,
  resourceFiles,
  standardConsentVersion,
} from '@lectern/contracts';
import { newId } from '@lectern/kernel';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { endWebRtc } from '../../libs/sfu/testing/webrtc-client';
import { readDatabase } from '../support/database';
import { type Lectern, until } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { coloursIn, loudnessOf, plainSource } from '../support/plain-source';
import { firstHost, joinedMember, scheduled } from '../support/stage';
import { TimedSpeaker } from '../support/timed-speaker';
import { topologies } from '../support/topology';

jest.setTimeout(180_000);

const SECONDS = 60;
const RED = 500;
const BLUE = 1_500;
const OWN_TEXT = 'We record this lesson for the pupils who are ill. It is deleted in June.';

/** Two people send, each a tone and a colour; what is recorded of them is what was chosen, agreed to and not asked away. */
describe.each(topologies)('what is recorded of whom, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, stranger: Person, moderator: Person;
  let rita: Person, bob: Person;
  let red: TimedSpeaker, blue: TimedSpeaker;
  let webinarId: string;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];
  let ritaId: string, bobId: string;

  const params = () => ({ params: { webinarId } });
  const terms = (person = host) => person.api('GET /api/webinars/:webinarId/recording-terms', params());
  const configure = (body: Partial<RecordingSettings>, person = host) =>
    person.api('PUT /api/webinars/:webinarId/recording-terms', {
      ...params(),
      body: { ...defaultRecordingSettings, planned: true, ...body },
    });
  const leaveOut = (person: Person, leftOut: boolean) =>
    person.api('PUT /api/webinars/:webinarId/recording-standing', { ...params(), body: { leftOut } });
  const decide = (person: Person, recordingId: string, participantIds: string[]) =>
    person.api('PUT /api/recordings/:recordingId/left-out', { params: { recordingId }, body: { participantIds } });
  const people = async (recordingId: string) =>
    (await host.api('GET /api/recordings/:recordingId/people', { params: { recordingId } })).people;
  const latest = async (): Promise<Recording> =>
    (await host.api('GET /api/webinars/:webinarId/recordings', params())).recordings[0]!;
  const resource = (resourceId: string) => host.api('GET /api/resources/:resourceId', { params: { resourceId } });
  const ready = async (): Promise<Recording & { resourceId: string }> => {
    await until(
      async () => ['ready', 'failed'].includes((await latest()).status),
      90_000,
      () => lectern.output.slice(-3_000),
    );
    const { resourceId, failure, ...rest } = await latest();
    expect(failure).toBeNull();
    return { ...rest, failure, resourceId: resourceId! };
  };
  /** Who is heard and who is seen in what the library has, also in its sound alone. */
  const resultOf = async (resourceId: string) => {
    const file = (name: string) => join(lectern.data, 'files', resourceFiles.key(resourceId, name));
    const [video, audio] = [file(resourceFiles.video), file(resourceFiles.audio)];
    const heard = async (path: string) => {
      const loud = await Promise.all([RED, BLUE].map((tone) => loudnessOf(path, tone)));
      return loud.map((level) => (level > -40 ? 'yes' : level < -60 ? 'no' : level));
    };
    return { heard: await heard(video), downloaded: await heard(audio), seen: coloursIn(video) };
  };
  /** Records, and for some seconds after what happens meanwhile. */
  const record = async (seconds: number, meanwhile: () => Promise<void> = () => Promise.resolve()) => {
    const { id } = await host.call('recording:start', {});
    await meanwhile();
    const from = red.position;
    await until(() => red.position > from + seconds);
    await host.call('recording:stop', {});
    return id;
  };

  beforeAll(async () => {
    const [redSource, blueSource] = await Promise.all([
      plainSource(RED, 'red', SECONDS),
      plainSource(BLUE, 'blue', SECONDS),
    ]);
    lectern = await topology.start({ LECTERN_MEDIA_WORKERS: '1' });
    host = await firstHost(lectern);
    stranger = await joinedMember(lectern, host, 'Stan Stranger');
    ({ webinarId, links } = await scheduled(host));
    [rita, bob, moderator] = [
      new Person(lectern.url, 'Rita Red'),
      new Person(lectern.url, 'Bob Blue'),
      new Person(lectern.url, 'Mia Moderator'),
    ];
    await rita.follow(links.presenter!);
    await bob.follow(links.presenter!);
    await moderator.follow(links.moderator!);
    red = new TimedSpeaker(rita, redSource);
    blue = new TimedSpeaker(bob, blueSource, performance.now());
  });

  afterAll(() => {
    red?.close();
    blue?.close();
    for (const person of [host, moderator]) person?.leave();
    endWebRtc();
  });
  afterAll(() => lectern?.remove());

  it('is the hosts’ to choose, and never nothing', async () => {
    expect(await refusal(configure({}, bob))).toBe('FORBIDDEN');
    expect(await refusal(configure({}, moderator))).toBe('FORBIDDEN');
    expect(await refusal(configure({}, stranger))).toBe('NOT_FOUND');
    expect(await refusal(configure({}, new Person(lectern.url, 'Nobody')))).toBe('UNAUTHENTICATED');
    const nothing = { microphones: false, cameras: false, screens: false, slides: false };
    expect(await refusal(configure({ choices: { ...defaultRecordingChoices, ...nothing } }))).toBe('VALIDATION_FAILED');
    expect(await terms(new Person(lectern.url, 'Nobody'))).toEqual({
      terms: { ...defaultRecordingSettings, version: standardConsentVersion },
      ...{ running: false, standing: null },
    });
  });

  it('lets in without a question where no recording is planned', async () => {
    await host.enter(webinarId);
    const { recordingTerms, recordingStanding, me } = await moderator.enter(webinarId);
    expect(recordingTerms.planned).toBe(false);
    expect(recordingStanding).toEqual({ consented: false, leftOut: false });
    expect(me.displayName).toBe('Mia Moderator');
  });

  it('lets nobody in who has not agreed, and keeps who agreed to which words', async () => {
    const atOnce = <T>(act: () => Promise<T>) => Promise.all([1, 2, 3].map(() => refusal(act())));
    expect(await atOnce(() => configure({}))).toEqual(['done', 'done', 'done']);
    expect(await refusal(rita.enter(webinarId))).toBe('CONSENT_REQUIRED');
    expect(await refusal(rita.agree(webinarId, 'another-text'))).toBe('WRONG_STATE');
    expect(await refusal(stranger.agree(webinarId, standardConsentVersion))).toBe('NOT_FOUND');
    expect(await refusal(rita.enter(webinarId))).toBe('CONSENT_REQUIRED');
    const agreed = await atOnce(() => rita.agree(webinarId, standardConsentVersion));
    expect(agreed).toEqual(['done', 'done', 'done']);
    const snapshot = await rita.enter(webinarId);
    expect(snapshot.recordingStanding).toEqual({ consented: true, leftOut: false });
    ritaId = snapshot.me.id;
    const sql = `SELECT version, consent_text, given_at FROM recording_consent WHERE participant_id = '${ritaId}'`;
    const kept = await readDatabase<{ given_at: string }>(lectern, sql);
    expect(kept).toMatchObject([{ version: standardConsentVersion, consent_text: null }]);
    expect(Math.abs(Date.parse(kept[0]!.given_at) - Date.now())).toBeLessThan(60_000);
  });

  it('asks anew when the words are others, and inside for those who come back after a lost line', async () => {
    const { version } = await configure({ consentText: OWN_TEXT });
    expect(version).not.toBe(standardConsentVersion);
    expect(await rita.hears('recording:terms', (told) => told.version === version)).toMatchObject({
      consentText: OWN_TEXT,
    });
    await bob.agree(webinarId, version);
    bobId = (await bob.enter(webinarId)).me.id;
    rita.leave();
    expect((await rita.enter(webinarId)).recordingStanding.consented).toBe(false);
    const { standing } = await terms(rita);
    expect(standing).toEqual({ consented: false, leftOut: false });
    const other = new Person(lectern.url, 'Rita Red');
    await other.follow(links.presenter!);
    expect(await refusal(other.enter(webinarId))).toBe('CONSENT_REQUIRED');
  });

  // What is made of the tracks is the same whatever the database; it takes long enough once.
  if (topology !== topologies[0]) return;

  it('has who asked to be left out in no part of the result, and who agrees late from there on', async () => {
    await host.call('webinar:start', {});
    await red.connect();
    await blue.connect();
    const { id } = await rita.call('question:ask', { clientId: randomUUID(), text: 'Who is recorded?' });
    await host.call('question:approve', { questionId: id });
    const recordingId = await record(2, async () => {
      expect(await refusal(configure({ consentText: null }))).toBe('WRONG_STATE');
      await host.hears('recording:standing', ({ consented }) => consented);
      const from = red.position;
      // What lasts less than a second would be no scene of its own.
      await until(() => red.position > from + 2);
      // Seen and heard in the room, and not captured.
      expect((await people((await latest()).id)).map(({ displayName }) => displayName)).toEqual(['Bob Blue']);
      const { version } = (await terms()).terms;
      expect(await rita.call('recording:consent', { version })).toEqual({ consented: true, leftOut: false });
      await until(async () => (await people((await latest()).id)).length === 2);
      expect(await bob.call('recording:leave-out', { leftOut: true })).toEqual({ consented: true, leftOut: true });
      await bob.hears('recording:standing', ({ leftOut }) => leftOut);
    });
    const { resourceId } = await ready();
    expect(await resultOf(resourceId)).toEqual({ heard: ['yes', 'no'], downloaded: ['yes', 'no'], seen: ['red'] });
    expect(await people(recordingId)).toMatchObject([
      {
        participantId: bobId,
        leftOut: true,
        byThemselves: true,
      },
      { participantId: ritaId, leftOut: false, byThemselves: false },
    ]);
    expect((await resource(resourceId)).questions).toMatchObject([{ author: 'Rita Red' }]);
  });

  it('is the hosts’ to see, and what somebody asked for nobody takes back for them', async () => {
    const { id } = await latest();
    expect(await refusal(decide(moderator, id, []))).toBe('FORBIDDEN');
    expect(await refusal(decide(stranger, id, []))).toBe('NOT_FOUND');
    expect(await refusal(decide(host, id, [newId()]))).toBe('NOT_FOUND');
    expect((await decide(host, id, [])).people[0]).toMatchObject({ participantId: bobId, leftOut: true });
    expect((await latest()).status).toBe('ready');
  });

  it('makes the result anew when somebody asks afterwards: nothing of them stays, no corrected word either', async () => {
    const { resourceId } = await ready();
    const cue = { id: newId(), start: 0, end: 1, speaker: 'Rita Red', text: 'Corrected words of Rita.' };
    const of = { params: { resourceId } };
    await host.api('PATCH /api/resources/:resourceId/transcript', {
      ...{ ...of, body: { revision: 0, changed: [cue], removed: [] } },
    });
    // Two changes at once: the second overtakes what the first has begun.
    expect(await leaveOut(rita, true)).toMatchObject({ leftOut: true });
    const { id, status } = await latest();
    expect(status).toBe('processing');
    expect(await refusal(host.api('POST /api/recordings/:recordingId/cancel', { params: { recordingId: id } }))).toBe(
      'WRONG_STATE',
    );
    expect(await leaveOut(bob, false)).toMatchObject({ leftOut: false });
    await ready();
    expect(await resultOf(resourceId)).toEqual({ heard: ['no', 'yes'], downloaded: ['no', 'yes'], seen: ['blue'] });
    const { questions, transcript } = await resource(resourceId);
    expect(questions).toMatchObject([{ text: 'Who is recorded?', author: null }]);
    expect(JSON.stringify(transcript)).not.toContain('Rita');
    const { versions } = await host.api('GET /api/resources/:resourceId/transcript/versions', of);
    expect(versions).toEqual([]);
  });

  it('has no picture of a session in which cameras are not recorded', async () => {
    await configure({ consentText: OWN_TEXT, choices: { ...defaultRecordingChoices, cameras: false } });
    await record(1.5, () => until(async () => (await people((await latest()).id)).length === 1));
    const { resourceId } = await ready();
    expect(await resultOf(resourceId)).toEqual({ heard: ['no', 'yes'], downloaded: ['no', 'yes'], seen: [] });
  });

  it('leaves a silent card where a host leaves out the last one', async () => {
    const { id, resourceId } = await ready();
    const { people: left } = await decide(host, id, [bobId]);
    expect(left).toMatchObject([{ participantId: bobId, leftOut: true, byThemselves: false }]);
    await ready();
    expect(await resultOf(resourceId)).toEqual({ heard: ['no', 'no'], downloaded: ['no', 'no'], seen: [] });
    expect((await resource(resourceId)).notice).toBe('Everybody who was recorded is left out.');
  });
});
