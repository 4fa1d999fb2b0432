import type { RecordedPerson, RecordingStanding } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { Clock, notFound, RateLimiter } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { RecordingFolder } from '../processing/recording-folder';
import { RecordingFolders } from '../recording-folders';
import type { RecordingRow } from '../recording.entity';
import { Revisions } from './revisions';
import { TermsRepository } from './terms.repository';
import { type Person, TermsTeller } from './terms.teller';

/** Each may cost the machine minutes. */
const CHANGES = { count: 10, seconds: 600 };

/** Who is left out of the recordings of a webinar: in the room, and afterwards, when what is there is made anew. */
@Injectable()
export class LeftOutService {
  private readonly limiter = new RateLimiter();

  constructor(
    private readonly terms: TermsRepository,
    private readonly teller: TermsTeller,
    private readonly revisions: Revisions,
    private readonly folders: RecordingFolders,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Somebody asks for it, or takes that back. What a host has decided stays. */
  async ask(who: Person, leftOut: boolean): Promise<RecordingStanding> {
    const { webinarId, participantId } = who;
    this.limiter.take(participantId, CHANGES);
    const revision = await this.revisions.plan(webinarId, [participantId]);
    await this.unitOfWork.run(async (tx) => {
      const by = (await this.terms.leftOutBy(webinarId, tx.manager)).get(participantId);
      if (leftOut) await this.leaveOut(tx, who, participantId);
      else if (by === participantId) await this.terms.takeIn(tx, participantId);
      else return;
      if ((by !== undefined) !== leftOut) await this.revisions.begin(tx, revision);
    });
    return this.teller.follow(who);
  }

  /** Everybody of whom there are tracks, by name. */
  async people({ id, webinarId }: RecordingRow): Promise<RecordedPerson[]> {
    const by = await this.terms.leftOutBy(webinarId);
    const people = new Map<string, RecordedPerson>();
    for (const { participantId, displayName, source } of await new RecordingFolder(this.folders.of(id)).tracks()) {
      const sources = [...new Set([...(people.get(participantId)?.sources ?? []), source])];
      const leftOut = by.has(participantId);
      const byThemselves = by.get(participantId) === participantId;
      people.set(participantId, { participantId, displayName, sources, leftOut, byThemselves });
    }
    return [...people.values()].sort((a, b) => a.displayName.localeCompare(b.displayName));
  }

  /**
   * A host decides for others.
   * @param ids of all who are to be left out; whoever is not named is in, but for those who asked for it themselves
   */
  async decide(row: RecordingRow, ids: readonly string[], host: string): Promise<RecordedPerson[]> {
    const { webinarId } = row;
    const people = await this.people(row);
    if (ids.some((id) => !people.some(({ participantId }) => participantId === id))) throw notFound('This person');
    const changed = people.filter(
      ({ participantId, leftOut, byThemselves }) => !byThemselves && ids.includes(participantId) !== leftOut,
    );
    if (changed.length === 0) return people;
    const names = changed.map(({ participantId }) => participantId);
    const revision = await this.revisions.plan(webinarId, names);
    await this.unitOfWork.run(async (tx) => {
      for (const { participantId, leftOut } of changed) {
        if (leftOut) await this.terms.takeIn(tx, participantId);
        else await this.leaveOut(tx, { webinarId, participantId }, host);
      }
      await this.revisions.begin(tx, revision);
    });
    for (const participantId of names) await this.teller.follow({ webinarId, participantId });
    return this.people(row);
  }

  private leaveOut(tx: Transaction, { webinarId, participantId }: Person, askedBy: string): Promise<void> {
    return this.terms.leaveOut(tx, { participantId, webinarId, askedAt: this.clock.instant(), askedBy });
  }
}
