import type { ChatSettings, MessageState, Role, WordList } from '@lectern/contracts';
import { isStaff } from '@lectern/webinars';
import { hasLink } from './links';
import { isModerated } from './message.policy';
import { hasListedWord } from './word-filter';

export interface Attempt {
  role: Role;
  text: string;
  /** When the same person last wrote to everyone, in ms; null for the first time. */
  lastSentAt: number | null;
  now: number;
}

/** What becomes of a message to everyone. */
export type Verdict =
  | { state: Extract<MessageState, 'pending' | 'visible'> }
  | { refused: 'word' | 'link' }
  | { refused: 'slow'; retryAfter: number };

/** The room's rules for what is written to everyone; staff are bound by none. */
export function judge(attempt: Attempt, settings: ChatSettings, lists: readonly WordList[]): Verdict {
  const { role, text } = attempt;
  if (isStaff(role)) return { state: 'visible' };
  const retryAfter = secondsToWait(attempt, settings);
  if (retryAfter > 0) return { refused: 'slow', retryAfter };
  if (settings.links === 'staff' && hasLink(text)) return { refused: 'link' };
  const listed = hasListedWord(text, lists);
  if (listed && settings.filtered === 'refuse') return { refused: 'word' };
  return { state: listed || (settings.moderated && isModerated(role)) ? 'pending' : 'visible' };
}

function secondsToWait({ lastSentAt, now }: Attempt, { slowSeconds }: ChatSettings): number {
  return lastSentAt === null ? 0 : Math.ceil((lastSentAt + slowSeconds * 1000 - now) / 1000);
}
