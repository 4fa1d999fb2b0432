import { CallError } from './call-error';
import { PollCommands } from './poll-commands';
import type { Call } from './connection';
import { initialRoomState, type RoomState } from './room-state';
import { Store } from './store';

const busy = new CallError('RATE_LIMITED', 'Too often', true, 2);

function room(...answers: (CallError | 'ok')[]) {
  const store = new Store<RoomState>(initialRoomState);
  const call = jest.fn(async (_event: string, input: unknown) => {
    const answer = answers.shift() ?? 'ok';
    if (answer !== 'ok') throw answer;
    return input;
  });
  return { store, call, commands: new PollCommands({ store, call: call as unknown as Call }, () => 0.5) };
}

describe('voting', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is remembered, and forgotten when it is taken back', async () => {
    const { commands, store } = room();
    await commands.vote('p1', ['0']);
    expect(store.get().myPolls.get('p1')).toEqual(['0']);
    await commands.vote('p1', []);
    expect(store.get().myPolls.has('p1')).toBe(false);
  });

  it('comes again when the server is busy, after the time it names and not with all the others', async () => {
    const { commands, call } = room(busy);
    const done = commands.vote('p1', ['0']);
    await jest.advanceTimersByTimeAsync(2700);
    expect(call).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(100);
    await done;
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('gives up in the end, and at once where it is refused', async () => {
    const tired = room(busy, busy, busy, busy, busy);
    const failed = expect(tired.commands.vote('p1', ['0'])).rejects.toBe(busy);
    await jest.advanceTimersByTimeAsync(60_000);
    await failed;
    expect(tired.call).toHaveBeenCalledTimes(5);
    const closed = new CallError('WRONG_STATE', 'Closed', false);
    const late = room(closed);
    await expect(late.commands.vote('p1', ['0'])).rejects.toBe(closed);
    expect(late.call).toHaveBeenCalledTimes(1);
  });
});
