import { type Ack, clientEvents, type ClientEventName } from '@lectern/contracts';
import { DomainError, RateLimiter } from '@lectern/kernel';
import { type Logger, Metrics } from '@lectern/observability';
import 'reflect-metadata';
import type { Connection } from './connection';
import { Dispatcher } from './dispatcher';
import { Handles } from './handles';

type Handler = (connection: Connection, payload: never) => Promise<unknown>;

/** A gateway that handles these events in this way. */
function gateway(events: string[], handle: Handler): object {
  class Gateway {}
  for (const event of events) Handles(event as ClientEventName)(Gateway.prototype, event, { value: handle as never });
  return new Gateway();
}

const all = Object.keys(clientEvents);
const error = jest.fn();
const logger = { error } as unknown as Logger;
const questionId = '0198c0de-0000-7000-8000-000000000001';

const rest = jest.fn();

function connect(id: string, participantId: string, webinarId: string): Connection {
  return {
    id,
    joined: true,
    attendance: { participantId, webinarId },
    isHeld: false,
    rest,
  } as unknown as Connection;
}

function setUp(handle: Handler = async () => ({})) {
  const dispatcher = new Dispatcher([gateway(all, handle)], logger, new Metrics(), new RateLimiter(5_000, () => 0));
  const connection = connect('s', 'p', 'w');
  const send = (event: string, input?: unknown) =>
    new Promise<Ack<unknown>>((resolve) => void dispatcher.dispatch(connection, event, input, resolve));
  return { dispatcher, connection, send };
}

const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) as unknown });

