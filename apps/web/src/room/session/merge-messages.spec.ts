import { message } from '../testing/factories';
import { applyReactions, mergeChannel, mergeMessages, prependMessages } from './merge-messages';
import { type ChannelState, initialRoomState } from './room-state';

const id = (n: number): string => `m${String(n).padStart(5, '0')}`;
const at = (n: number, over: Parameters<typeof message>[0] = {}) => message({ id: id(n), place: id(n), ...over });
const many = (from: number, count: number) => Array.from({ length: count }, (_, i) => at(from + i));
const channel = (over: Partial<ChannelState> = {}): ChannelState => ({
  list: many(10, 3),
  more: false,
  limit: 5,
  ...over,
});
const places = ({ list }: ChannelState) => list.map((m) => m.id);

describe('a channel of the chat', () => {
  it('keeps the order of places, whatever the order of arrival', () => {
    expect(places(mergeChannel(channel(), [at(14), at(13)]))).toEqual([10, 11, 12, 13, 14].map(id));
    expect(places(mergeChannel(channel(), [at(10, { place: id(20), seq: 2 })]))).toEqual([11, 12, 10].map(id));
  });

  it('forgets the oldest over its limit, and knows that there is more', () => {
    const { list, more } = mergeChannel(channel(), many(13, 4));
    expect(list[0]?.id).toBe(id(12));
    expect(more).toBe(true);
  });

  it('marks a deletion of a line it has, and leaves one that it does not have', () => {
    const deleted = { deleted: true, text: '', seq: 9 };
    expect(mergeChannel(channel(), [at(11, deleted)]).list[1]?.deleted).toBe(true);
    const paged = channel({ more: true });
    expect(mergeChannel(paged, [at(1, deleted)])).toBe(paged);
  });

  it('erases the quotes of what is deleted, also where the original is not kept', () => {
    const quote = { messageId: id(1), place: id(1), displayName: 'Ada', text: 'rude' };
    const before = channel({ more: true, list: [at(10, { quote }), at(11)] });
    const { list } = mergeChannel(before, [at(1, { deleted: true, text: '', seq: 9 })]);
    expect(list.map((m) => m.quote?.text)).toEqual(['', undefined]);
  });

  it('pages back without losing what is shown', () => {
    const next = prependMessages(channel({ more: true }), many(1, 9), true);
    expect(next.list).toHaveLength(12);
    expect(mergeChannel(next, many(13, 1)).list[0]?.id).toBe(id(1));
  });
});

describe('the chat', () => {
  const { chat } = initialRoomState;
  const mine = { participantId: 'me', displayName: 'Me', role: 'attendee' } as const;

  it('keeps what waits apart for moderators, and in the list for its author', () => {
    const after = mergeMessages(chat, [at(1, { state: 'pending' }), at(2, { state: 'pending', author: mine })], 'me');
    expect(after.waiting.map((m) => m.id)).toEqual([id(1)]);
    expect(places(after.channels.everyone)).toEqual([id(2)]);
  });

  it.each([
    ['let through', { state: 'visible', seq: 2, place: id(9) }, [id(9)]],
    ['not let through', { state: 'dismissed', seq: 2 }, []],
    ['taken back', { state: 'pending', deleted: true, text: '', seq: 2 }, []],
  ] as const)('takes what was %s out of the pile', (_, change, shown) => {
    const before = mergeMessages(chat, [at(1, { state: 'pending' })], 'me');
    const after = mergeMessages(before, [at(1, change)], 'me');
    expect(after.waiting).toEqual([]);
    expect(after.channels.everyone.list.map((m) => m.place)).toEqual(shown);
  });

  it('sorts messages into their channels, and remembers when one has written to everyone', () => {
    const news = [
      at(1, { channel: 'staff' }),
      at(2, { channel: 'moderators', author: mine, sentAt: '2026-11-22T11:00:00.000Z' }),
      at(3, { author: mine, sentAt: '2026-11-22T10:30:00.000Z' }),
    ];
    const after = mergeMessages(chat, news, 'me');
    expect(places(after.channels.staff)).toEqual([id(1)]);
    expect(places(after.channels.moderators)).toEqual([id(2)]);
    expect(after.lastSentAt).toBe('2026-11-22T10:30:00.000Z');
  });

  it('takes counts of reactions over, and leaves the other channels as they are', () => {
    const before = mergeMessages(chat, [at(1), at(2, { channel: 'staff' })], 'me');
    const reactions = [{ emoji: '🎉' as const, count: 3 }];
    const after = applyReactions(before, [{ messageId: id(1), reactions }]);
    expect(after.channels.everyone.list[0]?.reactions).toEqual(reactions);
    expect(after.channels.staff).toBe(before.channels.staff);
  });
});
