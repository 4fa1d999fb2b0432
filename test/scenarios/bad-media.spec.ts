import type { EventInput, RtpParameters } from '@lectern/contracts';
import { Lectern } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { Witness } from '../support/witness';

jest.setTimeout(60_000);

const opus = { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 };
const vp8 = { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 };
const sound: RtpParameters = { mid: '0', codecs: [opus], encodings: [{ ssrc: 1_111 }] };
const picture: RtpParameters = { mid: '1', codecs: [vp8], encodings: [{ ssrc: 2_222 }] };
const extension = { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1 };
const fingerprint = { algorithm: 'sha-256', value: Array(32).fill('AB').join(':') };

describe('bad media parameters', () => {
  let lectern: Lectern;
  let host: Person;
  let witness: Witness;
  let webinarId: string, link: string | undefined;
  const people: Person[] = [];

  /** Somebody new on the stage each time: nobody may open many transports. */
  const presenter = async () => {
    const person = await entered(lectern, link, 'Pia Presenter');
    people.push(person);
    return person;
  };
  const sendTransport = async (person: Person) => (await person.call('transport:create', { direction: 'send' })).id;
  const produce = async (person: Person, rtpParameters: unknown, kind: 'audio' | 'video' = 'audio') => {
    const source = kind === 'audio' ? 'microphone' : 'camera';
    const transportId = await sendTransport(person);
    const input = { transportId, kind, source, rtpParameters } as EventInput<'producer:create'>;
    return refusal(person.call('producer:create', input));
  };

  beforeAll(async () => {
    // One media worker: all rooms would feel its end.
    lectern = await Lectern.start({ LECTERN_MEDIA_WORKERS: '1' });
    host = await firstHost(lectern);
    witness = await Witness.enter(lectern, host);
    ({
      webinarId,
      links: { presenter: link },
    } = await scheduled(host));
    await host.enter(webinarId);
  });

  afterEach(async () => {
    await witness.testify();
    expect(lectern.output).not.toContain('media worker died');
    expect(host.told('media:reset')).toEqual([]);
  });

  afterAll(async () => {
    for (const person of [host, witness?.person, ...people]) person?.leave();
    await lectern?.remove();
  });

  it.each([
    ['no fingerprints', { fingerprints: [] }],
    ['no list of fingerprints', {}],
    ['an empty fingerprint', { fingerprints: [{ algorithm: 'sha-256', value: '' }] }],
    ['a short fingerprint', { fingerprints: [{ algorithm: 'sha-256', value: 'AB:CD' }] }],
    ['a fingerprint of the wrong kind', { fingerprints: [{ ...fingerprint, algorithm: 'sha-512' }] }],
    ['an unknown algorithm', { fingerprints: [{ ...fingerprint, algorithm: 'md5' }] }],
    ['no hexadecimal', { fingerprints: [{ ...fingerprint, value: Array(32).fill('ZZ').join(':') }] }],
    ['an unknown role', { role: 'actpass', fingerprints: [fingerprint] }],
    ['too many fingerprints', { fingerprints: Array(100).fill(fingerprint) }],
  ])('refuses to connect with %s, and connects afterwards', async (_, dtlsParameters) => {
    const person = await presenter();
    const transportId = await sendTransport(person);
    const connect = (parameters: object) =>
      refusal(person.call('transport:connect', { transportId, dtlsParameters: parameters as never }));
    expect(await connect(dtlsParameters)).toBe('VALIDATION_FAILED');
    expect(await connect({ role: 'client', fingerprints: [fingerprint] })).toBe('done');
    expect(await connect({ role: 'client', fingerprints: [fingerprint] })).toBe('WRONG_STATE');
  });

  it.each<[string, object, ('audio' | 'video')?]>([
    ['no codecs', { ...sound, codecs: [] }, 'audio'],
    ['an unknown codec', { ...sound, codecs: [{ ...opus, mimeType: 'audio/H999' }] }, 'audio'],
    ['a picture as sound', { ...sound, codecs: [vp8] }, 'audio'],
    ['sound as picture', { ...picture, codecs: [opus] }, 'video'],
    ['a false clock rate', { ...sound, codecs: [{ ...opus, clockRate: 1 }] }, 'audio'],
    ['eight channels', { ...sound, codecs: [{ ...opus, channels: 8 }] }, 'audio'],
    ['a payload type out of range', { ...sound, codecs: [{ ...opus, payloadType: 200 }] }, 'audio'],
    ['one payload type for two codecs', { ...picture, codecs: [vp8, { ...vp8, mimeType: 'video/VP9' }] }, 'video'],
    ['retransmission of nothing', { ...picture, codecs: [{ ...vp8, mimeType: 'video/rtx' }] }, 'video'],
    [
      'retransmission of another codec',
      { ...picture, codecs: [vp8, { ...vp8, mimeType: 'video/rtx', payloadType: 97, parameters: { apt: 5 } }] },
      'video',
    ],
    ['no encodings', { ...sound, encodings: [] }, 'audio'],
    ['nothing that tells its packets', { codecs: [opus] }, 'audio'],
    ['one SSRC twice', { ...picture, encodings: [{ ssrc: 5 }, { ssrc: 5 }] }, 'video'],
    ['a negative SSRC', { ...sound, encodings: [{ ssrc: -1 }] }, 'audio'],
    [
      'an encoding of a codec that is not there',
      { ...picture, encodings: [{ ssrc: 7, codecPayloadType: 3 }] },
      'video',
    ],
    ['a silly scalability mode', { ...picture, encodings: [{ ssrc: 7, scalabilityMode: 'L0T0' }] }, 'video'],
    ['an extension without a number', { ...sound, headerExtensions: [{ ...extension, id: 0 }] }, 'audio'],
    ['foreign keys in codec parameters', { ...sound, codecs: [{ ...opus, parameters: { x: { y: 1 } } }] }, 'audio'],
  ])('refuses to send with %s, and sends afterwards', async (_, rtpParameters, kind) => {
    const person = await presenter();
    expect(await produce(person, rtpParameters, kind)).toBe('VALIDATION_FAILED');
    expect(await produce(person, kind === 'video' ? picture : sound, kind)).toBe('done');
  });

  it.each<[string, object]>([
    ['one extension number for all', { ...sound, headerExtensions: [extension, { ...extension, uri: 'urn:x' }] }],
    ['one RID twice', { ...sound, encodings: [{ rid: 'a' }, { rid: 'a' }] }],
    ['the greatest SSRC', { ...sound, encodings: [{ ssrc: 0xffffffff }] }],
    ['SSRC 0', { ...sound, encodings: [{ ssrc: 0 }] }],
    ['unknown extensions', { ...sound, headerExtensions: [{ uri: 'urn:unknown', id: 255 }] }],
    ['eight encodings', { ...sound, encodings: Array.from({ length: 8 }, (_, n) => ({ ssrc: n + 10 })) }],
    ['keys of every object', JSON.parse(`{"__proto__":{"codecs":[]},${JSON.stringify(sound).slice(1)}`) as object],
  ])('takes or refuses %s, and sends afterwards', async (_, rtpParameters) => {
    const person = await presenter();
    expect(['done', 'VALIDATION_FAILED']).toContain(await produce(person, rtpParameters));
    expect(await produce(person, sound)).toBe('done');
  });

  it.each<[string, object[]]>([
    ['no codec', []],
    [
      'nothing that the room speaks',
      [{ kind: 'audio', mimeType: 'audio/PCMU', preferredPayloadType: 0, clockRate: 8_000 }],
    ],
    [
      'sound that calls itself a picture',
      [{ kind: 'video', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000 }],
    ],
    [
      'one payload type twice',
      Array(2).fill({ kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000 }),
    ],
  ])('refuses a receiver that decodes %s, or lets it receive nothing', async (_, codecs) => {
    const person = await presenter();
    await produce(host, sound);
    const { producerId } = (await person.hears('producer:opened')) ?? {};
    const rtpCapabilities = { codecs } as Extract<
      EventInput<'transport:create'>,
      { direction: 'receive' }
    >['rtpCapabilities'];
    try {
      const { id: transportId } = await person.call('transport:create', { direction: 'receive', rtpCapabilities });
      expect(['VALIDATION_FAILED', 'done']).toContain(
        await refusal(person.call('consumer:create', { transportId, producerId })),
      );
    } catch (error) {
      expect(error).toMatchObject({ error: { code: 'VALIDATION_FAILED' } });
    }
  });

  it('lets the witness speak on', () => witness.speak());
});
