import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { QuestionRow, VoteRow } from './question.entities';

/** What merging moves from one question to another. */
@Injectable()
export class MergeRepository {
  /** Each voter counts once. @returns the votes that `intoId` has now */
  async moveVotes({ manager }: Transaction, fromId: string, intoId: string): Promise<number> {
    await rawQuery(
      manager,
      `INSERT INTO question_vote (question_id, participant_id)
       SELECT CAST(? AS text), v.participant_id FROM question_vote v WHERE v.question_id = ? AND NOT EXISTS
         (SELECT 1 FROM question_vote other WHERE other.question_id = ? AND other.participant_id = v.participant_id)`,
      [intoId, fromId, intoId],
    );
    await manager.delete(VoteRow, { questionId: fromId });
    return manager.countBy(VoteRow, { questionId: intoId });
  }

  /** What had been merged into `fromId` before. */
  earlier({ manager }: Transaction, fromId: string): Promise<QuestionRow[]> {
    return manager.findBy(QuestionRow, { mergedInto: fromId });
  }
}
