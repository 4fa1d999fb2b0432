import type { ResourceVersion, RestInput, RestResponse, VersionContent } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Actor, Clock, notFound, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { mayResource } from '../resource.policy';
import { ResourceWriter } from '../resource.writer';
import { RetentionSweep } from '../retention/retention-sweep';
import type { ResourceVersionRow } from './version.entity';
import { VersionRepository } from './version.repository';

/** What a resource said before, and the way back to it. */
@Injectable()
export class VersionService {
  constructor(
    private readonly versions: VersionRepository,
    private readonly writer: ResourceWriter,
    private readonly sweep: RetentionSweep,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Who changed something is nobody's business but theirs who work on it. */
  async list(
    actor: Actor | null,
    resourceId: string,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/versions'>> {
    const row = await this.writer.authorise(actor, resourceId, 'view');
    const isOurs = mayResource(actor, 'comment', row);
    const rows = await this.versions.list(resourceId);
    return { versions: rows.map((version) => toVersion(version, row.version, isOurs)) };
  }

  async show(actor: Actor, resourceId: string, number: number): Promise<VersionContent> {
    await this.writer.authorise(actor, resourceId, 'comment');
    return (await this.find(resourceId, number)).content;
  }

  /** What is public becomes it again, as a new version; what is not yet or no more becomes it as a draft. */
  async restore(actor: Actor, resourceId: string, number: number): Promise<void> {
    await this.writer.authorise(actor, resourceId, 'edit');
    const { content } = await this.find(resourceId, number);
    const { parts: _parts, files: _files, ...said } = content;
    const putBack: Parameters<ResourceWriter['change']>[3] = async (_, tx) => {
      await this.versions.putBack(tx, resourceId, content, this.clock.instant());
      return said;
    };
    await this.writer.change(actor, resourceId, 'edit', putBack, { restoredFrom: number });
  }

  async describe(
    actor: Actor,
    { params, body }: RestInput<'PUT /api/resources/:resourceId/versions/:number/note'>,
  ): Promise<void> {
    const { resourceId, number } = params;
    await this.writer.authorise(actor, resourceId, 'edit');
    await this.find(resourceId, number);
    await this.unitOfWork.run((tx) => this.versions.setNote(tx, resourceId, number, body.note));
  }

  /** For what must not even be kept. Its files go with it, where no other version has them. */
  async forget(actor: Actor, resourceId: string, number: number): Promise<void> {
    const row = await this.writer.authorise(actor, resourceId, 'forget-version');
    await this.find(resourceId, number);
    if (number >= row.version) throw wrongState('This is the version of now: withdraw the resource instead.');
    await this.unitOfWork.run((tx) => this.versions.forget(tx, resourceId, number));
    this.sweep.start();
  }

  private async find(resourceId: string, number: number): Promise<ResourceVersionRow> {
    const version = await this.versions.find(resourceId, number);
    if (!version) throw notFound('This version');
    return version;
  }
}

function toVersion(row: ResourceVersionRow, current: number, isOurs: boolean): ResourceVersion {
  const { number, kind, endedAt: changedAt, changes, note, restoredFrom, authorName } = row;
  const author = isOurs ? authorName : null;
  return { number, kind, author, changedAt, changes, note, restoredFrom, current: number === current };
}
