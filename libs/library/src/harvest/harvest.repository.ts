import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { ResourceRow } from '../resource.entities';

export interface Changed {
  from?: string;
  until?: string;
  /** Only of this language. */
  language?: string;
  /** Only of this institution. */
  partner?: string;
  after?: { at: string; id: string };
  limit: number;
}

/** What was ever published, as harvesters and search engines go through it. */
@Injectable()
export class HarvestRepository {
  constructor(private readonly source: DataSource) {}

  /** In the order of their last change; what was taken back is among them. */
  changed({ from, until, language, partner, after, limit }: Changed): Promise<ResourceRow[]> {
    const query = this.everPublished();
    if (from) query.andWhere('r.updated_at >= :from', { from });
    if (until) query.andWhere('r.updated_at <= :until', { until });
    if (language) query.andWhere(`r.languages LIKE :language`, { language: `%"${language}"%` });
    if (partner) query.andWhere(GIVEN, { partner });
    if (after) query.andWhere('(r.updated_at > :at OR (r.updated_at = :at AND r.id > :id))', after);
    return query.orderBy('r.updated_at', 'ASC').addOrderBy('r.id', 'ASC').limit(limit).getMany();
  }

  /** When the first change was that a harvester could hear of. */
  async earliestChange(): Promise<string | null> {
    const found = await this.everPublished()
      .select('MIN(r.updated_at)', 'earliest')
      .getRawOne<{ earliest: string | null }>();
    return found?.earliest ?? null;
  }

  async languages(): Promise<string[]> {
    const rows = await this.everPublished()
      .select('r.languages', 'languages')
      .distinct()
      .limit(MOST_COMBINATIONS)
      .getRawMany<{ languages: string }>();
    return [...new Set(rows.flatMap((row) => JSON.parse(row.languages) as string[]))].toSorted();
  }

  countPublished(): Promise<number> {
    return this.source.manager.countBy(ResourceRow, { status: 'published' });
  }

  /** Ids and times alone, for the sitemap. */
  addresses(offset: number, limit: number): Promise<Pick<ResourceRow, 'id' | 'updatedAt'>[]> {
    return this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .select(['r.id', 'r.updatedAt'])
      .where(`r.status = 'published'`)
      .orderBy('r.published_at', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .offset(offset)
      .limit(limit)
      .getMany();
  }

  private everPublished(): SelectQueryBuilder<ResourceRow> {
    return this.source.manager.createQueryBuilder(ResourceRow, 'r').where('r.published_at IS NOT NULL');
  }
}

const GIVEN = 'EXISTS (SELECT 1 FROM partner_gift g WHERE g.resource_id = r.id AND g.slug = :partner)';
const MOST_COMBINATIONS = 1_000;
