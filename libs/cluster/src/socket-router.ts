import type { Logger } from '@lectern/observability';
import { type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import type { RoomOwners } from './room-owners';

interface Options {
  owners: Pick<RoomOwners, 'ownerOf'>;
  address: string;
  logger: Logger;
}

type Listener = (...args: unknown[]) => void;

const PATH = /^\/socket\.io\//;
/** Set on what has been passed on once: it is never passed on again. */
const PASSED = 'x-lectern-passed';
const ROOM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const AWAY = { 'content-type': 'text/plain', 'retry-after': '1', connection: 'close' };

/**
 * Passes websockets and polls of a room on to the server that has it. Call it after socket.io was attached: it stands
 * before socket.io's own listeners.
 * @returns what cuts all that is being passed on: the HTTP server cannot close before
 */
export function routeSockets(http: Server, options: Options): () => void {
  const passing = new Set<Duplex>();
  let ending = false;
  standBefore(http, 'upgrade', (args, here) => {
    const [message, socket, head] = args as [IncomingMessage, Duplex, Buffer];
    // Nobody else listens for its errors until it is taken over.
    const onError = () => socket.destroy();
    socket.on('error', onError);
    const takeHere = () => {
      socket.off('error', onError);
      here();
    };
    void decide(message, options, takeHere, {
      pass: (owner) => {
        if (ending) return refuseSocket(socket);
        passing.add(socket);
        socket.once('close', () => passing.delete(socket));
        passSocket(message, socket, head, owner);
      },
      refuse: () => refuseSocket(socket),
    });
  });
  standBefore(http, 'request', (args, here) => {
    const [message, response] = args as [IncomingMessage, ServerResponse];
    void decide(message, options, here, {
      pass: (owner) => {
        passing.add(message.socket);
        response.once('close', () => passing.delete(message.socket));
        passRequest(message, response, owner);
      },
      refuse: () => response.writeHead(503, AWAY).end(),
    });
  });
  return () => {
    ending = true;
    for (const socket of passing) socket.destroy();
  };
}

/** Lets `before` see what concerns socket.io, and decide whether the present listeners do. */
function standBefore(http: Server, event: 'upgrade' | 'request', before: (args: unknown[], here: () => void) => void) {
  const listeners = http.listeners(event) as Listener[];
  http.removeAllListeners(event);
  http.on(event, (...args: unknown[]) => {
    const here = () => listeners.forEach((listener) => listener.apply(http, args));
    if (PATH.test((args[0] as IncomingMessage).url ?? '')) before(args, here);
    else here();
  });
}

interface Ways {
  pass: (owner: URL) => void;
  refuse: () => void;
}

async function decide(message: IncomingMessage, { owners, address, logger }: Options, here: () => void, ways: Ways) {
  const room = new URL(message.url!, 'http://here').searchParams.get('room') ?? '';
  // Without a room nobody is let in: the refusal is socket.io's affair.
  if (!ROOM.test(room)) return here();
  try {
    const owner = await owners.ownerOf(room);
    if (owner === address) here();
    else if (message.headers[PASSED]) ways.refuse();
    else ways.pass(new URL(owner));
  } catch (err) {
    logger.warn({ err, webinarId: room }, 'nobody can say which server has this room');
    ways.refuse();
  }
}

function toOwner(message: IncomingMessage, owner: URL) {
  const ask = owner.protocol === 'https:' ? secureRequest : request;
  const headers = { ...message.headers, [PASSED]: '1' };
  const { hostname: host, port } = owner;
  return ask({ host, port, method: message.method, path: message.url, headers, timeout: 10_000 });
}

function passSocket(message: IncomingMessage, socket: Duplex, head: Buffer, owner: URL): void {
  const there = toOwner(message, owner);
  there.once('upgrade', (answer, far, farHead) => {
    // From here on socket.io's pings say whether anybody is there.
    far.setTimeout(0);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${rawHeaders(answer)}\r\n`);
    if (farHead.length > 0) socket.write(farHead);
    if (head.length > 0) far.write(head);
    join(socket, far);
  });
  there.once('response', (answer) => {
    socket.write(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${rawHeaders(answer)}\r\n`);
    answer.pipe(socket);
  });
  there.once('timeout', () => there.destroy(new Error('no answer')));
  there.on('error', () => refuseSocket(socket));
  socket.once('close', () => there.destroy());
  there.end();
}

function passRequest(message: IncomingMessage, response: ServerResponse, owner: URL): void {
  const there = toOwner(message, owner);
  // A poll waits for the next event: socket.io's own pings end it, not we.
  there.setTimeout(0);
  there.once('response', (answer) => {
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
  });
  there.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(503, AWAY).end()));
  response.once('close', () => there.destroy());
  message.pipe(there);
}

/** Each takes what the other gives, and ends with it. */
function join(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.destroy());
    from.once('close', () => to.destroy());
    from.pipe(to);
  }
  for (const socket of [one, other]) (socket as Partial<{ setNoDelay(on: boolean): void }>).setNoDelay?.(true);
}

function rawHeaders({ rawHeaders: raw }: IncomingMessage): string {
  let text = '';
  for (let index = 0; index < raw.length; index += 2) text += `${raw[index]}: ${raw[index + 1]}\r\n`;
  return text;
}

function refuseSocket(socket: Duplex): void {
  if (socket.destroyed) return;
  socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\r\n');
}
