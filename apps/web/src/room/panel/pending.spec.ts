import { message } from '../testing/factories';
import type { OutboxEntry } from '../session/outbox';
import { pendingOf } from './pending';
import { unreadMessages } from './unread';

const entry: OutboxEntry = {
  clientId: 'c',
  kind: 'message',
  text: 'Hello',
  anonymous: false,
  status: 'sending',
  at: Date.parse('2026-11-22T10:00:00.000Z'),
  error: null,
};

describe('what is shown of the outbox', () => {
  it('is only of its kind', () => {
    expect(pendingOf([entry], 'question', [])).toEqual([]);
    expect(pendingOf([entry], 'message', [])).toEqual([entry]);
  });

  it('leaves out what has just arrived by broadcast, but not what was said the same way long ago', () => {
    expect(pendingOf([entry], 'message', [{ text: 'Hello', at: '2026-11-22T10:00:01.000Z' }])).toEqual([]);
    expect(pendingOf([entry], 'message', [{ text: 'Hello', at: '2026-11-22T09:00:00.000Z' }])).toEqual([entry]);
  });
});

describe('unread', () => {
  it('counts the others’ lines after the last one seen', () => {
    const mine = { participantId: 'me', displayName: 'Me', role: 'attendee' } as const;
    const list = [
      message({ place: '1' }),
      message({ place: '2' }),
      message({ place: '3', author: mine }),
      message({ place: '4', deleted: true }),
    ];
    expect(unreadMessages(list, '1', 'me')).toBe(1);
    expect(unreadMessages(list, '', 'me')).toBe(2);
  });
});
