import { type ImportManifest, resourceFiles, type RetentionRule } from '@lectern/contracts';
import { newId } from '@lectern/kernel';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeDatabase } from '../support/database';
import { type Lectern, until } from '../support/lectern';
import { importResource } from '../support/library';
import { Person, refusal } from '../support/person';
import { firstHost, joinedMember } from '../support/stage';
import { topologies } from '../support/topology';
import { upload } from '../support/upload';

jest.setTimeout(90_000);

interface Known {
  resourceId: string;
  recordingId: string;
}

describe.each(topologies)('trash and retention, on $name', (topology) => {
  let lectern: Lectern;
  let admin: Person, librarian: Person, partner: Person, reader: Person;

  const about = { languages: ['en'], licence: 'CC-BY-4.0' as const };
  const make = async (person: Person, kind: 'document' | 'series', title: string) =>
    (await person.api('POST /api/resources', { body: { ...about, kind, title } })).id;
  const status = (person: Person, resourceId: string) =>
    refusal(person.api('GET /api/resources/:resourceId', { params: { resourceId } }));
  const show = (person: Person, resourceId: string) =>
    person.api('GET /api/resources/:resourceId', { params: { resourceId } });
  const step = (person: Person, resourceId: string, action: 'publish' | 'restore' | 'purge') =>
    person.api(`POST /api/resources/:resourceId/${action}`, { params: { resourceId } });
  const trash = (person: Person, resourceId: string, reason = '') =>
    person.api('POST /api/resources/:resourceId/trash', { params: { resourceId }, body: { reason } });
  const inTrash = async (person: Person) =>
    (await person.api('GET /api/trash', { query: {} })).resources.map(({ resource }) => resource.title);
  const folderOf = (resourceId: string) => join(lectern.data, 'files', resourceFiles.key(resourceId, ''));
  const tracksOf = (recordingId: string) => join(lectern.data, 'recordings', recordingId);

  /** A recording in the library, with a track on the disk as if it had been recorded here. */
  async function recorded(title: string, recordedAt: string, content: Partial<ImportManifest> = {}): Promise<Known> {
    const { me } = await librarian.api('GET /api/me', {});
    const recordingId = newId();
    await mkdir(join(tracksOf(recordingId), 'tracks'), { recursive: true });
    await writeFile(join(tracksOf(recordingId), 'tracks', 'one.rtpdump'), 'packets');
    const resourceId = await importResource(lectern, me!.id, { title, recordedAt, recordingId, ...content });
    await until(async () => (await status(librarian, resourceId)) === 'done', 20_000);
    return { resourceId, recordingId };
  }

  beforeAll(async () => {
    lectern = await topology.start();
    admin = await firstHost(lectern);
    librarian = await joinedMember(lectern, admin, 'Lea Librarian', 'librarian');
    partner = await joinedMember(lectern, admin, 'Paula Partner');
    reader = new Person(lectern.url, 'Rita Reader');
  });

  afterAll(() => lectern?.remove());

  it('puts a resource into the trash and takes it out as it was', async () => {
    const id = await make(librarian, 'document', 'A worksheet');
    await step(librarian, id, 'publish');
    expect(await refusal(trash(partner, id, 'Mine'))).toBe('FORBIDDEN');
    expect(await refusal(trash(librarian, id))).toBe('VALIDATION_FAILED');
    await trash(librarian, id, 'There is a better one.');
    expect(await status(reader, id)).toBe('GONE');
    expect((await show(librarian, id)).may).toEqual(['view', 'restore']);
    const edit = librarian.api('PATCH /api/resources/:resourceId', {
      params: { resourceId: id },
      body: { title: 'X' },
    });
    expect(await refusal(edit)).toBe('WRONG_STATE');
    expect(await refusal(step(librarian, id, 'publish'))).toBe('WRONG_STATE');
    expect(await inTrash(admin)).toEqual(['A worksheet']);
    expect(await inTrash(partner)).toEqual([]);
    const { contributions } = await librarian.api('GET /api/contributions', { query: { scope: 'closed' } });
    expect(contributions).toEqual([]);
    await step(librarian, id, 'restore');
    expect(await refusal(step(librarian, id, 'restore'))).toBe('WRONG_STATE');
    expect(await show(reader, id)).toMatchObject({ title: 'A worksheet', status: 'published' });
    const { hits } = await reader.api('GET /api/search', { query: { q: 'worksheet' } });
    expect(hits).toHaveLength(1);
  });

  it('removes files, tracks and rows for good, and leaves of what was public a tombstone alone', async () => {
    const draft = await make(partner, 'document', 'Never shown');
    await upload(partner, 'attachment', draft, Buffer.from('%PDF-1.7\n'));
    const talk = await recorded('A talk', '2026-11-20T09:00:00.000Z', {
      cues: [{ start: 0, end: 2, speaker: 'Sok', text: 'Something said.' }],
    });
    await step(librarian, talk.resourceId, 'publish');
    for (const id of [draft, talk.resourceId]) expect(existsSync(folderOf(id))).toBe(true);
    await trash(partner, draft);
    await trash(librarian, talk.resourceId, 'The speaker has asked for it.');
    expect(await refusal(step(librarian, draft, 'purge'))).toBe('FORBIDDEN');
    for (const id of [draft, talk.resourceId]) await step(admin, id, 'purge');
    await until(async () => (await status(admin, draft)) === 'NOT_FOUND', 20_000);
    await until(async () => (await status(admin, talk.resourceId)) === 'GONE', 20_000);
    for (const id of [draft, talk.resourceId]) expect(existsSync(folderOf(id))).toBe(false);
    expect(existsSync(tracksOf(talk.recordingId))).toBe(false);
    const params = { resourceId: talk.resourceId };
    const tombstone = await reader.api('GET /api/resources/:resourceId/tombstone', { params });
    expect(tombstone).toMatchObject({ title: 'A talk', reason: 'The speaker has asked for it.' });
    expect(await refusal(step(admin, talk.resourceId, 'publish'))).toBe('GONE');
    const { host } = new URL(lectern.url);
    const oai = `/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:${host.split(':')[0]}:${talk.resourceId}`;
    expect(await (await fetch(lectern.url + oai)).text()).toContain('status="deleted"');
  });

  it('shows what a rule would do before it is saved, and does that alone', async () => {
    const old = await recorded('An old lesson', '2020-01-01T09:00:00.000Z');
    const kept = await recorded('A lesson to keep', '2020-01-01T09:00:00.000Z');
    const young = await recorded('A young lesson', new Date().toISOString());
    const series = await make(librarian, 'series', 'Lessons');
    const parts = [old.resourceId, young.resourceId];
    await librarian.api('PUT /api/resources/:resourceId/parts', { params: { resourceId: series }, body: { parts } });
    const rule: RetentionRule = { seriesId: series, action: 'delete', afterDays: 30 };
    const preview = (person: Person, body: RetentionRule) => person.api('POST /api/retention/preview', { body });
    const save = (person: Person, body: RetentionRule) => person.api('PUT /api/retention', { body });
    expect(await refusal(preview(partner, rule))).toBe('FORBIDDEN');
    expect(await refusal(save(partner, rule))).toBe('FORBIDDEN');
    expect(await refusal(save(librarian, { ...rule, seriesId: old.resourceId }))).toBe('VALIDATION_FAILED');
    const found = await preview(librarian, rule);
    expect([found.count, found.resources.map(({ title }) => title)]).toEqual([1, ['An old lesson']]);
    expect((await preview(librarian, { ...rule, seriesId: null })).count).toBe(2);
    expect((await preview(librarian, { ...rule, action: 'keep' })).count).toBe(0);
    // A preview changes nothing.
    expect(await inTrash(librarian)).toEqual([]);

    await save(librarian, rule);
    await until(async () => (await inTrash(librarian)).includes('An old lesson'), 20_000);
    expect(await inTrash(librarian)).toEqual(['An old lesson']);
    expect((await librarian.api('GET /api/retention', {})).rules).toEqual([
      { seriesId: null, title: null, action: 'keep', afterDays: 365 },
      { ...rule, title: 'Lessons' },
    ]);

    await save(librarian, { seriesId: null, action: 'archive', afterDays: 30 });
    await until(() => !existsSync(tracksOf(kept.recordingId)), 20_000);
    expect(await status(librarian, kept.resourceId)).toBe('done');
    expect(existsSync(folderOf(kept.resourceId))).toBe(true);
    for (const { recordingId } of [old, young]) expect(existsSync(tracksOf(recordingId))).toBe(true);
    await until(
      async () => (await preview(librarian, { seriesId: null, action: 'archive', afterDays: 30 })).count === 0,
    );
  });

  it('removes for good what has been in the trash for long enough', async () => {
    const id = await make(partner, 'document', 'Long forgotten');
    const fresh = await make(partner, 'document', 'Just thrown away');
    for (const one of [id, fresh]) await trash(partner, one);
    await changeDatabase(lectern, `UPDATE resource SET trashed_at = '2026-01-01T00:00:00.000Z' WHERE id = '${id}'`);
    await librarian.api('PUT /api/retention', { body: { seriesId: null, action: 'keep', afterDays: 30 } });
    await until(async () => (await status(admin, id)) === 'NOT_FOUND', 20_000);
    expect(await inTrash(partner)).toEqual(['Just thrown away']);
  });
});
