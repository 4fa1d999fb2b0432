import { type EditableCue, resourceFiles, type RestResponse } from '@lectern/contracts';
import { newId } from '@lectern/kernel';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Lectern, until } from '../support/lectern';
import { importResource } from '../support/library';
import { Person, refusal } from '../support/person';
import { firstHost } from '../support/stage';
import { topologies } from '../support/topology';

jest.setTimeout(90_000);

/** A panel in English and French, with an interpreter into French. */
const said = [
  { start: 1, end: 3, speaker: 'Amina', text: 'Solar cells light the night.', language: 'en' },
  { start: 1.5, end: 3.5, speaker: 'Inès', text: 'Le soleil éclaire la nuit.', language: 'fr', interpreted: true },
  { start: 5, end: 7, speaker: 'Benoît', text: 'Et quand il pleut ?', language: 'fr' },
];
const files = ['audio.m4a', 'audio.fr.m4a'].map((name) => ({ name, bytes: 5 }));

describe.each(topologies)('a recording with interpreters, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, reader: Person;
  let ownerId: string, resourceId: string, recordingId: string;

  const params = () => ({ params: { resourceId } });
  const show = (person = reader) => person.api('GET /api/resources/:resourceId', params());
  const load = () => host.api('GET /api/resources/:resourceId/transcript', params());
  const file = async (name: string, id = resourceId) => {
    const at = { params: { resourceId: id, name } };
    const response = await reader.fetch('GET /api/resources/:resourceId/files/:name', at);
    return response.status === 200 ? response.text() : response.status;
  };
  const store = async (id: string, name: string, text: string) => {
    const path = join(lectern.data, 'files', resourceFiles.key(id, name));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  const arrived = (id: string, isThere: (resource: RestResponse<'GET /api/resources/:resourceId'>) => boolean) =>
    until(async () => {
      const at = { params: { resourceId: id } };
      if ((await refusal(host.api('GET /api/resources/:resourceId', at))) !== 'done') return false;
      return isThere(await host.api('GET /api/resources/:resourceId', at));
    }, 20_000);

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    reader = new Person(lectern.url, 'Rita Reader');
    ownerId = (await host.api('GET /api/me', {})).me!.id;
    [resourceId, recordingId] = [newId(), newId()];
    for (const name of ['audio.fr.m4a', 'audio.km.m4a', 'hls-sound-fr.m3u8', 'hls-only-low.m3u8', 'captions.fr.vtt'])
      await store(resourceId, name, name);
    await importResource(lectern, ownerId, {
      ...{ resourceId, recordingId, title: 'A panel', languages: ['en'], cues: said, files },
      ...{ captions: ['en', 'fr'], channels: ['fr'], hasRenditions: true },
    });
    await arrived(resourceId, () => true);
    expect(await file('audio.fr.m4a')).not.toBe('audio.fr.m4a');
    await host.api('POST /api/resources/:resourceId/publish', params());
  });

  afterAll(() => lectern?.remove());

  it('offers the sound in their languages, and their alternate audio', async () => {
    const { channels, transcript } = await show();
    const url = `/api/resources/${resourceId}/files/audio.fr.m4a`;
    expect(channels).toEqual([{ language: 'fr', url, bytes: 5 }]);
    expect(transcript).toEqual(said);
    for (const name of ['audio.fr.m4a', 'hls-sound-fr.m3u8', 'hls-only-low.m3u8']) expect(await file(name)).toBe(name);
    expect(await file('audio.km.m4a')).toBe(404);
    expect(await file('hls-sound-km.m3u8')).toBe(404);
  });

  it('has captions and a text for each language, and the transcript of the room', async () => {
    const { captions, transcriptUrl } = await show();
    expect(captions.map(({ language }) => language)).toEqual(['en', 'fr']);
    expect(captions[1]).toMatchObject({ srt: expect.stringMatching(/captions\.fr\.srt$/) as unknown });
    expect(transcriptUrl).toMatch(/transcript\.txt$/);
    expect(await file('transcript.txt')).toBe('Amina: Solar cells light the night.\n\nBenoît: Et quand il pleut ?\n');
    expect(await file('transcript.fr.txt')).toBe('Inès: Le soleil éclaire la nuit.\n\nBenoît: Et quand il pleut ?\n');
    expect(await file('captions.fr.vtt')).toContain('<v Inès>Le soleil éclaire la nuit.');
    expect(await file('captions.en.vtt')).not.toContain('soleil');
    expect(await file('captions.km.vtt')).toBe(404);
  });

  it('is found by what interpreters said, at its second', async () => {
    const found = async (q: string) => {
      const { hits } = await reader.api('GET /api/search', { query: { q } });
      return hits.find(({ resource }) => resource.id === resourceId)?.matches;
    };
    const speech = { kind: 'speech' };
    expect(await found('soleil éclaire')).toMatchObject([{ ...speech, at: 1.5, speaker: 'Inès', channel: 'fr' }]);
    expect(await found('pleut')).toMatchObject([{ ...speech, at: 5, speaker: 'Benoît', channel: null }]);
  });

  it('keeps the language of a cue when it is corrected, and through its history', async () => {
    const { revision, cues } = await load();
    const save = (changed: EditableCue[], at: number) =>
      host.api('PATCH /api/resources/:resourceId/transcript', {
        ...params(),
        body: { revision: at, changed, removed: [] },
      });
    const wrong = save([{ ...cues[1]!, language: 'no language' }], revision);
    expect(await refusal(wrong)).toBe('VALIDATION_FAILED');
    await save([{ ...cues[1]!, text: 'Le soleil luit.' }], revision);
    expect((await show()).transcript[1]).toEqual({ ...said[1], text: 'Le soleil luit.' });
    expect(await file('captions.fr.vtt')).toContain('luit');
    const body = { revision: (await load()).revision };
    const version = { params: { resourceId, number: '1' } };
    await host.api('POST /api/resources/:resourceId/transcript/versions/:number/restore', { ...version, body });
    expect((await show()).transcript).toEqual(said);
  });

  it('gets what was said in a language that is recognised later, beside the corrections', async () => {
    const khmer = { start: 8, end: 9, speaker: 'Sok', text: 'អរគុណ', language: 'km' };
    const { revision, cues } = await load();
    const changed = [{ ...cues[0]!, text: 'Corrected.' }];
    await host.api('PATCH /api/resources/:resourceId/transcript', { ...params(), body: { revision, changed } });
    await importResource(lectern, ownerId, {
      ...{ resourceId, recordingId, cues: [...said, khmer], files, captions: ['en', 'fr', 'km'], channels: ['fr'] },
    });
    await arrived(resourceId, ({ transcript }) => transcript.length === 4);
    const { transcript } = await show();
    expect(transcript.map(({ text }) => text)).toEqual(['Corrected.', said[1]!.text, said[2]!.text, khmer.text]);
  });

  it('serves the captions of an old recording in several languages as they were written', async () => {
    const cues = [{ start: 1, end: 2, speaker: 'Amina', text: 'Hello' }];
    const old = await importResource(lectern, ownerId, { title: 'Old', cues, captions: ['en', 'fr'] });
    await arrived(old, () => true);
    await host.api('POST /api/resources/:resourceId/publish', { params: { resourceId: old } });
    await store(old, 'captions.fr.vtt', 'as it was');
    expect(await file('captions.fr.vtt', old)).toBe('as it was');
    expect(await file('captions.fr.srt', old)).toBe(404);
    const of = { params: { resourceId: old } };
    const latest = await host.api('GET /api/resources/:resourceId/transcript', of);
    const changed = latest.cues.map((cue) => ({ ...cue, language: 'en' }));
    await host.api('PATCH /api/resources/:resourceId/transcript', { ...of, body: { revision: 0, changed } });
    expect(await file('captions.fr.vtt', old)).toBe(404);
    expect(await file('captions.en.vtt', old)).toContain('Hello');
  });
});
