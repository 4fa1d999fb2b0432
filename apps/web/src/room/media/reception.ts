import type { ProducerInfo } from '@lectern/contracts';
import type { BandwidthMode } from './bandwidth-mode';
import { channelOf } from './listening';
import { screenLayerFor, spatialLayerFor, type TileSize } from './layers';

/** What to receive now: tracks by producer, with the highest layer wanted (`null` for sound). */
export type Reception = ReadonlyMap<string, number | null>;

export interface ReceptionInput {
  mode: BandwidthMode;
  producers: readonly ProducerInfo[];
  /** The size of every video that is on the page now, by producer. */
  shown: ReadonlyMap<string, TileSize>;
  /** Peers in the order in which they spoke last, the latest first. */
  speakers: readonly string[];
  pixelRatio: number;
  channel: HeardChannel | null;
}

/** Where and as whom this page is in the room. */
interface Self {
  peerId: string | null;
  me: { id: string } | null;
}

/** Nothing of this page, and no sound of the same person's other pages and devices: that would be an echo. */
export const ofOthers = (producers: readonly ProducerInfo[], { peerId, me }: Self): ProducerInfo[] =>
  producers.filter((info) => info.peerId !== peerId && (info.kind === 'video' || info.participantId !== me?.id));

/** What somebody listens to in place of the room. */
export interface HeardChannel {
  language: string;
  /** An interpreter speaks, or did a moment ago: else the room is heard. */
  onAir: boolean;
  /** Together with the room, where the line bears both. */
  underneath: boolean;
}

/** Beside the sound of a shared screen, which costs as much as two voices, there is room for one. */
const VOICES = { saver: 2, saverWithScreen: 1, audio: 1 } as const;

/** Which tracks fit the mode; pure, so that every case has a test. */
export function receptionOf(input: ReceptionInput): Reception {
  switch (input.mode) {
    case 'full':
      return new Map([...fullSounds(input), ...pictures(input)]);
    case 'saver':
      return new Map([...(interpreters(input, VOICES.saver) ?? saverSounds(input)), ...smallPicture(input)]);
    case 'audio':
      return new Map(interpreters(input, VOICES.audio) ?? voices(input, VOICES.audio));
  }
}

const isOfRoom = ({ kind, source }: ProducerInfo): boolean => kind === 'audio' && source !== 'interpretation';

/** The room's sounds that are heard under an interpreter's voice. */
export function softened({ producers, channel }: Pick<ReceptionInput, 'producers' | 'channel'>): ReadonlySet<string> {
  return new Set(channel?.onAir ? producers.filter(isOfRoom).map(({ producerId }) => producerId) : []);
}

type Want = readonly [producerId: string, layer: number | null];

const wanted = (producers: readonly ProducerInfo[]): Want[] => producers.map(({ producerId }) => [producerId, null]);

/** Muted ones too: their first word is heard when they begin. */
function fullSounds({ producers, channel }: ReceptionInput): Want[] {
  const room = channel?.onAir && !channel.underneath ? [] : producers.filter(isOfRoom);
  return wanted([...room, ...(channel ? channelOf(producers, channel.language) : [])]);
}

/** Those of the channel in place of the room; null while it is the room that is heard. */
function interpreters({ producers, channel }: ReceptionInput, count: number): Want[] | null {
  if (!channel?.onAir) return null;
  const open = [...channelOf(producers, channel.language)].sort((a, b) => Number(a.paused) - Number(b.paused));
  return wanted(open.slice(0, count));
}

function pictures({ producers, shown, pixelRatio }: ReceptionInput): Want[] {
  return producers.flatMap((info): Want[] => {
    const size = info.kind === 'video' && shown.get(info.producerId);
    if (!size) return [];
    const layer = info.source === 'screen' ? screenLayerFor(size, pixelRatio) : spatialLayerFor(size, pixelRatio);
    return [[info.producerId, layer]];
  });
}

function saverSounds(input: ReceptionInput): Want[] {
  const screen = input.producers.find(({ source, paused }) => source === 'screen-audio' && !paused);
  if (!screen) return voices(input, VOICES.saver);
  return [[screen.producerId, null], ...voices(input, VOICES.saverWithScreen)];
}

/** The open microphones of who spoke last; before anybody spoke, the first ones. */
function voices({ producers, speakers }: ReceptionInput, count: number): Want[] {
  const open = producers.filter(({ source, paused }) => source === 'microphone' && !paused);
  return wanted([...open].sort((a, b) => rank(speakers, a) - rank(speakers, b)).slice(0, count));
}

/** A shared screen before faces; of faces, who spoke last. */
function smallPicture({ producers, shown, speakers }: ReceptionInput): Want[] {
  const seen = producers.filter(({ kind, producerId, paused }) => kind === 'video' && !paused && shown.has(producerId));
  const [first] = [...seen].sort((a, b) => {
    const screens = Number(b.source === 'screen') - Number(a.source === 'screen');
    return screens || rank(speakers, a) - rank(speakers, b);
  });
  return first ? [[first.producerId, 0]] : [];
}

function rank(speakers: readonly string[], { peerId }: ProducerInfo): number {
  const place = speakers.indexOf(peerId);
  return place < 0 ? speakers.length : place;
}
