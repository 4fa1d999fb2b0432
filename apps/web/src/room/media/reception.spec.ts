import type { MediaSource } from '@lectern/contracts';
import { producer } from '../testing/factories';
import { ofOthers, type ReceptionInput, receptionOf, softened } from './reception';

const size = { width: 640, height: 360 };
const of = (peerId: string, source: MediaSource, paused = false) =>
  producer({
    producerId: `${peerId}-${source}`,
    peerId,
    source,
    paused,
    kind: source === 'camera' || source === 'screen' ? 'video' : 'audio',
  });
const faces = ['a', 'b', 'c'].flatMap((peerId) => [of(peerId, 'microphone'), of(peerId, 'camera')]);
const receive = (over: Partial<ReceptionInput>) => {
  const producers = over.producers ?? faces;
  const shown = new Map(producers.map(({ producerId }) => [producerId, size]));
  const input = { mode: 'full', producers, shown, speakers: [], pixelRatio: 1, channel: null, ...over } as const;
  return Object.fromEntries(receptionOf(input));
};

describe('what is received', () => {
  it('is nothing of this page, and of a second page of the same person the picture alone', () => {
    const mine = ['here', 'phone'].flatMap((peerId) =>
      [of(peerId, 'microphone'), of(peerId, 'camera')].map((info) => ({ ...info, participantId: 'me' })),
    );
    const others = ofOthers([...mine, ...faces], { peerId: 'here', me: { id: 'me' } });
    expect(others.map(({ producerId }) => producerId)).toEqual([
      'phone-camera',
      ...faces.map((face) => face.producerId),
    ]);
  });

  it('in full: all sound, and each picture in the layer of its tile', () => {
    const shown = new Map([['a-camera', size]]);
    expect(receive({ shown })).toEqual({
      'a-microphone': null,
      'b-microphone': null,
      'c-microphone': null,
      'a-camera': 1,
    });
  });

  it('in saver: two voices and one small picture, of who spoke last', () => {
    expect(receive({ mode: 'saver', speakers: ['c', 'b'] })).toEqual({
      'c-microphone': null,
      'b-microphone': null,
      'c-camera': 0,
    });
  });

  it('in saver: a screen before faces, its sound in place of a voice', () => {
    const producers = [...faces, of('b', 'screen'), of('b', 'screen-audio')];
    expect(receive({ mode: 'saver', producers, speakers: ['a'] })).toEqual({
      'a-microphone': null,
      'b-screen-audio': null,
      'b-screen': 0,
    });
  });

  it('in audio: one voice, and no picture', () => {
    const producers = [...faces, of('b', 'screen'), of('b', 'screen-audio')];
    expect(receive({ mode: 'audio', producers, speakers: ['b', 'a'] })).toEqual({ 'b-microphone': null });
  });

  it('does not keep the place of a voice for a muted microphone', () => {
    const producers = [of('a', 'microphone', true), of('b', 'microphone')];
    expect(receive({ mode: 'audio', producers, speakers: ['a'] })).toEqual({ 'b-microphone': null });
  });

  const booth = (peerId: string, language: string, paused = false) => ({
    ...of(peerId, 'interpretation', paused),
    language,
  });
  const french = { language: 'fr', onAir: true, underneath: true };
  const interpreted = [...faces, booth('x', 'fr', true), booth('y', 'fr'), booth('z', 'ar')];
  const room = { 'a-microphone': null, 'b-microphone': null, 'c-microphone': null };
  const sounds = (over: Partial<ReceptionInput>) => receive({ shown: new Map(), producers: interpreted, ...over });
  const channel = { 'x-interpretation': null, 'y-interpretation': null };

  it('no interpreter for who listens to the room', () => {
    expect(sounds({})).toEqual(room);
  });

  it('in full: the channel with the room underneath, or alone; before it begins, the room', () => {
    expect(sounds({ channel: french })).toEqual({ ...room, ...channel });
    expect(sounds({ channel: { ...french, underneath: false } })).toEqual(channel);
    expect(sounds({ channel: { language: 'fr', onAir: false, underneath: false } })).toEqual({ ...room, ...channel });
  });

  it.each(['saver', 'audio'] as const)('in %s: the channel in place of the room, who speaks first', (mode) => {
    const heard = mode === 'saver' ? channel : { 'y-interpretation': null };
    expect(sounds({ mode, channel: french })).toEqual(heard);
    expect(sounds({ mode: 'audio', channel: { ...french, onAir: false } })).toEqual({ 'a-microphone': null });
  });

  it('softens the room alone, and only while an interpreter is on air', () => {
    expect([...softened({ producers: interpreted, channel: french })]).toEqual(Object.keys(room));
    expect(softened({ producers: interpreted, channel: { ...french, onAir: false } }).size).toBe(0);
    expect(softened({ producers: interpreted, channel: null }).size).toBe(0);
  });

  it('never receives a picture that is not on the page', () => {
    expect(receive({ mode: 'saver', shown: new Map() })).toEqual({ 'a-microphone': null, 'b-microphone': null });
  });
});
