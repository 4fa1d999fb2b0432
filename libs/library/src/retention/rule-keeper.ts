import { UnitOfWork } from '@lectern/database';
import { Clock, newId } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { ResourceRepository } from '../resource.repository';
import { ReviewRepository } from '../review/review.repository';
import { SearchIndex } from '../search-index';
import { type Due, DueRecordings } from './due-recordings';
import { Purges } from './purges';
import { toTrash } from './trash.service';

/** Who is said to have done what a rule does. */
const BY = 'Lectern';

/** Does what the rules say, a little at a time. */
@Injectable()
export class RuleKeeper {
  constructor(
    private readonly due: DueRecordings,
    private readonly purges: Purges,
    private readonly resources: ResourceRepository,
    private readonly reviews: ReviewRepository,
    private readonly index: SearchIndex,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(most: number): Promise<void> {
    let done = 0;
    for await (const due of this.due.find(await this.due.rules())) {
      if (done === most) return;
      done += 1;
      if (due.action === 'archive') await this.purges.enqueue(due.row, 'tracks');
      else await this.toTrash(due);
    }
  }

  private toTrash({ row: { id }, rule }: Due): Promise<void> {
    const reason = `It was kept for ${rule.afterDays} days, as a rule of this library says.`;
    return this.unitOfWork.run(async (tx) => {
      const before = await this.resources.lock(tx, id);
      if (!before || before.trashedAt !== null) return;
      const now = this.clock.instant();
      const change = { ...toTrash(before, BY, now, reason), updatedAt: now };
      await this.resources.update(tx, id, change);
      await this.index.refresh(tx, { ...before, ...change });
      const author = { authorId: '', authorName: BY };
      await this.reviews.insertNote(tx, {
        ...{ id: newId(), resourceId: id, kind: 'trashed', body: reason, createdAt: now },
        ...author,
      });
    });
  }
}
