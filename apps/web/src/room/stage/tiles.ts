import type { ProducerInfo, Role, StagePeer } from '@lectern/contracts';

/** One picture on the stage: a person, or a screen that somebody shares. */
export interface Tile {
  /** Stable over time: the same person is the same tile. */
  id: string;
  peerId: string;
  kind: 'person' | 'screen';
  name: string;
  role: Role | null;
  self: boolean;
  /** The video to show: a producer of somebody else, or null (initials; or, for oneself, the local track). */
  videoId: string | null;
  hasVideo: boolean;
  micOn: boolean;
}

/** What this person sends now. */
export interface OwnMedia {
  camera: boolean;
  microphone: boolean;
  /** A muted microphone that is open counts as being on the stage. */
  onStage: boolean;
  screen: boolean;
}

interface Me {
  peerId: string;
  name: string;
  role: Role;
}

const lives = (producer: ProducerInfo | undefined): boolean => producer !== undefined && !producer.paused;

/** All tiles of the stage, the others first, in the order in which they came; oneself last. */
export function tilesOf(
  stage: readonly StagePeer[],
  producers: readonly ProducerInfo[],
  me: Me | null,
  own: OwnMedia,
): Tile[] {
  const others = new Map<string, ProducerInfo[]>();
  for (const producer of producers) {
    if (producer.peerId === me?.peerId) continue;
    others.set(producer.peerId, [...(others.get(producer.peerId) ?? []), producer]);
  }
  const tiles = [...others].flatMap(([peerId, sent]) => {
    const peer = stage.find((candidate) => candidate.peerId === peerId);
    return tilesOfPeer({ peerId, name: peer?.displayName ?? '', role: peer?.role ?? null }, sent);
  });
  return me ? [...tiles, ...ownTiles(me, own)] : tiles;
}

function tilesOfPeer(peer: { peerId: string; name: string; role: Role | null }, sent: readonly ProducerInfo[]): Tile[] {
  const find = (source: ProducerInfo['source']) => sent.find((producer) => producer.source === source);
  const [screen, camera, microphone] = [find('screen'), find('camera'), find('microphone')];
  const tiles: Tile[] = [];
  if (screen) {
    tiles.push({ ...tile(peer, 'screen'), videoId: screen.producerId, hasVideo: true });
  }
  if (camera || microphone) {
    const hasVideo = lives(camera);
    const videoId = hasVideo && camera ? camera.producerId : null;
    tiles.push({ ...tile(peer, 'person'), videoId, hasVideo, micOn: lives(microphone) });
  }
  return tiles;
}

function ownTiles(me: Me, own: OwnMedia): Tile[] {
  const tiles: Tile[] = [];
  if (own.screen) tiles.push({ ...tile(me, 'screen'), self: true, hasVideo: true });
  if (own.onStage) tiles.push({ ...tile(me, 'person'), self: true, hasVideo: own.camera, micOn: own.microphone });
  return tiles;
}

const tile = (peer: { peerId: string; name: string; role: Role | null }, kind: Tile['kind']): Tile => ({
  id: `${peer.peerId}:${kind}`,
  peerId: peer.peerId,
  kind,
  name: peer.name,
  role: peer.role,
  self: false,
  videoId: null,
  hasVideo: false,
  micOn: false,
});
