import { kindHolds, MOST_ATTACHMENTS, resourceFiles, uploadLimits } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { type Actor, Clock, DomainError, wrongState } from '@lectern/kernel';
import { STORAGE, type Storage } from '@lectern/storage';
import { UploadFiles, type UploadRow, UploadRules } from '@lectern/uploads';
import { Inject, Injectable } from '@nestjs/common';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { ResourceWriter } from '../resource.writer';
import { attachmentType } from './attachment-type';
import type { AttachmentRow } from './content.entities';
import { ContentRepository } from './content.repository';
import { cleanable, stripMetadata } from './strip-metadata';

/** A picture is cleaned in memory. */
const LARGEST_PICTURE = 50_000_000;

/** What may be uploaded for a resource, and what becomes of it. */
@Injectable()
export class AttachmentUpload {
  constructor(
    rules: UploadRules,
    private readonly writer: ResourceWriter,
    private readonly contents: ContentRepository,
    private readonly files: UploadFiles,
    private readonly clock: Clock,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {
    rules.register('attachment', {
      limit: uploadLimits.attachment,
      authorise: (actor, resourceId) => this.authorise(actor, resourceId),
      // A file's beginning does not tell office documents apart: the whole of it is looked at in `take`.
      check: () => undefined,
      take: (upload) => this.take(upload),
    });
  }

  private async authorise(actor: Actor, resourceId: string): Promise<void> {
    const row = await this.writer.authorise(actor, resourceId, 'edit');
    if (!kindHolds[row.kind].files) throw wrongState('Documents, slides and packages have files; this has none.');
    if ((await this.contents.attachments(resourceId)).length >= MOST_ATTACHMENTS) throw tooMany();
  }

  /** Looks at it, cleans it, and puts it where files are served from. */
  private async take(upload: UploadRow): Promise<(tx: Transaction) => Promise<void>> {
    const { id, target: resourceId, name, size, accountId } = upload;
    const path = this.files.path(id);
    const mediaType = await attachmentType(path);
    const clean = cleanable.includes(mediaType) ? await this.clean(path, mediaType, size) : null;
    await this.storage.put(resourceFiles.key(resourceId, `${resourceFiles.attachment(id)}/file`), clean?.path ?? path);
    if (clean) await rm(clean.path);
    const about = { id, resourceId, name, mediaType, size: clean?.size ?? size };
    const row = { ...about, createdAt: this.clock.instant(), removedAt: null };
    return (tx) => this.accept(tx, row, accountId);
  }

  private async accept(tx: Transaction, row: AttachmentRow, userId: string): Promise<void> {
    if ((await this.contents.countAttachments(tx, row.resourceId)) >= MOST_ATTACHMENTS) throw tooMany();
    await this.writer.aside(tx, { userId }, row.resourceId, () => this.contents.insertAttachment(tx, row));
    tx.afterCommit(() => void this.files.remove(row.id));
  }

  /** Beside the uploaded file, whose size says how much has come. */
  private async clean(path: string, mediaType: string, size: number): Promise<{ path: string; size: number }> {
    if (size > LARGEST_PICTURE)
      throw new DomainError('LIMIT_EXCEEDED', `A picture has at most ${LARGEST_PICTURE / 1_000_000} MB.`);
    const cleaned = stripMetadata(await readFile(path), mediaType);
    await writeFile(`${path}.clean`, cleaned);
    return { path: `${path}.clean`, size: cleaned.length };
  }
}

const tooMany = () => new DomainError('LIMIT_EXCEEDED', `A resource has at most ${MOST_ATTACHMENTS} files.`);
