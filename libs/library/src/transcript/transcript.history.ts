import type { TranscriptVersion } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { type Actor, DomainError } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { ResourceRepository } from '../resource.repository';
import { toEditable } from './cue-row';
import { isSameSitting } from './sitting';
import type { TranscriptVersionRow } from './transcript.entity';
import { TranscriptRepository } from './transcript.repository';

interface Save {
  resourceId: string;
  /** The revision that the person has seen. */
  revision: number;
  changes: number;
  actor: Actor;
  now: string;
  /** A version of its own in any case: what a restore replaces must not be lost. */
  apart: boolean;
}

/** Who changed a transcript, and when. A version's cues are put away when the next one begins. */
@Injectable()
export class TranscriptHistory {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly transcripts: TranscriptRepository,
  ) {}

  async list(resourceId: string): Promise<TranscriptVersion[]> {
    const rows = await this.transcripts.versions(resourceId);
    return rows.map(({ number, authorName, startedAt, endedAt, changes }, index) => ({
      number,
      author: authorName,
      startedAt,
      endedAt,
      changes,
      current: index === 0,
    }));
  }

  /**
   * Notes a save before it is done. The resource is locked.
   * @returns the new revision
   * @throws DomainError CONFLICT
   */
  async begin(tx: Transaction, save: Save): Promise<number> {
    const last = await this.transcripts.latest(save.resourceId, tx.manager);
    const revision = last?.revision ?? 0;
    if (revision !== save.revision)
      throw new DomainError('CONFLICT', 'Somebody else has changed this transcript: load it again, then save.');
    if (last && !save.apart && isSameSitting(last, save.actor.userId, Date.parse(save.now))) {
      const change = { revision: revision + 1, endedAt: save.now, changes: last.changes + save.changes };
      await this.transcripts.update(tx, save.resourceId, last.number, change);
    } else await this.newVersion(tx, last, save);
    return revision + 1;
  }

  private async newVersion(tx: Transaction, last: TranscriptVersionRow | null, save: Save): Promise<void> {
    const { resourceId, actor, changes, now } = save;
    const cues = (await this.resources.cues(resourceId, tx.manager)).map(toEditable);
    if (last) await this.transcripts.update(tx, resourceId, last.number, { cues });
    else {
      const { createdAt } = await this.resources.get(resourceId, tx.manager);
      const recognised = { authorId: null, authorName: null, startedAt: createdAt, endedAt: createdAt, changes: 0 };
      await this.transcripts.insert(tx, { resourceId, number: 1, revision: 0, ...recognised, cues });
    }
    await this.transcripts.insert(tx, {
      resourceId,
      number: (last?.number ?? 1) + 1,
      revision: save.revision + 1,
      authorId: actor.userId,
      authorName: actor.displayName,
      startedAt: now,
      endedAt: now,
      changes,
      cues: null,
    });
  }
}
