import type { Resource, ReviewDecision, ReviewNote, ReviewNoteKind, RestInput, RestResponse } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Actor, Clock, DomainError, newId } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { stepTo } from '../resource.steps';
import { toResource } from '../resource.view';
import { ResourceWriter } from '../resource.writer';
import { AgreementService } from './agreement.service';
import type { ReviewNoteRow } from './review.entities';
import { ReviewRepository } from './review.repository';

const kinds: Record<ReviewDecision, ReviewNoteKind> = { approve: 'approved', return: 'returned', decline: 'declined' };

/** A contribution's way: submitted, talked about, decided. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly repository: ReviewRepository,
    private readonly agreements: AgreementService,
    private readonly writer: ResourceWriter,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async submit(actor: Actor, { params, body }: RestInput<'POST /api/resources/:resourceId/submit'>): Promise<Resource> {
    const row = await this.writer.change(actor, params.resourceId, 'submit', async (before, tx) => {
      const patch = stepTo(before, 'submit', this.clock.instant());
      await this.agreements.accept(tx, actor, before.id, body.agreement);
      await this.note(tx, actor, before.id, 'submitted', body.comment);
      return patch;
    });
    return toResource(row);
  }

  async takeBack(actor: Actor, resourceId: string): Promise<Resource> {
    const row = await this.writer.change(actor, resourceId, 'take-back', async (before, tx) => {
      const patch = stepTo(before, 'take-back', this.clock.instant());
      await this.note(tx, actor, resourceId, 'taken-back');
      return patch;
    });
    return toResource(row);
  }

  /** @throws DomainError CONFLICT when it was taken back and submitted again since the librarian looked at it */
  async decide(actor: Actor, { params, body }: RestInput<'POST /api/resources/:resourceId/review'>): Promise<Resource> {
    const { decision, comment } = body;
    const row = await this.writer.change(actor, params.resourceId, 'review', async (before, tx) => {
      if (before.submittedAt !== body.submittedAt)
        throw new DomainError('CONFLICT', 'It was submitted again in the meantime: look at it once more.');
      const patch = stepTo(before, decision, this.clock.instant());
      await this.note(tx, actor, before.id, kinds[decision], comment);
      return patch;
    });
    return toResource(row);
  }

  async thread(actor: Actor, resourceId: string): Promise<RestResponse<'GET /api/resources/:resourceId/review'>> {
    const { submittedAt } = await this.writer.authorise(actor, resourceId, 'comment');
    const [notes, seenAt, acceptance] = await Promise.all([
      this.repository.notes(resourceId),
      this.repository.seenAt(actor.userId, resourceId),
      this.agreements.acceptance(resourceId),
    ]);
    return { submittedAt, acceptance, notes: notes.map((row) => toNote(row, actor, seenAt)) };
  }

  async comment(
    actor: Actor,
    { params: { resourceId }, body }: RestInput<'POST /api/resources/:resourceId/review/notes'>,
  ): Promise<ReviewNote> {
    await this.writer.authorise(actor, resourceId, 'comment');
    return this.unitOfWork.run(async (tx) => {
      const known = await this.repository.note(tx, body.id);
      if (known && (known.resourceId !== resourceId || known.authorId !== actor.userId))
        throw new DomainError('CONFLICT', 'There is another comment with this id.');
      const row = known ?? (await this.note(tx, actor, resourceId, 'comment', body.text, body.id));
      return toNote(row, actor, '');
    });
  }

  async seen(actor: Actor, resourceId: string): Promise<void> {
    await this.writer.authorise(actor, resourceId, 'comment');
    const row = { accountId: actor.userId, resourceId, seenAt: this.clock.instant() };
    await this.unitOfWork.run((tx) => this.repository.markSeen(tx, row));
  }

  /** Writes into the thread of a resource, in the transaction of the step that it tells of. */
  async note(
    tx: Transaction,
    actor: Actor,
    resourceId: string,
    kind: ReviewNoteKind,
    body = '',
    id = newId(),
  ): Promise<ReviewNoteRow> {
    const author = { authorId: actor.userId, authorName: actor.displayName };
    const row = { id, resourceId, kind, ...author, body, createdAt: this.clock.instant() };
    await this.repository.insertNote(tx, row);
    return row;
  }
}

function toNote(row: ReviewNoteRow, actor: Actor, seenAt: string): ReviewNote {
  const { id, kind, authorId, authorName: author, body: text, createdAt } = row;
  const mine = authorId === actor.userId;
  return { id, kind, author, mine, text, createdAt, isNew: !mine && createdAt > seenAt };
}
