import type { Presentation, WebinarStatus } from '@lectern/contracts';
import { type LiveRoom, LiveRooms } from '@lectern/live';
import { Broadcaster, Coalescer, rooms, SnapshotParts } from '@lectern/realtime';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventEmitter } from 'node:events';

const EVERY = 250;

export interface PresentationChange {
  webinarId: string;
  presentation: Presentation;
}

/** Tells the people in a room what is shown. Before the doors open, it is told backstage alone. */
@Injectable()
export class PresentationTeller implements OnModuleDestroy {
  private readonly changes = new Coalescer<Presentation>(EVERY, (changed) =>
    changed.forEach((presentation, webinarId) => this.tell(webinarId, presentation)),
  );
  /** Inside this process, each change at once: for who writes a timeline, and for who opens the doors. */
  readonly events = new EventEmitter<{ changed: [PresentationChange]; 'doors-opened': [LiveRoom] }>();

  constructor(
    private readonly broadcaster: Broadcaster,
    private readonly liveRooms: LiveRooms,
    /** Where the service registers what joiners get. */
    readonly parts: SnapshotParts,
  ) {
    liveRooms.on('opened', (room) => room.on('doors-opened', () => this.events.emit('doors-opened', room)));
  }

  changed(webinarId: string, presentation: Presentation): void {
    this.events.emit('changed', { webinarId, presentation });
    this.reveal(webinarId, presentation);
  }

  /** Tells it (again) to all who may see it now. */
  reveal(webinarId: string, presentation: Presentation): void {
    this.changes.set(webinarId, presentation);
  }

  /** @returns undefined when nobody is in the room */
  statusOf(webinarId: string): WebinarStatus | undefined {
    return this.liveRooms.get(webinarId)?.status;
  }

  private tell(webinarId: string, presentation: Presentation): void {
    const live = this.statusOf(webinarId) === 'live';
    const group = live ? rooms.webinar(webinarId) : rooms.backstage(webinarId);
    this.broadcaster.to(group, 'presentation:changed', presentation);
  }

  onModuleDestroy(): void {
    this.changes.close();
  }
}
