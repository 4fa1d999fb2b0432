import { Clock } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';
import { type Place, RetentionRepository } from './retention.repository';
import { ageLimit, dueAction, NO_SERIES, type Rule, ruleFor } from './retention.rules';

const AT_ONCE = 200;

export interface Due {
  row: ResourceRow;
  action: 'archive' | 'delete';
  /** The one that holds. */
  rule: Rule;
}

/** Which recordings are due by which rule; a preview and the sweep see the same. */
@Injectable()
export class DueRecordings {
  constructor(
    private readonly repository: RetentionRepository,
    private readonly clock: Clock,
  ) {}

  async rules(): Promise<Map<string, Rule>> {
    const rows = await this.repository.rules();
    return new Map(rows.map(({ seriesId, action, afterDays }) => [seriesId, { action, afterDays }]));
  }

  /** The oldest first, read a page at a time. */
  async *find(rules: ReadonlyMap<string, Rule>): AsyncGenerator<Due> {
    const now = this.clock.now();
    const until = ageLimit(rules.values(), now);
    if (until === null) return;
    let after: Place | null = null;
    for (;;) {
      const rows: ResourceRow[] = await this.repository.recordings(until, after, AT_ONCE);
      const series = await this.seriesOf(rows, rules);
      for (const row of rows) {
        const rule = ruleFor(series.get(row.id) ?? [], rules);
        const aged = { recordedAt: row.recordedAt!, hasTracks: row.tracksRemovedAt === null };
        const action = dueAction(rule, aged, now);
        if (rule && action) yield { row, action, rule };
      }
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) return;
      after = { recordedAt: last.recordedAt!, id: last.id };
    }
  }

  private async seriesOf(rows: ResourceRow[], rules: ReadonlyMap<string, Rule>): Promise<Map<string, string[]>> {
    const named = [...rules.keys()].filter((id) => id !== NO_SERIES);
    const parts = await this.repository.memberships(
      rows.map(({ id }) => id),
      named,
    );
    const series = new Map<string, string[]>();
    for (const { partId, resourceId } of parts) series.set(partId, [...(series.get(partId) ?? []), resourceId]);
    return series;
  }
}
