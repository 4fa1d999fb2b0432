import { LOGGER, type Logger, Metrics } from '@lectern/observability';
import type { Connection } from '@lectern/realtime';
import { WorkerPool } from '@lectern/sfu';
import { RoomControlsRepository, WebinarRepository } from '@lectern/webinars';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { LiveRoom } from './live-room';

const LINGER = 30_000;

/** Runs before a webinar begins or ends, while its media flow: the recorder closes its files here. */
export type BeforeTurn = (webinarId: string) => Promise<unknown>;

/** Somebody who comes to a room. */
export interface Entrant {
  webinarId: string;
  participantId: string;
  /** Has been in since the room was opened, and comes back after a lost line. */
  returning: boolean;
}

/** The rooms that live in this process. A room stays for 30 s after the last one has left: lines drop. */
@Injectable()
export class LiveRooms extends EventEmitter<{ opened: [LiveRoom] }> implements OnApplicationShutdown {
  private readonly rooms = new Map<string, LiveRoom>();
  private readonly opening = new Map<string, Promise<LiveRoom>>();
  private readonly lingering = new Map<string, NodeJS.Timeout>();
  private readonly held = new Set<string>();
  private readonly beforeStartHooks: BeforeTurn[] = [];
  private readonly beforeEntryHooks: ((entrant: Entrant) => Promise<unknown>)[] = [];
  private readonly beforeEndHooks: BeforeTurn[] = [];

  constructor(
    private readonly webinars: WebinarRepository,
    private readonly controls: RoomControlsRepository,
    private readonly pool: WorkerPool,
    @Inject(LOGGER) private readonly logger: Logger,
    metrics: Metrics,
  ) {
    super();
    metrics.gauge('rooms', 'Rooms with people in them', () => this.rooms.size);
  }

  get(webinarId: string): LiveRoom | undefined {
    return this.rooms.get(webinarId);
  }

  /** The room, opened when this is the first who comes. */
  async open(webinarId: string): Promise<LiveRoom> {
    clearTimeout(this.lingering.get(webinarId));
    this.lingering.delete(webinarId);
    const known = this.rooms.get(webinarId);
    if (known) return known;
    const opening = this.opening.get(webinarId) ?? this.create(webinarId).finally(() => this.opening.delete(webinarId));
    this.opening.set(webinarId, opening);
    return opening;
  }

  private async create(webinarId: string): Promise<LiveRoom> {
    const { title, status } = await this.webinars.get(webinarId);
    const room = new LiveRoom(webinarId, title, status, this.pool, this.logger);
    room.configure(await this.controls.of(webinarId));
    await room.openMedia();
    this.rooms.set(webinarId, room);
    this.emit('opened', room);
    return room;
  }

  leave(connection: Connection): void {
    const room = this.rooms.get(connection.attendance.webinarId);
    room?.remove(connection);
    if (room) this.closeWhenEmpty(room);
  }

  /** Keeps a room open though nobody is in it: a recording waits for its speakers to come back. */
  hold(webinarId: string): void {
    this.held.add(webinarId);
  }

  release(webinarId: string): void {
    this.held.delete(webinarId);
    const room = this.rooms.get(webinarId);
    if (room) this.closeWhenEmpty(room);
  }

  private closeWhenEmpty(room: LiveRoom): void {
    const { webinarId } = room;
    if (room.size > 0 || this.held.has(webinarId) || this.lingering.has(webinarId)) return;
    const timer = setTimeout(() => {
      this.lingering.delete(webinarId);
      if (room.size > 0 || this.held.has(webinarId)) return;
      this.rooms.delete(webinarId);
      room.close();
    }, LINGER);
    this.lingering.set(webinarId, timer);
  }

  /** Another server has this room now: what still runs in it here is finished. */
  async give(webinarId: string): Promise<void> {
    const room = this.rooms.get(webinarId);
    if (!room) return;
    try {
      await this.runBeforeEnd(webinarId);
    } catch (error) {
      this.logger.error({ err: error, webinarId }, 'a room was not finished well before it was given away');
    }
    this.rooms.delete(webinarId);
    room.close();
  }

  beforeStart(hook: BeforeTurn): void {
    this.beforeStartHooks.push(hook);
  }

  async runBeforeStart(webinarId: string): Promise<void> {
    for (const hook of this.beforeStartHooks) await hook(webinarId);
  }

  /** @param hook rejects for whoever is not to be let in */
  beforeEntry(hook: (entrant: Entrant) => Promise<unknown>): void {
    this.beforeEntryHooks.push(hook);
  }

  async runBeforeEntry(entrant: Entrant): Promise<void> {
    for (const hook of this.beforeEntryHooks) await hook(entrant);
  }

  beforeEnd(hook: BeforeTurn): void {
    this.beforeEndHooks.push(hook);
  }

  async runBeforeEnd(webinarId: string): Promise<void> {
    for (const hook of this.beforeEndHooks) await hook(webinarId);
  }

  onApplicationShutdown(): void {
    for (const timer of this.lingering.values()) clearTimeout(timer);
    for (const room of this.rooms.values()) room.close();
    this.rooms.clear();
    this.pool.close();
  }
}
