import {
  type Ack,
  clientEvents,
  type ClientEventName,
  mediaClientEvents,
  type RateLimit,
  type WireError,
} from '@lectern/contracts';
import { toWireError } from '@lectern/http';
import { DomainError, parse, RateLimiter, wrongState } from '@lectern/kernel';
import type { Logger, Metrics } from '@lectern/observability';
import { Connection } from './connection';
import { handlersOf } from './handles';
import { RoomTurns } from './room-turns';

type Handler = (connection: Connection, payload: unknown) => Promise<unknown>;

// Of one socket, of one person with several, and of all in a room together, whatever they send: far above what clients
// do, far below what hurts the other rooms.
const OF_SOCKET = { count: 400, seconds: 4 };
const OF_PERSON = { count: 800, seconds: 4 };
const OF_ROOM = { count: 4_000, seconds: 2 };
// Who goes on through so many refusals is heard again only after a rest, in milliseconds for each.
const PATIENCE = { count: 20, seconds: 10 };
const REST = 150;
// Saying what is wrong with an event costs as much as taking one that is right; our own clients send no wrong ones.
const UNREADABLE = { count: 60, seconds: 60 };
const MOST_IN_FLIGHT = 64;

/**
 * Takes every client event through the same steps: known → within limits → joined → parsed → handled → acknowledged.
 * One listener per socket and one table for all, so that a connection costs little memory.
 */
export class Dispatcher {
  private readonly handlers = new Map<string, Handler>();
  private readonly inFlight = new WeakMap<Connection, number>();
  private readonly turns = new RoomTurns();
  private readonly seconds;

  constructor(
    gateways: object[],
    private readonly logger: Logger,
    metrics: Metrics,
    private readonly limiter = new RateLimiter(),
  ) {
    for (const gateway of gateways) this.addGateway(gateway);
    const missing = Object.keys(clientEvents).filter((event) => !this.handlers.has(event));
    if (missing.length > 0) throw new Error(`No handler for the events ${missing.join(', ')}.`);
    this.seconds = metrics.histogram('event_seconds', 'Time from a client event to its acknowledgement', [
      'event',
      'outcome',
    ]);
  }

  private addGateway(gateway: object): void {
    for (const [event, handler] of handlersOf(gateway)) {
      if (this.handlers.has(event)) throw new Error(`The event ${event} has two handlers.`);
      this.handlers.set(event, handler as Handler);
    }
  }

  /** Never rejects: whatever happens is told to the caller in the acknowledgement. */
  async dispatch(connection: Connection, event: string, input: unknown, ack: unknown): Promise<void> {
    if (connection.isHeld && !(await connection.turn())) return;
    const startedAt = performance.now();
    const answer = await this.counted(connection, () => this.answer(connection, event, input));
    const known = this.handlers.has(event) ? event : 'unknown';
    this.seconds.observe(
      { event: known, outcome: answer.ok ? 'ok' : answer.error.code },
      (performance.now() - startedAt) / 1000,
    );
    if (typeof ack === 'function') (ack as (answer: Ack<unknown>) => void)(answer);
  }

  private async answer(connection: Connection, event: string, input: unknown): Promise<Ack<unknown>> {
    try {
      if (this.inFlight.get(connection)! > MOST_IN_FLIGHT)
        throw new DomainError('RATE_LIMITED', 'Too many requests at once: wait for their answers.', { retryAfter: 1 });
      const turn = this.turns.take(connection.attendance.webinarId);
      if (turn) await turn;
      this.limit(connection, event);
      return { ok: true, data: await this.handle(connection, event, input) };
    } catch (error) {
      if (error instanceof DomainError && this.isFlood(error, event, connection)) this.refused(connection);
      return { ok: false, error: this.toWire(error, event, connection) };
    }
  }

  private limit(connection: Connection, event: string): void {
    const { participantId, webinarId } = connection.attendance;
    this.limiter.take(`all ${connection.id}`, OF_SOCKET);
    this.limiter.take(`person ${participantId}`, OF_PERSON);
    // A full house that comes back at once is no flood: for that each person has limits.
    if (!isEntering(event)) this.limiter.take(`room ${webinarId}`, OF_ROOM);
  }

  private isFlood({ code }: DomainError, event: string, { attendance }: Connection): boolean {
    const isUnreadable = code === 'VALIDATION_FAILED' || !this.handlers.has(event);
    const isTooMuch = isUnreadable && !this.allows(`unreadable ${attendance.participantId}`, UNREADABLE);
    return isTooMuch || code === 'RATE_LIMITED';
  }

  /** Refusing costs time too: what a flood sends waits in its own line. */
  private refused(connection: Connection): void {
    if (!this.allows(`patience ${connection.attendance.participantId}`, PATIENCE)) connection.rest(REST);
  }

  private allows(key: string, limit: RateLimit): boolean {
    try {
      this.limiter.take(key, limit);
      return true;
    } catch {
      return false;
    }
  }

  private async counted<T>(connection: Connection, run: () => Promise<T>): Promise<T> {
    const change = (by: number) => this.inFlight.set(connection, (this.inFlight.get(connection) ?? 0) + by);
    change(1);
    try {
      return await run();
    } finally {
      change(-1);
    }
  }

  private async handle(connection: Connection, event: string, input: unknown): Promise<unknown> {
    const handler = this.handlers.get(event);
    if (!handler) throw new DomainError('NOT_FOUND', 'There is no such event.');
    const definition = clientEvents[event as ClientEventName];
    this.limiter.take(`${event} ${connection.attendance.participantId}`, definition.limit);
    if (!connection.joined && event !== 'session:join') throw wrongState('Enter with session:join first.');
    return handler(connection, parse(definition.input, input));
  }

  private toWire(error: unknown, event: string, connection: Connection): WireError {
    const { webinarId, participantId } = connection.attendance;
    return toWireError(error, (traceId) =>
      this.logger.error(
        { err: error, traceId, event, webinarId, participantId, peerId: connection.id },
        'unexpected error',
      ),
    );
  }
}

function isEntering(event: string): boolean {
  return event === 'session:join' || Object.hasOwn(mediaClientEvents, event);
}
