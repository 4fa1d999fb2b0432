import type { WireError } from '@lectern/contracts';
import { isOwnOrigin, toWireError } from '@lectern/http';
import { type Attendance, unauthenticated } from '@lectern/kernel';
import type { Logger, Metrics } from '@lectern/observability';
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Broadcaster } from './broadcaster';
import { Connection } from './connection';
import type { Dispatcher } from './dispatcher';
import { Fanout } from './fanout';
import { broadcastThrough } from './fanout-adapter';
import { forgetRequest } from './forget-request';
import { readFairly } from './inlet';

/** Finds out who comes with a ticket, and by which session. @throws DomainError when it is unknown, used or too old */
export type Admit = (ticket: string) => Promise<{ attendance: Attendance; sessionId: string }>;
/** Told when a connection that had joined is gone. */
export type OnLeave = (connection: Connection) => void;

interface Options {
  publicUrl: string;
  admit: Admit;
  onLeave: OnLeave;
  /** Of several servers each has rooms of its own: the address must name the room that the ticket is for. */
  oneOfSeveral?: boolean;
}

// The largest honest frame is a device's RTP capabilities, about 20 KB.
const LARGEST_FRAME = 100_000;
const LONGEST_TICKET = 1_000;

/** socket.io on the HTTP server: checks the Origin, admits by ticket, hands every event to the dispatcher. */
export class SocketServer {
  private readonly io: Server;
  private readonly fanout = new Fanout();

  constructor(
    http: HttpServer,
    private readonly dispatcher: Dispatcher,
    broadcaster: Broadcaster,
    private readonly options: Options,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.io = new Server(http, {
      serveClient: false,
      maxHttpBufferSize: LARGEST_FRAME,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      connectTimeout: 30_000,
      perMessageDeflate: false,
      allowRequest: (request, decide) =>
        decide(null, isOwnOrigin(request.headers.origin, request.headers.host, options.publicUrl)),
    });
    readFairly(this.io);
    broadcastThrough(this.fanout, this.io);
    this.io.use((socket, next) => void this.authenticate(socket, next));
    this.io.on('connection', (socket) => this.accept(socket));
    broadcaster.attach(this.io);
    metrics.gauge('sockets', 'Connected sockets', () => this.io.engine.clientsCount);
    metrics.gauge('sockets_behind', 'Sockets that miss events because they are slow', () => this.fanout.behind);
  }

  private async authenticate(socket: Socket, next: (error?: Error) => void): Promise<void> {
    try {
      const auth = socket.handshake.auth as { ticket?: unknown } | undefined;
      const ticket = auth?.ticket;
      if (typeof ticket !== 'string' || ticket.length > LONGEST_TICKET) throw unauthenticated('A ticket is needed.');
      const { attendance, sessionId } = await this.options.admit(ticket);
      if (this.options.oneOfSeveral && socket.handshake.query.room !== attendance.webinarId)
        throw unauthenticated('This ticket is for another room than the one that was asked for.');
      (socket.data as { connection?: Connection }).connection = new Connection(socket, attendance, sessionId);
      next();
    } catch (error) {
      // The whole of it: the client must know whether coming again can help.
      const wire = this.toWire(error);
      next(Object.assign(new Error(wire.message), { data: wire }));
    }
  }

  private toWire(error: unknown): WireError {
    return toWireError(error, (traceId) => this.logger.error({ err: error, traceId }, 'unexpected error'));
  }

  private accept(socket: Socket): void {
    const connection = (socket.data as { connection: Connection }).connection;
    forgetRequest(socket);
    const { webinarId, participantId } = connection.attendance;
    this.logger.debug({ webinarId, participantId, peerId: socket.id }, 'connected');
    socket.onAny((event: string, ...args: unknown[]) => {
      const ack = typeof args.at(-1) === 'function' ? args.pop() : undefined;
      void this.dispatcher.dispatch(connection, event, args[0], ack);
    });
    socket.on('disconnect', (reason) => {
      this.logger.debug({ webinarId, participantId, peerId: socket.id, reason }, 'disconnected');
      this.options.onLeave(connection);
    });
  }

  /** Whether anybody is connected for this room. */
  serves(webinarId: string): boolean {
    return this.inRoom(webinarId).next().done !== true;
  }

  /** Cuts the lines of a room; its people come back by themselves, to the server that has it now. */
  cut(webinarId: string): void {
    for (const socket of [...this.inRoom(webinarId)]) socket.conn.close();
  }

  private *inRoom(webinarId: string): Generator<Socket> {
    for (const socket of this.io.sockets.sockets.values())
      if ((socket.data as { connection?: Connection }).connection?.attendance.webinarId === webinarId) yield socket;
  }

  /** Tells everyone that the server goes away, then ends all connections. */
  async close(): Promise<void> {
    this.io.emit('session:closed', { reason: 'shutdown' });
    this.fanout.close();
    await this.io.close();
  }
}
