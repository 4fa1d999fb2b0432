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

/** So many events of a client wait before no more of it is read, and so many before it is put out. */
const MOST_READ = 32;
const MOST_WAITING = 500;
/** Short of the time after which a silent client counts as gone; in milliseconds. */
const LONGEST_PAUSE = 5_000;

/**
 * What one client sends, in its order. While it rests, what has been read of it waits, and at the end of each rest one event
 * goes on; what has not been read waits in its own line, where TCP holds it back at no cost for us.
 */
export class Inlet {
  private restsUntil = 0;
  private readonly waiting: ((goesOn: boolean) => void)[] = [];
  private timer?: NodeJS.Timeout;
  private pausedAt?: number;

  constructor(private readonly socket: Socket) {}

  /** For so many milliseconds more. */
  rest(milliseconds: number): void {
    this.restsUntil = Math.max(this.restsUntil, performance.now()) + milliseconds;
  }

  /** Whether what comes now must wait for its {@link turn}. */
  get holds(): boolean {
    return this.waiting.length > 0 || performance.now() < this.restsUntil;
  }

  /** Resolves when this event goes on: true, or false when the client is gone or was put out because it sent too much. */
  turn(): Promise<boolean> {
    if (this.waiting.length >= MOST_WAITING) {
      // Its goodbye must be read.
      this.resume();
      this.socket.disconnect(true);
      return Promise.resolve(false);
    }
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.wake();
      if (this.waiting.length >= MOST_READ) this.pause();
    });
  }

  private wake(): void {
    this.timer ??= setTimeout(() => this.next(), Math.max(0, this.restsUntil - performance.now())).unref();
  }

  private next(): void {
    this.timer = undefined;
    if (!this.socket.connected) for (const leave of this.waiting.splice(0)) leave(false);
    else if (performance.now() >= this.restsUntil) this.waiting.shift()?.(true);
    const isLong = performance.now() - (this.pausedAt ?? Infinity) > LONGEST_PAUSE;
    if (isLong || this.waiting.length < MOST_READ) this.resume();
    if (this.waiting.length > 0) this.wake();
  }

  private pause(): void {
    if (this.pausedAt !== undefined) return;
    this.pausedAt = performance.now();
    this.websocket?.pause?.();
  }

  private resume(): void {
    if (this.pausedAt === undefined) return;
    this.pausedAt = undefined;
    this.websocket?.resume?.();
  }

  private get websocket(): WebSocket | undefined {
    return (this.socket.conn.transport as unknown as { socket?: WebSocket }).socket;
  }
}
