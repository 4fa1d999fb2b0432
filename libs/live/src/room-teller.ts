import type { ProducerInfo, Webinar } from '@lectern/contracts';
import { Broadcaster, Coalescer, type Connection, rooms } from '@lectern/realtime';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { LiveRoom } from './live-room';
import { isOnStage } from './live.policy';
import { LiveRooms } from './live-rooms';

const EVERY = 250;
/** How many are told how many there are, in a second: a house of 10,000 that fills hears of it every 2.5 s. */
const COUNTS_A_SECOND = 4_000;

interface Told {
  /** What was told last, so that nothing is told twice. */
  stage?: string;
  hands?: string;
  /** How many are here: the larger the house, the rarer. */
  count: Coalescer<true>;
}

/** Tells the people in a room what happens in it. Before the doors open, media are told backstage alone. */
@Injectable()
export class RoomTeller implements OnModuleDestroy {
  private readonly stage = new Coalescer<LiveRoom>(EVERY, (changed) =>
    changed.forEach((room) => this.tellPresence(room)),
  );

  private readonly hands = new Coalescer<LiveRoom>(EVERY, (changed) => changed.forEach((room) => this.tellHands(room)));
  private readonly told = new WeakMap<LiveRoom, Told>();

  constructor(
    private readonly broadcaster: Broadcaster,
    liveRooms: LiveRooms,
  ) {
    liveRooms.on('opened', (room) => this.watch(room));
  }

  private watch(room: LiveRoom): void {
    const interval = () => Math.max(EVERY, (room.present / COUNTS_A_SECOND) * 1_000);
    const count = new Coalescer<true>(interval, () => this.tellPresence(room));
    const changed = ({ attendance }: Connection) => {
      if (isOnStage(attendance)) this.stage.set(room.webinarId, room);
      else count.set('', true);
      if (attendance.handRaisedAt !== null) this.hands.set(room.webinarId, room);
    };
    this.told.set(room, { count });
    room.on('closed', () => count.close());
    room.on('joined', changed);
    room.on('left', changed);
    room.on('producer-opened', (info) => this.broadcaster.to(this.audible(room), 'producer:opened', info));
    room.on('producer-changed', (info) => this.broadcaster.to(this.audible(room), 'producer:changed', info));
    room.on('producer-closed', ({ producerId }) =>
      this.broadcaster.to(this.audible(room), 'producer:closed', { producerId }),
    );
    room.on('speaker-changed', (peerId) => this.broadcaster.to(this.audible(room), 'speaker:changed', { peerId }));
    room.on('codec-changed', (videoCodec) =>
      this.broadcaster.to(rooms.backstage(room.webinarId), 'media:codec', { videoCodec }),
    );
    room.on('media-reset', () => this.broadcaster.to(rooms.webinar(room.webinarId), 'media:reset', {}));
  }

  private audible({ webinarId, status }: LiveRoom): string {
    return status === 'live' ? rooms.webinar(webinarId) : rooms.backstage(webinarId);
  }

  private tellPresence(room: LiveRoom): void {
    if (room.closed) return;
    const { present, stage } = room;
    this.told.get(room)!.stage = JSON.stringify(stage);
    this.broadcaster.to(rooms.webinar(room.webinarId), 'presence:changed', { present, stage });
  }

  private tellHands(room: LiveRoom): void {
    if (room.closed) return;
    const queue = room.handQueue;
    const told = this.told.get(room)!;
    const text = JSON.stringify(queue);
    if (told.hands === text) return;
    told.hands = text;
    this.broadcaster.to(rooms.staff(room.webinarId), 'hands:changed', queue);
  }

  /** Somebody's name, rights or hand: everyone hears of it only where it changes the stage. */
  personChanged(room: LiveRoom): void {
    this.hands.set(room.webinarId, room);
    if (this.told.get(room)!.stage !== JSON.stringify(room.stage)) this.stage.set(room.webinarId, room);
  }

  webinarChanged(webinar: Webinar): void {
    this.broadcaster.to(rooms.webinar(webinar.id), 'webinar:changed', webinar);
  }

  /** The doors open: those who waited learn of the tracks that flow already. */
  revealProducers(webinarId: string, producers: ProducerInfo[]): void {
    for (const info of producers)
      this.broadcaster.to(rooms.webinar(webinarId), 'producer:opened', info, [rooms.backstage(webinarId)]);
  }

  onModuleDestroy(): void {
    this.stage.close();
    this.hands.close();
  }
}
