import type { Ack, ClientEventName, ClientToServerEvents, EventInput, EventOutput } from '@lectern/contracts';
import type { ServerToClientEvents, SocketTicket } from '@lectern/contracts';
import { io, type Socket } from 'socket.io-client';
import { CallError } from './call-error';
import { NextTicket } from './next-ticket';
import { fetchTicket } from './ticket';

export type RoomSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

export interface ConnectionEvents {
  /** The socket stands (again); nothing is joined yet. */
  up(): void;
  /** The socket is gone; it comes back by itself. */
  down(): void;
  /** It will not come back by itself. */
  refused(error: CallError): void;
}

/** Sends one event and gives its answer, typed by the contract. */
export type Call = <E extends ClientEventName>(
  event: E,
  input: EventInput<E>,
  timeoutMs?: number,
) => Promise<EventOutput<E>>;

const CALL_TIMEOUT_MS = 10_000;
/** A ticket can be used up or out of date by the time it arrives; a few fresh ones are tried before giving up. */
const MAX_REFUSALS = 3;

interface AckEmitter {
  emitWithAck(event: string, input: unknown): Promise<unknown>;
}

/** One socket to the server that reconnects by itself, each time with another ticket: the room's, or one asked for over HTTP. */
export class RoomConnection {
  readonly socket: RoomSocket;
  readonly ticket = new NextTicket(() => void this.renewTicket());
  private refusals = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(
    private readonly webinarId: string,
    private readonly events: ConnectionEvents,
    /** For the first handshake, where one came with entering. */
    ticket?: SocketTicket,
  ) {
    if (ticket) this.ticket.keep(ticket);
    this.socket = io({
      autoConnect: false,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 400,
      reconnectionDelayMax: 5000,
      randomizationFactor: 0.5,
      timeout: 10_000,
      // Of several servers the one that has this room takes the socket.
      query: { room: webinarId },
      auth: (give) => void this.handOverTicket(give),
    });
    this.socket.on('connect', () => this.onConnect());
    this.socket.on('disconnect', (reason) => this.onDisconnect(reason));
    this.socket.on('connect_error', (error) => this.onConnectError(error));
  }

  open(): void {
    if (!this.closed) this.socket.connect();
  }

  /** Asks at once instead of after the next pause, say when the browser is online again. */
  hurry(): void {
    if (this.closed || this.socket.connected) return;
    this.socket.disconnect().connect();
  }

  readonly call: Call = async (event, input, timeoutMs = CALL_TIMEOUT_MS) => {
    // Not through the socket's own buffer: it would be sent before the room is joined again.
    if (!this.socket.connected) throw CallError.offline();
    const answer = await this.emit(event, input, timeoutMs);
    if (!answer.ok) throw CallError.fromWire(answer.error);
    return answer.data;
  };

  close(): void {
    this.closed = true;
    this.ticket.drop();
    clearTimeout(this.retry);
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private async emit<E extends ClientEventName>(
    event: E,
    input: EventInput<E>,
    timeoutMs: number,
  ): Promise<Ack<EventOutput<E>>> {
    const emitter = this.socket.timeout(timeoutMs) as unknown as AckEmitter;
    try {
      return (await emitter.emitWithAck(event, input)) as Ack<EventOutput<E>>;
    } catch {
      throw this.socket.connected ? CallError.timeout() : CallError.offline();
    }
  }

  private async handOverTicket(give: (auth: object) => void): Promise<void> {
    try {
      give({ ticket: this.ticket.take() ?? (await fetchTicket(this.webinarId)) });
    } catch (error) {
      const problem = CallError.of(error);
      if (!problem.retryable) return this.refuse(problem);
      // The handshake would hang until the server gives up: drop it, and the manager tries again after its pause.
      this.socket.io.engine.close();
    }
  }

  private async renewTicket(): Promise<void> {
    // Without an answer the kept one is good for a while yet, and after that HTTP gives another.
    const next = await this.call('session:ticket', {}).catch(() => undefined);
    if (next && !this.closed) this.ticket.keep(next);
  }

  private onConnect(): void {
    this.refusals = 0;
    this.events.up();
  }

  private onDisconnect(reason: Socket.DisconnectReason): void {
    this.events.down();
    // After a disconnect by the server socket.io waits for us; the session has already said if it is for good.
    if (reason === 'io server disconnect') this.tryAgain(1000);
  }

  private onConnectError(error: Error & { data?: unknown }): void {
    if (this.socket.active) return this.events.down();
    this.refusals += 1;
    const problem = refusalOf(error);
    const final = problem.code === 'UNAUTHENTICATED' ? this.refusals >= MAX_REFUSALS : !problem.retryable;
    if (final) return this.refuse(problem);
    this.events.down();
    this.tryAgain((problem.retryAfter ?? 1) * 1000);
  }

  private tryAgain(delayMs: number): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open(), delayMs);
  }

  private refuse(error: CallError): void {
    this.close();
    this.events.refused(error);
  }
}

/** The handshake is refused with the same shape as an acknowledgement's error, in `data`. */
function refusalOf(error: Error & { data?: unknown }): CallError {
  const data = error.data as { code?: CallError['code']; retryable?: boolean; retryAfter?: number } | undefined;
  const code = data?.code ?? 'UNAUTHENTICATED';
  return new CallError(code, error.message, data?.retryable ?? false, data?.retryAfter);
}
