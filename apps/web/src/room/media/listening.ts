import type { ProducerInfo } from '@lectern/contracts';
import { keep, recall } from '../../ui/memory';

/** To what somebody listens. */
export interface Listening {
  /** The interpreters' language; null: what is said in the room, in whatever language. */
  channel: string | null;
  /** Whether what is said in the room is heard underneath, where the line bears both. */
  underneath: boolean;
}

const KEY = 'lectern.listening';

export function rememberedListening(): Listening {
  const [channel = '', below] = (recall(KEY) ?? '').split(' ');
  return { channel: channel === '' ? null : channel, underneath: below !== 'alone' };
}

export const rememberListening = ({ channel, underneath }: Listening): void =>
  keep(KEY, `${channel ?? ''} ${underneath ? 'underneath' : 'alone'}`);

/** What the interpreters of a language send, muted or not. */
export const channelOf = (producers: readonly ProducerInfo[], language: string): ProducerInfo[] =>
  producers.filter((info) => info.source === 'interpretation' && info.language === language);

export const isOnAir = (producers: readonly ProducerInfo[], language: string): boolean =>
  channelOf(producers, language).some(({ paused }) => !paused);
