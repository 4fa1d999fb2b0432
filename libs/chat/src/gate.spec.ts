import { type ChatSettings, defaultChatSettings, type Role, roles } from '@lectern/contracts';
import { judge } from './gate';

const words = [{ language: 'en', words: ['rude'] }];
const now = 1_000_000;

function verdict(role: Role, text: string, settings: Partial<ChatSettings>, lastSentAt: number | null = null) {
  return judge({ role, text, lastSentAt, now }, { ...defaultChatSettings, ...settings }, words);
}

describe('the gate of the chat', () => {
  it.each([
    ['an open chat', 'attendee', 'hello', {}, { state: 'visible' }],
    ['moderation', 'attendee', 'hello', { moderated: true }, { state: 'pending' }],
    ['moderation, of a presenter', 'presenter', 'hello', { moderated: true }, { state: 'visible' }],
    ['a word, held', 'attendee', 'how rude', {}, { state: 'pending' }],
    ['a word, held, of a presenter', 'presenter', 'how rude', {}, { state: 'pending' }],
    ['a word, refused', 'attendee', 'how rude', { filtered: 'refuse' }, { refused: 'word' }],
    ['a link', 'attendee', 'see example.org', {}, { state: 'visible' }],
    ['a link where staff alone send them', 'presenter', 'see example.org', { links: 'staff' }, { refused: 'link' }],
  ] as const)('%s', (_, role, text, settings, expected) => {
    expect(verdict(role, text, settings)).toEqual(expected);
  });

  it.each([
    [null, 30, { state: 'visible' }],
    [now - 30_000, 30, { state: 'visible' }],
    [now - 29_999, 30, { refused: 'slow', retryAfter: 1 }],
    [now - 1_000, 300, { refused: 'slow', retryAfter: 299 }],
    [now, 0, { state: 'visible' }],
  ] as const)('slow mode: last at %s, %s s', (last, slowSeconds, expected) => {
    expect(verdict('attendee', 'hello', { slowSeconds }, last)).toEqual(expected);
  });

  it.each(roles.filter((role) => ['host', 'cohost', 'moderator'].includes(role)))('binds %s by nothing', (role) => {
    const all: ChatSettings = { moderated: true, slowSeconds: 300, links: 'staff', filtered: 'refuse' };
    expect(verdict(role, 'rude: https://example.org', all, now)).toEqual({ state: 'visible' });
  });
});
