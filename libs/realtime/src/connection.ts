import type { ServerEventName, ServerPayload } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';
import type { Socket } from 'socket.io';
import { Inlet } from './inlet';

/** One socket of one person in one webinar. Its id is the peer id on the media side. */
export class Connection {
  /** Set by `session:join`; before it, nothing else is answered. */
  joined = false;
  /** Of few: those who must rest. */
  private inlet?: Inlet;

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

  /** What this client sends waits for a while, in milliseconds, and then goes on one after the other. */
  rest(milliseconds: number): void {
    this.inlet ??= new Inlet(this.socket);
    this.inlet.rest(milliseconds);
  }

  /** Whether what this client sends now must wait for its {@link turn}. */
  get isHeld(): boolean {
    return this.inlet?.holds ?? false;
  }

  /** Resolves when it is this event's turn: with false when the client is gone, or has sent too much. */
  async turn(): Promise<boolean> {
    return this.inlet ? this.inlet.turn() : true;
  }
}
