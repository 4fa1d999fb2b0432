import type { ServerEventName, ServerPayload } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';
import type { Socket } from 'socket.io';
import { rest } from './inlet';

/** One socket of one person in one webinar. Its id is the peer id on the media side. */
export class Connection {
  /** Set by `session:join`; before it, nothing else is answered. */
  joined = false;

  constructor(
    private readonly socket: Socket,
    public attendance: Attendance,
    /** The session by which the person came: tickets to come back with are good while it stands. */
    readonly sessionId: string,
  ) {}

  get id(): string {
    return this.socket.id;
  }

  emit<E extends ServerEventName>(event: E, payload: ServerPayload<E>): void {
    this.socket.emit(event, payload);
  }

  async enter(...rooms: string[]): Promise<void> {
    await this.socket.join(rooms);
  }

  async leave(...rooms: string[]): Promise<void> {
    for (const room of rooms) await this.socket.leave(room);
  }

  /** Reads nothing of this client for a while, in milliseconds: what it sends waits in its own line. */
  rest(milliseconds: number): void {
    rest(this.socket, milliseconds);
  }

  /** Ends the connection; the client is told not to come back by itself. */
  close(): void {
    this.socket.disconnect(true);
  }
}
