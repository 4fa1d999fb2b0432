import { DataSource } from 'typeorm';
import { migrations } from '../../libs/database/src/migrations';
import { LanguageChannels81 } from '../../libs/database/src/migrations/81-language-channels';
import { services } from '../support/services/addresses';
import { newDatabase } from '../support/services/postgres';

const kinds = [
  ['SQLite', () => Promise.resolve({ type: 'better-sqlite3' as const, database: ':memory:' })],
  ['PostgreSQL', async () => ({ type: 'postgres' as const, url: await newDatabase(services().postgres) })],
] as const;

/** Recordings of before cues had languages, each with one cue that names its captions. */
describe.each(kinds)('the migration to language channels, on %s', (_, open) => {
  const captions = ['[]', '["en"]', '["pt-BR"]', '["en","fr"]'];
  let source: DataSource;
  const spoken = () => source.query<object[]>('SELECT text, language, interpreted FROM cue ORDER BY position');

  beforeAll(async () => {
    const older = migrations.slice(0, migrations.indexOf(LanguageChannels81));
    source = await new DataSource({ ...(await open()), migrations: older }).initialize();
    await source.runMigrations({ transaction: 'all' });
    await source.query(`INSERT INTO account (id, email, display_name, site_role, created_at)
      VALUES ('o', 'o@example.org', 'O', 'host', '2026-01-01')`);
    for (const [position, languages] of captions.entries()) {
      await source.query(`INSERT INTO resource (id, owner_id, kind, status, title, description, languages, licence,
        authors, duration, captions, has_poster, created_at) VALUES ('r${position}', 'o', 'recording', 'draft', '', '',
        '[]', 'CC-BY-4.0', '[]', 9, '${languages}', false, '2026-01-01')`);
      await source.query(`INSERT INTO cue (id, resource_id, position, start_at, end_at, speaker, text)
        VALUES ('c${position}', 'r${position}', ${position}, 0, 1, 'Ada', '${languages}')`);
    }
  });

  afterAll(() => source.destroy());

  it('gives cues the language of the only captions, and can be taken back', async () => {
    const runner = source.createQueryRunner();
    const migration = new LanguageChannels81();
    await migration.up(runner);
    const rows = await spoken();
    expect(rows).toMatchObject([
      { text: '[]', language: null },
      { text: '["en"]', language: 'en' },
      { text: '["pt-BR"]', language: 'pt-BR' },
      { text: '["en","fr"]', language: null },
    ]);
    expect(rows.map((row) => Boolean((row as { interpreted: unknown }).interpreted))).toEqual(
      captions.map(() => false),
    );
    expect(await source.query('SELECT DISTINCT channels FROM resource')).toEqual([{ channels: '[]' }]);
    await migration.down(runner);
    await runner.release();
    await expect(spoken()).rejects.toThrow(/language/);
    expect(await source.query('SELECT text FROM cue WHERE position = 1')).toEqual([{ text: '["en"]' }]);
  });
});
