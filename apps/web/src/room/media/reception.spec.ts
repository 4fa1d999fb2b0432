import { producer } from '../testing/factories';
import { type ReceptionInput, receptionOf } from './reception';

const size = { width: 640, height: 360 };
const of = (peerId: string, source: 'microphone' | 'camera' | 'screen' | 'screen-audio', paused = false) =>
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
  const input = { mode: 'full', producers, shown, speakers: [], pixelRatio: 1, ...over } as const;
  return Object.fromEntries(receptionOf(input));
};

describe('what is received', () => {
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

  it('never receives a picture that is not on the page', () => {
    expect(receive({ mode: 'saver', shown: new Map() })).toEqual({ 'a-microphone': null, 'b-microphone': null });
  });
});
