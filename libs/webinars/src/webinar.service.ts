import { cursorAfter, invitedRoles, type RestInput, type RestResponse, type Webinar } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { IdentityService, maySite } from '@lectern/identity';
import { type Actor, Clock, forbidden, newId, notFound, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { ParticipantRepository } from './participant.repository';
import { WebinarRow } from './webinar.entities';
import { mayWebinar, type WebinarAction } from './webinar.policy';
import { WebinarRepository } from './webinar.repository';

const HOUR = 3_600_000;

@Injectable()
export class WebinarService {
  constructor(
    private readonly webinars: WebinarRepository,
    private readonly participants: ParticipantRepository,
    private readonly identity: IdentityService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Schedules a webinar; the caller is its host, and a link for each role comes with it. */
  async create(actor: Actor, { body }: RestInput<'POST /api/webinars'>): Promise<Webinar> {
    if (!maySite(actor.siteRole, 'webinar:create')) throw forbidden('An account is needed to schedule webinars.');
    const createdAt = this.clock.instant();
    const row: WebinarRow = {
      id: newId(),
      ownerId: actor.userId,
      ...body,
      status: 'scheduled',
      startedAt: null,
      endedAt: null,
      seq: 0,
      createdAt,
    };
    await this.unitOfWork.run(async (tx) => {
      await this.webinars.insert(tx, row);
      for (const role of invitedRoles)
        await this.participants.insertInvitation(tx, {
          id: newId(),
          webinarId: row.id,
          role,
          uses: 0,
          createdAt,
          revokedAt: null,
        });
      await this.addHost(tx, row.id, actor);
    });
    return toWebinar(row);
  }

  private async addHost(tx: Transaction, webinarId: string, actor: Actor): Promise<void> {
    const { userId: accountId, displayName } = actor;
    await this.participants.insert(tx, {
      id: newId(),
      webinarId,
      accountId,
      invitationId: null,
      displayName,
      role: 'host',
      muted: false,
      removedAt: null,
      handRaisedAt: null,
      stage: 'none',
      appointed: false,
      admitted: false,
      joinedAt: this.clock.instant(),
    });
  }

  async list(
    actor: Actor | null,
    { query }: RestInput<'GET /api/webinars'>,
  ): Promise<RestResponse<'GET /api/webinars'>> {
    const cursor = query.cursor ?? null;
    const rows =
      query.scope === 'mine'
        ? actor
          ? await this.webinars.ofAccount(actor.userId, cursor, query.limit + 1)
          : []
        : await this.webinars.upcoming(cursor, new Date(this.clock.now() - 6 * HOUR).toISOString(), query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      webinars: page.map(toWebinar),
      nextCursor: rows.length > page.length && last ? cursorAfter({ at: last.startsAt, id: last.id }) : null,
    };
  }

  async show(actor: Actor | null, webinarId: string): Promise<RestResponse<'GET /api/webinars/:webinarId'>> {
    const row = await this.webinars.get(webinarId);
    const myRole = actor && (await this.participants.roleOf(webinarId, actor.userId));
    return { webinar: toWebinar(row), hostName: await this.identity.nameOf(row.ownerId), myRole };
  }

  async update(actor: Actor, { params, body }: RestInput<'PATCH /api/webinars/:webinarId'>): Promise<Webinar> {
    await this.authorise(actor, params.webinarId, 'webinar:edit');
    return this.unitOfWork.run(async (tx) => {
      const row = await this.webinars.lock(tx, params.webinarId);
      if (row.status === 'ended') throw wrongState('This webinar has ended: it cannot be changed any more.');
      await this.webinars.update(tx, row.id, body);
      return toWebinar({ ...row, ...body });
    });
  }

  /** scheduled → live. Going live twice is no error: a second click or a retry finds it done. */
  async start(webinarId: string, effect: (webinar: Webinar) => void): Promise<Webinar> {
    return this.turn(webinarId, effect, (row) => {
      if (row.status === 'ended') throw wrongState('This webinar has ended.');
      return row.status === 'live' ? null : { status: 'live', startedAt: this.clock.instant() };
    });
  }

  /** live → ended. */
  async end(webinarId: string, effect: (webinar: Webinar) => void): Promise<Webinar> {
    return this.turn(webinarId, effect, (row) => {
      if (row.status === 'scheduled') throw wrongState('This webinar has not begun.');
      return row.status === 'ended' ? null : { status: 'ended', endedAt: this.clock.instant() };
    });
  }

  private turn(
    webinarId: string,
    effect: (webinar: Webinar) => void,
    change: (row: WebinarRow) => Partial<WebinarRow> | null,
  ): Promise<Webinar> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.webinars.lock(tx, webinarId);
      const patch = change(row);
      const webinar = toWebinar({ ...row, ...patch });
      if (!patch) return webinar;
      await this.webinars.update(tx, webinarId, patch);
      tx.afterCommit(() => effect(webinar));
      return webinar;
    });
  }

  /** @throws DomainError NOT_FOUND for strangers (they learn nothing), FORBIDDEN for participants without the right */
  async authorise(actor: Actor, webinarId: string, action: WebinarAction): Promise<void> {
    const role = await this.participants.roleOf(webinarId, actor.userId);
    if (role === null) throw notFound('This webinar');
    if (!mayWebinar(role, action)) throw forbidden('Only the hosts of this webinar may do this.');
  }
}

export function toWebinar({ ownerId: _ownerId, seq: _seq, ...webinar }: WebinarRow): Webinar {
  return webinar;
}
