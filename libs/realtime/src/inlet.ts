import type { Server, Socket } from 'socket.io';

/** The parts of `ws` that decide how a client is read. */
interface WebSocketServer {
  options: { allowSynchronousEvents?: boolean };
}
interface Engine {
  ws?: WebSocketServer;
  opts: { wsEngine: unknown };
}
interface WebSocket {
  isPaused?: boolean;
  pause?: () => void;
  resume?: () => void;
}

/**
 * One frame of each client in a turn of the event loop. Otherwise all that a client has sent at once would be taken
 * before anything of anybody else, and a few who send thousands of frames would make everyone wait.
 */
export function readFairly(io: Server): void {
  const engine = io.engine as unknown as Engine;
  const Base = engine.ws?.constructor as (new (options: object) => WebSocketServer) | undefined;
  if (!Base) return;
  // The engine makes another one when its HTTP server begins to listen.
  engine.opts.wsEngine = class extends Base {
    constructor(options: object) {
      super({ ...options, allowSynchronousEvents: false });
    }
  };
  engine.ws!.options.allowSynchronousEvents = false;
}

/** Short of the time after which a silent client counts as gone. */
const LONGEST_REST = 5_000;
const restsUntil = new WeakMap<WebSocket, number>();

/**
 * Leaves what a client sends unread for so many milliseconds more, five seconds at most: then TCP makes it wait, at no
 * cost for us. What was read before is still taken, so each of it may add to the rest.
 */
export function rest(socket: Socket, milliseconds: number): void {
  const websocket = (socket.conn.transport as unknown as { socket?: WebSocket }).socket;
  if (!websocket?.pause) return;
  const now = performance.now();
  const until = Math.max(restsUntil.get(websocket) ?? 0, now) + milliseconds;
  restsUntil.set(websocket, Math.min(until, now + LONGEST_REST));
  if (websocket.isPaused) return;
  websocket.pause();
  wake(websocket);
}

function wake(websocket: WebSocket): void {
  const left = (restsUntil.get(websocket) ?? 0) - performance.now();
  // A closed one takes no harm.
  if (left <= 0) websocket.resume?.();
  else setTimeout(() => wake(websocket), left).unref();
}
