import type { UploadMetadata } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Actor, Clock, DomainError, newId, notFound, RateLimiter } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { HEAD_BYTES } from './content-type';
import { UploadFiles } from './upload-files';
import { UploadRules } from './upload-rules';
import type { UploadRow } from './upload.entity';
import { UploadRepository } from './upload.repository';
import { Writers } from './writers';

const LIFETIME = 24 * 3_600_000;
export const MOST_OPEN = 10;
const creations = { count: 30, seconds: 60 };

export interface UploadState {
  row: UploadRow;
  offset: number;
}

/** Uploads as tus sees them: begun, continued, ended. */
@Injectable()
export class UploadService {
  private readonly limiter = new RateLimiter();
  private readonly writers = new Writers();

  constructor(
    private readonly uploads: UploadRepository,
    private readonly files: UploadFiles,
    private readonly rules: UploadRules,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, size: number, { kind, target, filename }: UploadMetadata): Promise<UploadRow> {
    this.limiter.take(actor.userId, creations);
    const rule = this.rules.get(kind);
    if (size > rule.limit)
      throw new DomainError('LIMIT_EXCEEDED', `This file is too large: at most ${rule.limit / 1_000_000} MB.`);
    await rule.authorise(actor, target, size);
    await this.files.requireRoom(size);
    const createdAt = this.clock.instant();
    const row: UploadRow = {
      ...{ id: newId(), accountId: actor.userId, kind, target, name: filename, size, createdAt },
      expiresAt: this.expiry(),
      completedAt: null,
    };
    // The file first: an upload that is in the database can be continued.
    await this.files.create(row.id);
    await this.unitOfWork.run(async (tx) => {
      if ((await this.uploads.countOpen(tx, actor.userId)) >= MOST_OPEN)
        throw new DomainError(
          'LIMIT_EXCEEDED',
          `You have ${MOST_OPEN} unfinished uploads: finish or cancel one first.`,
        );
      await this.uploads.insert(tx, row);
    });
    return row;
  }

  /** How far it is. A request that still writes is ended first: its line may be long dead. */
  async state(actor: Actor, id: string): Promise<UploadState> {
    await this.writers.end(id);
    return this.look(actor, id);
  }

  /** Takes the next bytes. @throws DomainError CONFLICT when they do not begin where the file ends */
  async append(actor: Actor, id: string, offset: number, length: number | undefined, source: Readable) {
    const write = async (): Promise<UploadState> => {
      const { row, offset: have } = await this.look(actor, id);
      if (offset !== have) throw new DomainError('CONFLICT', `The file has ${have} bytes so far: go on from there.`);
      if (length !== undefined && offset + length > row.size)
        throw new DomainError('LIMIT_EXCEEDED', 'These are more bytes than the upload was said to have.');
      if (row.completedAt) return { row, offset };
      const end = await this.files.append(id, source, offset, row.size);
      if (end === row.size) return { row: await this.complete(actor, row), offset: end };
      const expiresAt = this.expiry();
      await this.unitOfWork.run((tx) => this.uploads.extend(tx, id, expiresAt));
      return { row: { ...row, expiresAt }, offset: end };
    };
    return this.writers.run(id, source, write);
  }

  /** Gives an unfinished one up; one that is finished belongs to its feature. */
  async terminate(actor: Actor, id: string): Promise<void> {
    await this.writers.end(id);
    const { row } = await this.look(actor, id);
    if (!row.completedAt) await this.discard(id);
  }

  private async look(actor: Actor, id: string): Promise<UploadState> {
    const row = await this.uploads.find(id);
    if (row?.accountId !== actor.userId || row.expiresAt < this.clock.instant()) throw notFound('This upload');
    if (row.completedAt) return { row, offset: row.size };
    const offset = await this.files.size(id);
    if (offset === null) throw notFound('This upload');
    return { row, offset };
  }

  /** All has come. What is not what it should be is removed at once. */
  private async complete(actor: Actor, row: UploadRow): Promise<UploadRow> {
    const rule = this.rules.get(row.kind);
    let accept: Awaited<ReturnType<typeof rule.take>>;
    try {
      await rule.authorise(actor, row.target, row.size);
      rule.check(await this.files.head(row.id, HEAD_BYTES));
      accept = await rule.take(row);
    } catch (error) {
      if (error instanceof DomainError && !error.toWire().retryable) await this.discard(row.id);
      throw error;
    }
    const completedAt = this.clock.instant();
    await this.unitOfWork.run(async (tx) => {
      if (await this.uploads.complete(tx, row.id, completedAt)) await accept(tx);
    });
    return { ...row, completedAt };
  }

  private async discard(id: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.uploads.remove(tx, id));
    await this.files.remove(id);
  }

  private expiry(): string {
    return new Date(this.clock.now() + LIFETIME).toISOString();
  }
}
