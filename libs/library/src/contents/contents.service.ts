import { kindHolds, type Resource, resourceFiles, type RestInput } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { maySite } from '@lectern/identity';
import { type Actor, Clock, DomainError, forbidden, newId, notFound, wrongState } from '@lectern/kernel';
import { STORAGE, type Storage, type StoredFile } from '@lectern/storage';
import { Inject, Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';
import { mayResource } from '../resource.policy';
import { ResourceRepository } from '../resource.repository';
import { untouched } from '../resource.steps';
import { toResource } from '../resource.view';
import { ResourceWriter } from '../resource.writer';
import type { AttachmentRow } from './content.entities';
import { ContentRepository } from './content.repository';

/** Resources that people make themselves: their files, and what series and packages list. */
@Injectable()
export class ContentsService {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly contents: ContentRepository,
    private readonly writer: ResourceWriter,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  async create(actor: Actor, { body }: RestInput<'POST /api/resources'>): Promise<Resource> {
    if (!maySite(actor.siteRole, 'library:contribute'))
      throw forbidden('Who has an account here gives to the library; guests do not.');
    const now = this.clock.instant();
    const row: ResourceRow = {
      ...{ id: newId(), recordingId: null, webinarId: null, ownerId: actor.userId, status: 'draft' },
      ...{ subjects: [], level: null, competencies: [], accessibility: [], translations: [] },
      ...{ duration: 0, captions: [], channels: [], hasPoster: false, hasRenditions: false },
      ...{ notice: null, recordedAt: null },
      ...{ createdAt: now, updatedAt: now, publishedAt: null },
      ...body,
      ...untouched,
      link: body.link ?? null,
      chapters: [],
      files: [],
      offersSlides: false,
    };
    await this.unitOfWork.run((tx) => this.resources.insert(tx, row));
    return toResource(row);
  }

  /** @throws DomainError VALIDATION_FAILED when one of them cannot be listed there */
  async setParts(actor: Actor, { params, body }: RestInput<'PUT /api/resources/:resourceId/parts'>) {
    const row = await this.writer.authorise(actor, params.resourceId, 'edit');
    if (!kindHolds[row.kind].parts) throw wrongState('Series and packages list other resources; this does not.');
    const found = await this.contents.rows(body.parts);
    for (const id of body.parts) {
      const part = found.find((one) => one.id === id);
      if (!part || !mayResource(actor, 'view', part)) throw notFound('One of these resources');
      if (kindHolds[part.kind].parts)
        throw new DomainError('VALIDATION_FAILED', 'A series or a package lists no other series or package.');
    }
    await this.writer.change(actor, row.id, 'edit', async (_, tx) => {
      await this.contents.replaceParts(tx, row.id, body.parts);
      return {};
    });
    return { parts: (await this.contents.parts(row.id)).map(toResource) };
  }

  /** @returns the file with its name and type, and whether only some may have it */
  async open(
    actor: Actor | null,
    resourceId: string,
    attachmentId: string,
  ): Promise<{ attachment: AttachmentRow; file: StoredFile | null; private: boolean }> {
    const row = await this.writer.authorise(actor, resourceId, 'view');
    // Those of old versions are for who may read them.
    const attachment = await this.attachment(resourceId, attachmentId, mayResource(actor, 'comment', row));
    const file = await this.storage.open(
      resourceFiles.key(resourceId, `${resourceFiles.attachment(attachmentId)}/file`),
    );
    return { attachment, file, private: row.status !== 'published' || attachment.removedAt !== null };
  }

  async removeAttachment(actor: Actor, resourceId: string, attachmentId: string): Promise<void> {
    await this.writer.authorise(actor, resourceId, 'edit');
    await this.attachment(resourceId, attachmentId);
    const row = await this.writer.change(actor, resourceId, 'edit', async ({ publishedAt }, tx) => {
      if (publishedAt === null) await this.contents.removeAttachment(tx, attachmentId);
      else await this.contents.hideAttachment(tx, attachmentId, this.clock.instant());
      return {};
    });
    // What was public stays for the versions that have it, until none has (`OldFiles`).
    if (row.publishedAt === null)
      await this.storage.removeAll(resourceFiles.key(resourceId, resourceFiles.attachment(attachmentId)));
  }

  private async attachment(resourceId: string, id: string, orRemoved = false): Promise<AttachmentRow> {
    const attachment = await this.contents.attachment(resourceId, id);
    if (!attachment || (attachment.removedAt !== null && !orRemoved)) throw notFound('This file');
    return attachment;
  }
}
