import { producer, stagePeer } from '../testing/factories';
import { tilesOf } from './tiles';

const me = { peerId: 'me', name: 'Me', role: 'host' } as const;
const nothing = { camera: false, microphone: false, screen: false, onStage: false };
const stage = [stagePeer(), stagePeer({ peerId: 'me', displayName: 'Me' })];

describe('tiles', () => {
  it('make one of a person’s camera and microphone', () => {
    const sent = [producer(), producer({ producerId: 'pr2', kind: 'audio', source: 'microphone', paused: true })];
    expect(tilesOf(stage, sent, me, nothing)).toMatchObject([
      { id: 'peer1:person', name: 'Ada', videoId: 'pr1', hasVideo: true, micOn: false },
    ]);
  });

  it('show no video of a camera that is off', () => {
    expect(tilesOf(stage, [producer({ paused: true })], me, nothing)).toMatchObject([
      { videoId: null, hasVideo: false },
    ]);
  });

  it('make a tile of its own of a screen', () => {
    const tiles = tilesOf(stage, [producer(), producer({ producerId: 's', source: 'screen' })], me, nothing);
    expect(tiles.map((tile) => tile.kind)).toEqual(['screen', 'person']);
  });

  it('take oneself from one’s own devices, last, and never from the server', () => {
    const sent = [producer({ peerId: 'me', producerId: 'own' }), producer()];
    const tiles = tilesOf(stage, sent, me, { ...nothing, camera: true, onStage: true });
    expect(tiles.map((tile) => [tile.peerId, tile.self])).toEqual([
      ['peer1', false],
      ['me', true],
    ]);
  });

  it('leave out who is in the room without sending anything', () => {
    expect(tilesOf(stage, [], me, nothing)).toEqual([]);
  });
});
