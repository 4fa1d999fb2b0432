import type { ProducerInfo, StagePeer } from '@lectern/contracts';
import { channelOf, isOnAir } from '../media/listening';

export interface Channel {
  language: string;
  onAir: boolean;
}

export interface Colleague {
  peerId: string;
  name: string;
  onAir: boolean;
}

/**
 * The languages that can be listened to beside what is spoken in the room: none where nobody interprets.
 *
 * @param languages the event's
 * @param chosen somebody who has chosen one can choose anew, also while its interpreters are away
 */
export function channelsOf(
  languages: readonly string[],
  stage: readonly StagePeer[],
  producers: readonly ProducerInfo[],
  chosen: boolean,
): Channel[] {
  const interpreted = stage.some(({ role }) => role === 'interpreter');
  if (languages.length < 2 || !(interpreted || chosen)) return [];
  return languages.map((language) => ({ language, onAir: isOnAir(producers, language) }));
}

/** Who else interprets into this language now, muted or not. */
export function colleaguesOf(
  language: string,
  stage: readonly StagePeer[],
  producers: readonly ProducerInfo[],
  self: string | null,
): Colleague[] {
  return channelOf(producers, language)
    .filter(({ peerId }) => peerId !== self)
    .map(({ peerId, paused }) => ({
      peerId,
      name: stage.find((peer) => peer.peerId === peerId)?.displayName ?? '',
      onAir: !paused,
    }));
}