describe('Dispatcher', () => {
  beforeEach(() => jest.clearAllMocks());

  it('hands the parsed payload to its handler and acknowledges with the answer', async () => {
    const { send, connection } = setUp(async (...args) => ({ got: args }));
    const answer = await send('question:ask', { clientId: questionId, text: '  Why?  ', extra: 1 });
    expect(answer).toEqual({
      ok: true,
      data: { got: [connection, { clientId: questionId, text: 'Why?', anonymous: false }] },
    });
  });

  it.each(['question:unheard-of', 'constructor', '__proto__', '', 7 as unknown as string])(
    'refuses the unknown event %p',
    async (event) => expect(await setUp().send(event, {})).toMatchObject(refused('NOT_FOUND')),
  );

  it.each([undefined, null, 7, 'text', [], { questionId: 7 }, { questionId: 'x' }, Buffer.from('x')])(
    'refuses the payload %p and names the field',
    async (input) => {
      const handle = jest.fn(async () => ({}));
      const answer = await setUp(handle).send('question:approve', input);
      expect(answer).toMatchObject(refused('VALIDATION_FAILED'));
      expect(answer).toMatchObject({ error: { fields: [{ message: expect.any(String) as string }] } });
      expect(handle).not.toHaveBeenCalled();
    },
  );

  it('refuses everything before session:join', async () => {
    const { send, connection } = setUp();
    connection.joined = false;
    for (const event of all)
      if (event !== 'session:join') expect(await send(event, {})).toMatchObject(refused('WRONG_STATE'));
    expect(await send('session:join', {})).toEqual({ ok: true, data: {} });
  });

  it('counts each event of a person against its own limit, refused payloads too', async () => {
    const { send } = setUp();
    const { count } = clientEvents['question:ask'].limit;
    for (let n = 0; n < count; n += 1)
      expect(await send('question:ask', {})).toMatchObject(refused('VALIDATION_FAILED'));
    expect(await send('question:ask', {})).toMatchObject(refused('RATE_LIMITED'));
    expect(await send('question:approve', { questionId })).toMatchObject({ ok: true });
  });

  it('limits what one socket sends, whatever it is', async () => {
    const { send } = setUp();
    for (let n = 0; n < 400; n += 1) await send('no:such', n);
    expect(await send('session:join', {})).toMatchObject(refused('RATE_LIMITED'));
  });

  it('limits what one person sends over several sockets', async () => {
    const { dispatcher } = setUp();
    const answers: Ack<unknown>[] = [];
    for (let n = 0; n < 900; n += 1)
      await dispatcher.dispatch(connect(`s${n % 3}`, 'p', 'w'), 'no:such', {}, (answer: Ack<unknown>) =>
        answers.push(answer),
      );
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'NOT_FOUND')).toHaveLength(800);
    expect(answers.at(-1)).toMatchObject(refused('RATE_LIMITED'));
  });

  it('limits what a room sends together: others go on, and so does entering it', async () => {
    const { dispatcher } = setUp();
    const send = (webinarId: string, n: number, event: string, input: object) =>
      new Promise<Ack<unknown>>(
        (resolve) => void dispatcher.dispatch(connect(`s${n}`, `p${n}`, webinarId), event, input, resolve),
      );
    for (let n = 0; n < 4_000; n += 1) await send('flooded', n % 50, 'question:approve', {});
    expect(await send('flooded', 51, 'question:approve', { questionId })).toMatchObject(refused('RATE_LIMITED'));
    expect(await send('flooded', 51, 'session:join', {})).toMatchObject({ ok: true });
    expect(await send('flooded', 51, 'consumer:resume', { consumerId: 'c' })).toMatchObject({ ok: true });
    expect(await send('other', 52, 'question:approve', { questionId })).toMatchObject({ ok: true });
  });

  it.each(['no:such', 'question:approve'])(
    'takes sixty events %p that cannot be read, then some patience; after that the socket rests',
    async (event) => {
      const { send } = setUp();
      const answers: Ack<unknown>[] = [];
      while (rest.mock.calls.length === 0) answers.push(await send(event, 'junk'));
      expect(answers).toHaveLength(81);
      expect(answers.filter((answer) => !answer.ok && answer.error.code === 'RATE_LIMITED')).toEqual([]);
      expect(rest).toHaveBeenCalledWith(150);
    },
  );

  it('lets a socket rest that goes on through refusals', async () => {
    const { send } = setUp();
    const { count } = clientEvents['question:vote'].limit;
    for (let n = 0; n < count + 20; n += 1) await send('question:vote', { questionId, vote: true });
    expect(rest).not.toHaveBeenCalled();
    await send('question:vote', { questionId, vote: true });
    expect(rest).toHaveBeenCalledTimes(1);
  });

  it('takes what a resting socket sends when its turn comes, and nothing of one that was put out', async () => {
    const handle = jest.fn(async () => ({}));
    const { send, connection, dispatcher } = setUp(handle);
    let decide!: (goesOn: boolean) => void;
    const held = () => {
      const decided = new Promise<boolean>((resolve) => (decide = resolve));
      Object.assign(connection, { isHeld: true, turn: () => decided });
    };
    held();
    const answer = send('webinar:start', {});
    await new Promise(setImmediate);
    expect(handle).not.toHaveBeenCalled();
    decide(true);
    expect(await answer).toMatchObject({ ok: true });
    held();
    const done = dispatcher.dispatch(connection, 'webinar:start', {}, () => fail('answered'));
    decide(false);
    await done;
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('answers another room before all that a room has sent at once', async () => {
    const { dispatcher } = setUp();
    const order: string[] = [];
    const send = (webinarId: string, n: number) =>
      dispatcher.dispatch(connect(`s${n}`, `p${n}`, webinarId), 'webinar:start', {}, () => order.push(webinarId));
    await send('quiet', 0);
    const all = Array.from({ length: 100 }, (_, n) => send('loud', n));
    await new Promise(setImmediate);
    await send('quiet', 101);
    expect(order.filter((id) => id === 'loud').length).toBeLessThan(50);
    await Promise.all(all);
    expect(order.filter((id) => id === 'loud')).toHaveLength(100);
  });

  it('refuses more than 64 at once, and takes more when they are answered', async () => {
    let finish!: () => void;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const { send } = setUp(() => gate.then(() => ({})));
    const running = Array.from({ length: 64 }, () => send('consumer:resume', { consumerId: 'c' }));
    expect(await send('consumer:resume', { consumerId: 'c' })).toMatchObject(refused('RATE_LIMITED'));
    finish();
    await Promise.all(running);
    expect(await send('consumer:resume', { consumerId: 'c' })).toMatchObject({ ok: true });
  });

  it('passes a refusal on, and masks and logs what nobody foresaw', async () => {
    const refusing = setUp(() => Promise.reject(new DomainError('WRONG_STATE', 'Not now.')));
    expect(await refusing.send('webinar:start', {})).toMatchObject({
      error: { code: 'WRONG_STATE', message: 'Not now.' },
    });
    expect(error).not.toHaveBeenCalled();

    const answer = await setUp(() => Promise.reject(new Error('secret'))).send('webinar:start', {});
    expect(answer).toMatchObject(refused('INTERNAL'));
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(error).toHaveBeenCalledWith(
      expect.objectContaining({ event: 'webinar:start', peerId: 's' }),
      'unexpected error',
    );
  });

  it.each([undefined, null, 7, {}])('lives without an acknowledgement to call: %p', async (ack) => {
    const { dispatcher, connection } = setUp();
    await expect(dispatcher.dispatch(connection, 'webinar:start', {}, ack)).resolves.toBeUndefined();
  });

  it('fails at start when an event has no handler, or two', () => {
    const start = (...gateways: object[]) => new Dispatcher(gateways, logger, new Metrics());
    const handle: Handler = async () => ({});
    expect(() => start(gateway(all.slice(2), handle))).toThrow(`No handler for the events ${all[0]}, ${all[1]}.`);
    expect(() => start(gateway(all, handle), gateway(all.slice(0, 1), handle))).toThrow(`${all[0]} has two handlers`);
  });
});
