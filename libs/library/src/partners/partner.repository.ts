import type { Partner, PartnerDetail, ResourceKind } from '@lectern/contracts';
import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ResourceRow } from '../resource.entities';
import { GiftRow, PartnerRow } from './partner.entities';

const MOST_SERIES = 12;
const MOST_NAMES = 30;
/** Sets that OAI-PMH lists; all of them can be harvested. */
const MOST_SETS = 1_000;

type Summary = Pick<PartnerDetail, 'kinds' | 'duration' | 'firstAt' | 'latestAt'>;

interface KindRow {
  kind: ResourceKind;
  count: string | number;
  duration: string | number;
  firstAt: string;
  latestAt: string;
}

const GIVEN = `partner_gift g JOIN resource r ON r.id = g.resource_id AND r.status = 'published'`;

/** Institutions, and what of theirs is published. */
@Injectable()
export class PartnerRepository {
  constructor(private readonly source: DataSource) {}

  find(slug: string): Promise<PartnerRow | null> {
    return this.source.manager.findOneBy(PartnerRow, { slug });
  }

  /** Those with something published, in the order of their addresses, which is nearly that of their names. */
  async list(after: string, limit: number): Promise<Partner[]> {
    const rows = await rawQuery<Partner>(
      this.source.manager,
      `SELECT p.slug, p.name, p.country, given.resources FROM partner p
      JOIN (SELECT g.slug, COUNT(*) AS resources FROM ${GIVEN} WHERE g.slug > ? GROUP BY g.slug) given ON given.slug = p.slug
      ORDER BY p.slug LIMIT ?`,
      [after, limit],
    );
    return rows.map((row) => ({ ...row, resources: Number(row.resources) }));
  }

  async summary(slug: string): Promise<Summary> {
    const rows = await rawQuery<KindRow>(
      this.source.manager,
      `SELECT r.kind AS "kind", COUNT(*) AS "count", SUM(r.duration) AS "duration",
        MIN(r.published_at) AS "firstAt", MAX(r.published_at) AS "latestAt"
      FROM ${GIVEN} WHERE g.slug = ? GROUP BY r.kind ORDER BY COUNT(*) DESC, r.kind`,
      [slug],
    );
    return {
      kinds: rows.map(({ kind, count }) => ({ kind, count: Number(count) })),
      duration: rows.reduce((sum, { duration }) => sum + Number(duration), 0),
      firstAt: rows.map(({ firstAt }) => firstAt).toSorted()[0] ?? null,
      latestAt:
        rows
          .map(({ latestAt }) => latestAt)
          .toSorted()
          .at(-1) ?? null,
    };
  }

  /** As it is written in its resources, the most frequent first. */
  async names(slug: string): Promise<string[]> {
    const sql = `SELECT g.name AS "name" FROM ${GIVEN} WHERE g.slug = ? GROUP BY g.name ORDER BY COUNT(*) DESC, g.name LIMIT ?`;
    const rows = await rawQuery<{ name: string }>(this.source.manager, sql, [slug, MOST_NAMES]);
    return rows.map(({ name }) => name);
  }

  async languages(slug: string): Promise<string[]> {
    const sql = `SELECT DISTINCT r.languages AS "languages" FROM ${GIVEN} WHERE g.slug = ?`;
    const rows = await rawQuery<{ languages: string }>(this.source.manager, sql, [slug]);
    return [...new Set(rows.flatMap(({ languages }) => JSON.parse(languages) as string[]))].toSorted();
  }

  series(slug: string): Promise<ResourceRow[]> {
    return this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .innerJoin(GiftRow, 'g', 'g.resource_id = r.id')
      .where(`g.slug = :slug AND r.status = 'published' AND r.kind = 'series'`, { slug })
      .orderBy('r.published_at', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .limit(MOST_SERIES)
      .getMany();
  }

  /** For the sets of harvesters: also those of whom everything was withdrawn. */
  all(): Promise<PartnerRow[]> {
    return this.source.manager.find(PartnerRow, { order: { slug: 'ASC' }, take: MOST_SETS });
  }

  async update({ manager }: Transaction, slug: string, change: Omit<PartnerRow, 'slug'>): Promise<void> {
    await manager.update(PartnerRow, { slug }, change);
  }
}
