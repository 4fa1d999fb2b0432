import type { StageEmoji } from '@lectern/contracts';
import { type Attendance, forbidden, wrongState } from '@lectern/kernel';
import { Broadcaster, Coalescer, rooms } from '@lectern/realtime';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mayReceive } from './live.policy';
import { LiveRooms } from './live-rooms';
import type { LiveRoom } from './live-room';

const COUNTED_EVERY = 250;

/** Emojis over the stage: counted by room, told a few times a second, kept nowhere. */
@Injectable()
export class ReactionService implements OnModuleDestroy {
  /** What has come since the last time, by room. */
  private readonly counts = new Map<string, Map<StageEmoji, number>>();
  private readonly changed = new Coalescer<LiveRoom>(COUNTED_EVERY, (changed) =>
    changed.forEach((room) => this.tell(room)),
  );

  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly broadcaster: Broadcaster,
  ) {}

  react({ webinarId, role, muted }: Attendance, emoji: StageEmoji): void {
    const room = this.liveRooms.get(webinarId);
    if (!room || !mayReceive(role, room.status)) throw wrongState('It has not begun: wait for the doors to open.');
    if (muted) throw forbidden('A moderator has muted you.');
    const counts = this.counts.get(webinarId) ?? new Map<StageEmoji, number>();
    counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
    this.counts.set(webinarId, counts);
    this.changed.set(webinarId, room);
  }

  /** Before the doors open, only those hear of it who meet backstage. */
  private tell({ webinarId, status }: LiveRoom): void {
    const counts = this.counts.get(webinarId);
    this.counts.delete(webinarId);
    if (!counts) return;
    const reactions = [...counts].map(([emoji, count]) => ({ emoji, count }));
    const group = status === 'live' ? rooms.webinar(webinarId) : rooms.backstage(webinarId);
    this.broadcaster.to(group, 'reaction:counted', { reactions });
  }

  onModuleDestroy(): void {
    this.changed.close();
    this.counts.clear();
  }
}
