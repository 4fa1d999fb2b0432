import type { ResourceAction, RestInput, RestResponse } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Actor, Clock, DomainError, newId, notFound } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';
import { assertMay } from '../resource.policy';
import { MOST_CUES, ResourceRepository } from '../resource.repository';
import { SearchIndex } from '../search-index';
import { toCueRow, toEditable } from './cue-row';
import { TranscriptHistory } from './transcript.history';
import { TranscriptRepository } from './transcript.repository';
import { type TextFile, transcriptFile } from './transcript-files';

type Change = RestInput<'PATCH /api/resources/:resourceId/transcript'>;
type Restore = RestInput<'POST /api/resources/:resourceId/transcript/versions/:number/restore'>;

/** A transcript and its corrections. The cues are the one truth: captions, text and search are made of them. */
@Injectable()
export class TranscriptService {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly transcripts: TranscriptRepository,
    private readonly history: TranscriptHistory,
    private readonly index: SearchIndex,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async show(actor: Actor, resourceId: string): Promise<RestResponse<'GET /api/resources/:resourceId/transcript'>> {
    await this.authorise(actor, resourceId, 'correct');
    // In this order: a save between the two makes the revision too old, and the next save is refused, not lost.
    const revision = (await this.transcripts.latest(resourceId))?.revision ?? 0;
    return { revision, cues: (await this.resources.cues(resourceId)).map(toEditable) };
  }

  /** A file that is made of the cues; null when this is none. */
  async file(actor: Actor | null, resourceId: string, name: string): Promise<TextFile | null> {
    await this.authorise(actor, resourceId, 'view');
    const make = transcriptFile(name);
    return make && make(await this.resources.cues(resourceId));
  }

  async versions(
    actor: Actor,
    resourceId: string,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/transcript/versions'>> {
    await this.authorise(actor, resourceId, 'correct');
    return { versions: await this.history.list(resourceId) };
  }

  async version(
    actor: Actor,
    resourceId: string,
    number: number,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/transcript/versions/:number'>> {
    await this.authorise(actor, resourceId, 'correct');
    const { cues } = await this.versionOf(resourceId, number);
    return { cues: cues ?? (await this.resources.cues(resourceId)).map(toEditable) };
  }

  /** @throws DomainError CONFLICT when somebody else has saved since */
  async save(actor: Actor, { params: { resourceId }, body }: Change): Promise<{ revision: number }> {
    await this.authorise(actor, resourceId, 'correct');
    const { changed, removed } = body;
    const save = { resourceId, revision: body.revision, changes: changed.length + removed.length, apart: false };
    return this.change(actor, save, async (tx, row) => {
      const ids = [...changed.map(({ id }) => id), ...removed];
      if (await this.transcripts.isForeign(tx, resourceId, ids))
        throw new DomainError('VALIDATION_FAILED', 'A cue of another resource cannot be changed here.');
      await this.transcripts.removeCues(tx, resourceId, ids);
      if ((await this.transcripts.count(tx, resourceId)) + changed.length > MOST_CUES)
        throw new DomainError('LIMIT_EXCEEDED', `A transcript has at most ${MOST_CUES} cues: remove some first.`);
      const cues = changed.map((cue) => toCueRow(row, cue));
      await this.transcripts.insertCues(tx, cues);
      await this.index.refreshCues(tx, resourceId, cues, removed);
    });
  }

  /** @throws DomainError CONFLICT when somebody else has saved since */
  async restore(actor: Actor, { params: { resourceId, number }, body }: Restore): Promise<{ revision: number }> {
    await this.authorise(actor, resourceId, 'correct');
    const { cues } = await this.versionOf(resourceId, number);
    if (cues === null) return { revision: body.revision };
    const save = { resourceId, revision: body.revision, changes: cues.length, apart: true };
    return this.change(actor, save, async (tx, row) => {
      await this.transcripts.removeAllCues(tx, resourceId);
      // New ids: an editor elsewhere still knows the old ones, and must not change these by them.
      const rows = cues.map((cue) => toCueRow(row, { ...cue, id: newId() }));
      await this.transcripts.insertCues(tx, rows);
      await this.index.refresh(tx, row);
    });
  }

  private change(
    actor: Actor,
    save: { resourceId: string; revision: number; changes: number; apart: boolean },
    apply: (tx: Transaction, row: ResourceRow) => Promise<void>,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.resources.lock(tx, save.resourceId);
      if (!row) throw notFound('This resource');
      const next = await this.history.begin(tx, { ...save, actor, now: this.clock.instant() });
      await apply(tx, row);
      return { revision: next };
    });
  }

  private async versionOf(resourceId: string, number: number) {
    const version = await this.transcripts.version(resourceId, number);
    if (!version) throw notFound('This version');
    return version;
  }

  private async authorise(actor: Actor | null, resourceId: string, action: ResourceAction): Promise<ResourceRow> {
    const row = await this.resources.get(resourceId);
    assertMay(actor, action, row);
    return row;
  }
}
