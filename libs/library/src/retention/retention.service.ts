import type { Resource, RetentionRule, RestResponse } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { maySite } from '@lectern/identity';
import { type Actor, Clock, DomainError, forbidden } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { ResourceRepository } from '../resource.repository';
import { toResource } from '../resource.view';
import { DueRecordings } from './due-recordings';
import { RetentionRepository } from './retention.repository';
import { NO_SERIES, type Rule } from './retention.rules';

/** Recordings named in a preview; all of them are counted. */
const SHOWN = 20;
const MOST_RULES = 200;

/** The rules by which recordings go: seen, tried, saved. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly repository: RetentionRepository,
    private readonly resources: ResourceRepository,
    private readonly due: DueRecordings,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<RestResponse<'GET /api/retention'>> {
    authorise(actor);
    const rows = await this.repository.rules();
    const series = await this.resources.byIds(rows.map(({ seriesId }) => seriesId).filter((id) => id !== NO_SERIES));
    const titles = new Map(series.map(({ id, title }) => [id, title]));
    const rules = rows.map(({ seriesId, action, afterDays }) => ({
      ...{ action, afterDays },
      seriesId: seriesId === NO_SERIES ? null : seriesId,
      title: titles.get(seriesId) ?? null,
    }));
    const isDefault = rules.some(({ seriesId }) => seriesId === null);
    return { rules: isDefault ? rules : [{ seriesId: null, title: null, action: 'keep', afterDays: 365 }, ...rules] };
  }

  /** What would happen at the next sweep: nothing is changed. */
  async preview(actor: Actor, rule: RetentionRule): Promise<{ count: number; resources: Resource[] }> {
    authorise(actor);
    const rules = await this.due.rules();
    const tried: Rule = { action: rule.action, afterDays: rule.afterDays };
    rules.set(rule.seriesId ?? NO_SERIES, tried);
    let count = 0;
    const resources: Resource[] = [];
    for await (const { row, rule: holding } of this.due.find(rules)) {
      // What another rule does anyway is not this one's doing.
      if (holding !== tried) continue;
      count += 1;
      if (resources.length < SHOWN) resources.push(toResource(row));
    }
    return { count, resources };
  }

  async save(actor: Actor, { seriesId, action, afterDays }: RetentionRule): Promise<void> {
    authorise(actor);
    const rules = await this.repository.rules();
    if (seriesId !== null && (await this.resources.find(seriesId))?.kind !== 'series')
      throw new DomainError('VALIDATION_FAILED', 'A rule is that of a series.');
    if (rules.length >= MOST_RULES && !rules.some((row) => row.seriesId === seriesId))
      throw new DomainError('LIMIT_EXCEEDED', `There are at most ${MOST_RULES} rules.`);
    const row = { seriesId: seriesId ?? NO_SERIES, action, afterDays };
    const changed = { authorId: actor.userId, changedAt: this.clock.instant() };
    await this.unitOfWork.run((tx) => this.repository.replaceRule(tx, { ...row, ...changed }));
  }

  async remove(actor: Actor, seriesId: string): Promise<void> {
    authorise(actor);
    await this.unitOfWork.run((tx) => this.repository.removeRule(tx, seriesId));
  }
}

function authorise(actor: Actor): void {
  if (!maySite(actor.siteRole, 'library:review')) throw forbidden('Only librarians decide what is kept.');
}
