import type { ProducerInfo } from '@lectern/contracts';

/** To what somebody listens. */
export interface Listening {
  /** The interpreters' language; null: what is said in the room, in whatever language. */
  channel: string | null;
  /** Whether what is said in the room is heard underneath, where the line bears both. */
  underneath: boolean;
}

const KEY = 'lectern.listening';

export function rememberedListening(): Listening {
  try {
    const [channel = '', below] = (localStorage.getItem(KEY) ?? '').split(' ');
    return { channel: channel === '' ? null : channel, underneath: below !== 'alone' };
  } catch {
    return { channel: null, underneath: true };
  }
}

export function rememberListening({ channel, underneath }: Listening): void {
  try {
    localStorage.setItem(KEY, `${channel ?? ''} ${underneath ? 'underneath' : 'alone'}`);
  } catch {
    // Private windows may refuse; the choice then holds for this visit.
  }
}

/** What the interpreters of a language send, muted or not. */
export const channelOf = (producers: readonly ProducerInfo[], language: string): ProducerInfo[] =>
  producers.filter((info) => info.source === 'interpretation' && info.language === language);

export const isOnAir = (producers: readonly ProducerInfo[], language: string): boolean =>
  channelOf(producers, language).some(({ paused }) => !paused);
