import { type MaterialKind, uploadLimits } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { type Actor, Clock, DomainError, forbidden, notFound } from '@lectern/kernel';
import { contentType, UploadRules, type UploadRow, type UploadRule } from '@lectern/uploads';
import { ParticipantRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { MaterialJobs } from './material-jobs';
import { mayMaterial } from './material.policy';
import { MaterialRepository } from './material.repository';

export const MOST_MATERIALS = 50;
const MOST_BYTES = 10_000_000_000;

/** What may be uploaded for a webinar, and what becomes of it. */
@Injectable()
export class MaterialUpload {
  constructor(
    rules: UploadRules,
    private readonly materials: MaterialRepository,
    private readonly participants: ParticipantRepository,
    private readonly jobs: MaterialJobs,
    private readonly clock: Clock,
  ) {
    rules.register('deck', this.rule('deck', requirePdf));
    rules.register('clip', this.rule('clip', requireVideo));
  }

  private rule(kind: MaterialKind, check: UploadRule['check']): UploadRule {
    return {
      limit: uploadLimits[kind],
      check,
      authorise: (actor, webinarId, size) => this.authorise(actor, webinarId, size),
      take: (upload) => Promise.resolve((tx) => this.accept(tx, kind, upload)),
    };
  }

  private async authorise(actor: Actor, webinarId: string, size: number): Promise<void> {
    const role = await this.participants.roleOf(webinarId, actor.userId);
    if (role === null) throw notFound('This webinar');
    if (!mayMaterial(role, 'upload')) throw forbidden('Hosts and presenters upload slides and videos.');
    const there = await this.materials.ofWebinar(webinarId);
    const bytes = there.reduce((sum, row) => sum + row.size, size);
    if (there.length >= MOST_MATERIALS || bytes > MOST_BYTES)
      throw new DomainError(
        'LIMIT_EXCEEDED',
        `A webinar has at most ${MOST_MATERIALS} files and ${MOST_BYTES / 1e9} GB: delete one that is not needed.`,
      );
  }

  private async accept(tx: Transaction, kind: MaterialKind, upload: UploadRow): Promise<void> {
    const now = this.clock.instant();
    await this.materials.insert(tx, {
      ...{ id: upload.id, webinarId: upload.target, accountId: upload.accountId, kind, size: upload.size },
      ...{ title: titleOf(upload.name), status: 'preparing', percent: 0, attempts: 0 },
      ...{ failure: null, failureDetail: null },
      ...{ pages: null, duration: null, hasVideo: false, hasAudio: false, reached: 0 },
      ...{ createdAt: now, updatedAt: now, deletedAt: null },
    });
    tx.afterCommit(() => void this.jobs.enqueue(upload.id));
  }
}

/** The file's name without its ending. */
export const titleOf = (name: string): string => name.replace(/\.\w{1,5}$/, '').trim() || name;

function requirePdf(head: Buffer): void {
  if (contentType(head) !== 'pdf')
    throw new DomainError('TYPE_UNSUPPORTED', 'This file is not a PDF: export your slides as PDF, then upload that.');
}

function requireVideo(head: Buffer): void {
  const type = contentType(head);
  if (type !== 'mp4' && type !== 'matroska')
    throw new DomainError(
      'TYPE_UNSUPPORTED',
      'This file is not a video that can be played in: use MP4, MOV, WebM or MKV.',
    );
}
