import type { Caption, EventOutput } from '@lectern/contracts';
import { wrongState } from '@lectern/kernel';
import { type LiveRoom, LiveRooms, mayReceive } from '@lectern/live';
import { LOGGER, type Logger } from '@lectern/observability';
import { Broadcaster, type Connection, rooms } from '@lectern/realtime';
import { WebinarRepository } from '@lectern/webinars';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CaptionProcess } from './caption-process';
import { RoomCaptions } from './room-captions';

interface Watched {
  captions: RoomCaptions;
  onLeft: (connection: Connection) => void;
  watchers: Set<Connection>;
}

/** Who wants captions, room by room: the first who does begins them, the last who leaves ends them. */
@Injectable()
export class CaptionService implements OnModuleDestroy {
  private readonly watched = new Map<LiveRoom, Watched>();

  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly webinars: WebinarRepository,
    private readonly process: CaptionProcess,
    private readonly broadcaster: Broadcaster,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    liveRooms.on('opened', (room) => room.once('closed', () => this.end(room)));
  }

  async watch(connection: Connection, on: boolean): Promise<EventOutput<'caption:watch'>> {
    const { webinarId, role } = connection.attendance;
    const room = this.liveRooms.get(webinarId);
    if (!on) {
      if (room) await this.leave(room, connection);
      return { missing: [] };
    }
    if (!room || !mayReceive(role, room.status)) throw wrongState('It has not begun: wait for the doors to open.');
    const { languages } = await this.webinars.get(webinarId);
    await this.join(room, connection, languages[0] ?? 'en');
    return { missing: this.process.missing(languages) };
  }

  private async join(room: LiveRoom, connection: Connection, language: string): Promise<void> {
    await connection.enter(rooms.captions(room.webinarId));
    // Whoever left meanwhile would be waited for for ever.
    if (room.closed || room.connection(connection.id) !== connection) return;
    const watched = this.watched.get(room) ?? this.begin(room, language);
    watched.watchers.add(connection);
  }

  private begin(room: LiveRoom, language: string): Watched {
    const { client } = this.process;
    const captions = new RoomCaptions({
      room,
      language,
      client,
      logger: this.logger,
      onCaptions: (said) => this.tell(room, said),
      onMissed: () => this.broadcaster.to(rooms.captions(room.webinarId), 'caption:missed', {}),
    });
    const onLeft = (connection: Connection): void => void this.leave(room, connection);
    const watched = { captions, onLeft, watchers: new Set<Connection>() };
    this.watched.set(room, watched);
    room.on('left', onLeft);
    return watched;
  }

  private async leave(room: LiveRoom, connection: Connection): Promise<void> {
    await connection.leave(rooms.captions(room.webinarId));
    const watched = this.watched.get(room);
    watched?.watchers.delete(connection);
    if (watched?.watchers.size === 0) this.end(room);
  }

  private end(room: LiveRoom): void {
    const watched = this.watched.get(room);
    this.watched.delete(room);
    if (!watched) return;
    room.off('left', watched.onLeft);
    watched.captions.close();
  }

  /** Before the doors open, only those read along who may hear: somebody's role may have changed since. */
  private tell(room: LiveRoom, captions: Caption[]): void {
    if (room.status === 'live') {
      this.broadcaster.to(rooms.captions(room.webinarId), 'caption:said', { captions });
      return;
    }
    for (const connection of this.watched.get(room)?.watchers ?? [])
      if (mayReceive(connection.attendance.role, room.status)) connection.emit('caption:said', { captions });
  }

  onModuleDestroy(): void {
    for (const room of [...this.watched.keys()]) this.end(room);
  }
}
