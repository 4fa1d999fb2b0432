import type { Socket } from 'socket.io';
import { backlogOf } from './outlet';

/** Beyond this backlog a client hears nothing that it can also ask for. */
const CAP = 1 << 20;
const RECOVERED = CAP / 8;
const LOOK_EVERY = 250;

/**
 * Those who do not take what they are sent. They miss events, so that the server's memory stays bounded; once their
 * line is free again they are told to ask for what they missed.
 */
export class SlowClients {
  private readonly behind = new Set<Socket>();
  private timer?: NodeJS.Timeout;

  constructor(private readonly cap = CAP) {}

  /** Whether this client must miss an event now, and learn of it later. */
  misses(socket: Socket): boolean {
    if (this.behind.size > 0 && this.behind.has(socket)) return true;
    if (backlogOf(socket) <= this.cap) return false;
    this.behind.add(socket);
    this.timer ??= setInterval(() => this.look(), LOOK_EVERY).unref();
    return true;
  }

  get size(): number {
    return this.behind.size;
  }

  private look(): void {
    for (const socket of this.behind) {
      if (socket.connected && backlogOf(socket) > Math.min(RECOVERED, this.cap)) continue;
      this.behind.delete(socket);
      if (socket.connected) socket.emit('session:resync', {});
    }
    if (this.behind.size === 0) this.close();
  }

  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.behind.clear();
  }
}
