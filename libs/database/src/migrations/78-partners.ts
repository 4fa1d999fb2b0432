import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Given {
  id: string;
  institutions: string;
}

/** A page for each institution: who it is, and which resources are its. */
export class Partners78 implements MigrationInterface {
  readonly name = 'Partners1764780000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE partner (
      slug text PRIMARY KEY,
      name text NOT NULL,
      description text NOT NULL,
      country text,
      website text
    )`);
    await runner.query(`CREATE TABLE partner_gift (
      resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      slug text NOT NULL REFERENCES partner (slug),
      name text NOT NULL,
      PRIMARY KEY (resource_id, slug)
    )`);
    await runner.query(`CREATE INDEX partner_gift_slug ON partner_gift (slug, resource_id)`);
    await this.fill(runner);
  }

  private async fill(runner: QueryRunner): Promise<void> {
    const sql = `SELECT id, institutions FROM resource WHERE published_at IS NOT NULL AND institutions <> '[]'`;
    const known = new Set<string>();
    const values = (...names: string[]) =>
      runner.connection.options.type === 'postgres' ? names.map((_, i) => `$${i + 1}`) : names.map(() => '?');
    for (const { id, institutions } of (await runner.query(sql)) as Given[])
      for (const [slug, name] of new Map((JSON.parse(institutions) as string[]).map((name) => [slugOf(name), name]))) {
        const partner = `INSERT INTO partner (slug, name, description) VALUES (${values(slug, name, '').join(', ')})`;
        if (!known.has(slug)) await runner.query(partner, [slug, name, '']);
        known.add(slug);
        const gift = `INSERT INTO partner_gift (resource_id, slug, name) VALUES (${values(id, slug, name).join(', ')})`;
        await runner.query(gift, [id, slug, name]);
      }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE partner_gift`);
    await runner.query(`DROP TABLE partner`);
  }
}

/** As the library made it when this was written: a migration does not change with it. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = (plain.match(/[a-z0-9]+/g) ?? []).join('-');
  if (!/[^\p{ASCII}\p{P}\p{Z}]/u.test(plain) && slug !== '' && slug.length <= 80) return slug;
  const hash = createHash('sha256').update(name.normalize('NFKC').toLowerCase()).digest('hex').slice(0, 10);
  return [slug.slice(0, 80).replace(/-$/, ''), hash].filter((part) => part !== '').join('-');
}
