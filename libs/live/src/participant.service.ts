import type { EventOutput, EventPayload, Participant } from '@lectern/contracts';
import { type Attendance, forbidden, notFound } from '@lectern/kernel';
import { ParticipantRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { mayAppoint, mayModerate } from './live.policy';
import { LiveRooms } from './live-rooms';
import { ParticipantWriter } from './participant-writer';
import { TrackService } from './track.service';

const PAGE = 100;

/** The people in a room: listing, naming, muting, appointing. */
@Injectable()
export class ParticipantService {
  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly participants: ParticipantRepository,
    private readonly writer: ParticipantWriter,
    private readonly tracks: TrackService,
  ) {}

  /** @param input.cursor how many are passed over */
  list(
    { webinarId }: Attendance,
    { search, cursor }: EventPayload<'participant:list'>,
  ): EventOutput<'participant:list'> {
    const wanted = search?.trim().toLocaleLowerCase() ?? '';
    const all = this.liveRooms.get(webinarId)?.participants() ?? [];
    const found = wanted ? all.filter(({ displayName }) => displayName.toLocaleLowerCase().includes(wanted)) : all;
    const start = Number(cursor ?? 0);
    const participants = found.slice(start, start + PAGE);
    return { participants, nextCursor: start + PAGE < found.length ? String(start + PAGE) : null };
  }

  async rename(who: Attendance, displayName: string): Promise<Participant> {
    return this.writer.change(who.webinarId, who.participantId, () => ({ displayName }));
  }

  /** A muted person's microphone is closed at the server, and chat and questions are refused. */
  async mute(who: Attendance, { participantId, muted }: EventPayload<'participant:mute'>): Promise<Participant> {
    await this.authorise(who, participantId);
    const participant = await this.writer.change(who.webinarId, participantId, () => ({ muted }));
    if (muted) await this.tracks.silence(who.webinarId, (target) => target.participantId === participantId);
    return participant;
  }

  /** What the person may do, hear and send changes at once, without entering anew. */
  appoint(who: Attendance, { participantId, role }: EventPayload<'participant:role'>): Promise<Participant> {
    return this.writer.change(who.webinarId, participantId, (target) => {
      if (target.id === who.participantId || !mayAppoint(who.role, target.role, role)) throw forbidden();
      const fresh = { appointed: true, role };
      return target.role === role ? fresh : { ...fresh, stage: 'none', handRaisedAt: null };
    });
  }

  private async authorise(who: Attendance, participantId: string): Promise<void> {
    const target = await this.participants.byId(participantId);
    if (!target || target.webinarId !== who.webinarId) throw notFound('This person');
    if (target.id === who.participantId || !mayModerate(who.role, target.role)) throw forbidden();
  }
}
