import { CallError } from './call-error';
import { Outbox, type OutboxEntry } from './outbox';

function outbox(...answers: (CallError | 'ok')[]) {
  const sent: string[] = [];
  let entries: readonly OutboxEntry[] = [];
  let ids = 0;
  const box = new Outbox({
    send: async (entry) => {
      sent.push(entry.clientId);
      const answer = answers.shift() ?? 'ok';
      if (answer !== 'ok') throw answer;
    },
    changed: (now) => (entries = now),
    newId: () => `id${++ids}`,
    now: () => 0,
  });
  return { box, sent, entries: () => entries };
}

const draft = { kind: 'message', text: 'Hello', anonymous: false } as const;
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the outbox', () => {
  afterEach(() => jest.useRealTimers());

  it('is empty once the server has it', async () => {
    const { box, entries } = outbox();
    box.add(draft);
    expect(entries()).toMatchObject([{ status: 'sending', text: 'Hello' }]);
    await settle();
    expect(entries()).toEqual([]);
  });

  it('keeps what could not be sent and sends it under the same id after coming back', async () => {
    const { box, sent, entries } = outbox(CallError.offline());
    box.add(draft);
    await settle();
    expect(entries()).toMatchObject([{ status: 'sending', error: null }]);
    box.flush();
    await settle();
    expect(sent).toEqual(['id1', 'id1']);
    expect(entries()).toEqual([]);
  });

  it('does not send twice at once', async () => {
    const { box, sent } = outbox();
    box.add(draft);
    box.flush();
    await settle();
    expect(sent).toEqual(['id1']);
  });

  it('leaves a refusal to the person: try again or discard', async () => {
    const refused = new CallError('VALIDATION_FAILED', 'Too long', false);
    const { box, entries } = outbox(refused, refused);
    const id = box.add(draft);
    await settle();
    expect(entries()).toMatchObject([{ status: 'failed', error: refused }]);
    box.flush();
    box.retry(id);
    await settle();
    box.discard(id);
    expect(entries()).toEqual([]);
  });

  it('tries again by itself when it was too fast, after the time the server names', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { box, sent } = outbox(new CallError('RATE_LIMITED', 'Slow down', true, 7));
    box.add(draft);
    await settle();
    jest.advanceTimersByTime(6900);
    expect(sent).toHaveLength(1);
    jest.advanceTimersByTime(200);
    expect(sent).toHaveLength(2);
  });

  it('goes on with what an earlier page left', async () => {
    const sent: string[] = [];
    const entry: OutboxEntry = { ...draft, clientId: 'old', status: 'sending', at: 0, error: null };
    const ports = {
      send: async (e: OutboxEntry) => void sent.push(e.clientId),
      changed: () => {},
      newId: () => '',
      now: () => 0,
    };
    new Outbox(ports, [entry]).flush();
    await settle();
    expect(sent).toEqual(['old']);
  });
});
