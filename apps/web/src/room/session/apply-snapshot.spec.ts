import { chat, message, question, snapshot, webinar } from '../testing/factories';
import { applySnapshot } from './apply-snapshot';
import { initialRoomState, type RoomState } from './room-state';

const join = (state: RoomState, over: Parameters<typeof snapshot>[0]): RoomState => ({
  ...state,
  ...applySnapshot(state, snapshot(over), Date.parse('2026-11-22T09:59:58.000Z')),
});

describe('a snapshot', () => {
  const before = join(initialRoomState, {
    questions: [question()],
    chat: chat({ messages: [message()], more: ['everyone'] }),
  });

  it('replaces all when it is full', () => {
    const after = join(before, { resume: 'full', questions: [question({ id: 'q2' })], chat: chat() });
    expect([...after.questions.keys()]).toEqual(['q2']);
    expect(after.chat.channels.everyone.list).toEqual([]);
  });

  it('adds to what is known when it is a delta', () => {
    const after = join(before, {
      resume: 'delta',
      questions: [question({ id: 'q2' })],
      chat: chat({ messages: [message({ id: 'm2', place: 'm2' })] }),
    });
    expect([...after.questions.keys()]).toEqual(['q1', 'q2']);
    expect(after.chat.channels.everyone).toMatchObject({ list: [{ id: 'm1' }, { id: 'm2' }], more: true });
  });

  it('counts nothing as new that was said before one came, and forgets nothing of it later', () => {
    expect(before.chat.seen.everyone).toBe('m1');
    const messages = [message(), message({ id: 'm2', place: 'm2' })];
    expect(join(before, { chat: chat({ messages }) }).chat.seen.everyone).toBe('m1');
  });

  it('takes reactions over that have changed without their messages', () => {
    const reacted = [{ messageId: 'm1', reactions: [{ emoji: '👍' as const, count: 2 }] }];
    const mine = [{ messageId: 'm1', emoji: '👍' as const }];
    const after = join(before, { resume: 'delta', chat: chat({ reacted, mine }) });
    expect(after.chat.channels.everyone.list[0]?.reactions).toEqual(reacted[0]?.reactions);
    expect(join(after, { resume: 'delta', chat: chat({ reacted }) }).chat.mine.size).toBe(0);
  });

  it('never goes back in the order of changes, and knows how the clocks differ', () => {
    expect(join({ ...before, seq: 90 }, { resume: 'delta', seq: 5 }).seq).toBe(90);
    expect(before.clockOffset).toBe(2000);
  });

  it('says that it is over when it is', () => {
    expect(join(before, { webinar: webinar({ status: 'ended' }) }).link.status).toBe('ended');
  });
});
