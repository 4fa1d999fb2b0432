import { type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AnswerRow, AnswerVersionRow } from './question.entities';

/** Written answers, and what they said before. */
@Injectable()
export class AnswerRepository {
  constructor(private readonly source: DataSource) {}

  byId(questionId: string, id: string, manager: EntityManager = this.source.manager): Promise<AnswerRow | null> {
    return manager.findOneBy(AnswerRow, { id, questionId });
  }

  async insert(tx: Transaction, row: AnswerRow): Promise<void> {
    await tx.manager.insert(AnswerRow, row);
  }

  /** Keeps what it said as a version. */
  async replace(
    { manager }: Transaction,
    id: string,
    change: Partial<AnswerRow>,
    old: AnswerVersionRow,
  ): Promise<void> {
    await manager.insert(AnswerVersionRow, old);
    await manager.update(AnswerRow, { id }, change);
  }

  /** Newest first. */
  versions(answerId: string): Promise<AnswerVersionRow[]> {
    return this.source.manager.find(AnswerVersionRow, { where: { answerId }, order: { id: 'DESC' }, take: 200 });
  }
}
