import { newId } from '@lectern/kernel';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pdf } from '../../libs/materials/testing/pdf';
import { spotColours } from '../../libs/recordings/testing/pixels';
import { Lectern, until } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';
import { append, create, prepared, tus, upload } from '../support/upload';

jest.setTimeout(180_000);

const deckBytes = pdf(['Solar power', 'Wind', 'Water', 'The end']);

describe.each(roomTopologies)('slides and videos, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, presenter: Person, moderator: Person, ada: Person;
  let webinarId: string;
  let deck: string, film: string;
  const scratch = mkdtempSync(join(tmpdir(), 'lectern-slides-'));

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    await host.enter(webinarId);
    presenter = await entered(lectern, links.presenter, 'Pia');
    moderator = await entered(lectern, links.moderator, 'Mo');
    ada = await entered(lectern, links.attendee, 'Ada');
  });

  afterAll(() => {
    for (const person of [host, presenter, moderator, ada]) person?.leave();
    rmSync(scratch, { recursive: true });
  });
  afterAll(() => lectern?.remove());

  const file = (person: Person, materialId: string, name: string) =>
    person.fetch('GET /api/materials/:materialId/files/:name', { params: { materialId, name } });
  const path = (answer: Response) => answer.headers.get('location')!;

  describe('an upload', () => {
    it('says what the server can do', async () => {
      const { status, headers } = await tus(ada, 'OPTIONS', '/api/uploads', { 'tus-resumable': '' });
      expect(status).toBe(204);
      expect(headers.get('tus-version')).toBe('1.0.0');
      expect(headers.get('tus-extension')).toBe('creation,termination,expiration');
      expect(headers.get('tus-max-size')).toBe('2000000000');
    });

    it('goes on where the line was cut, and takes nothing at a wrong place', async () => {
      const created = await create(presenter, 'deck', webinarId, deckBytes.length);
      expect(created.status).toBe(201);
      expect(Date.parse(created.headers.get('upload-expires')!)).toBeGreaterThan(Date.now());
      expect((await append(presenter, path(created), 0, deckBytes.subarray(0, 100))).headers.get('upload-offset')).toBe(
        '100',
      );
      expect((await append(presenter, path(created), 0, deckBytes.subarray(0, 100))).status).toBe(409);
      const state = await tus(presenter, 'HEAD', path(created));
      expect([state.status, state.headers.get('upload-offset'), state.headers.get('cache-control')]).toEqual([
        200,
        '100',
        'no-store',
      ]);
      expect(state.headers.get('upload-length')).toBe(String(deckBytes.length));
      const last = await append(presenter, path(created), 100, deckBytes.subarray(100));
      expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(deckBytes.length)]);
      // The answer to the last bytes may be lost: whoever asks again learns that all is there.
      expect((await tus(presenter, 'HEAD', path(created))).headers.get('upload-offset')).toBe(String(deckBytes.length));
      deck = path(created).split('/').at(-1)!;
      expect(await prepared(presenter, webinarId, deck)).toMatchObject({ status: 'ready', pages: 4, title: 'a' });
    });

    it('wants the protocol, and says which', async () => {
      const created = await create(host, 'deck', webinarId, 10);
      const old = await tus(host, 'HEAD', path(created), { 'tus-resumable': '0.2.2' });
      expect([old.status, old.headers.get('tus-version')]).toEqual([412, '1.0.0']);
      const typed = await tus(host, 'PATCH', path(created), { 'upload-offset': '0', 'content-type': 'text/plain' });
      expect(typed.status).toBe(415);
      expect((await append(host, path(created), 0, Buffer.alloc(11))).status).toBe(413);
      expect((await tus(host, 'DELETE', path(created))).status).toBe(204);
      expect((await tus(host, 'HEAD', path(created))).status).toBe(404);
      expect((await append(host, path(created), 0, Buffer.alloc(10))).status).toBe(404);
    });

    it('is for those who present, and its own person', async () => {
      const status = async (person: Person, target = webinarId) => (await create(person, 'deck', target, 10)).status;
      expect([await status(ada), await status(moderator), await status(presenter)]).toEqual([403, 403, 201]);
      expect(await status(host, newId())).toBe(404);
      const mine = path(await create(host, 'deck', webinarId, 10));
      expect((await tus(presenter, 'HEAD', mine)).status).toBe(404);
      expect((await append(presenter, mine, 0, Buffer.alloc(10))).status).toBe(404);
      expect((await tus(presenter, 'DELETE', mine)).status).toBe(404);
      await tus(host, 'DELETE', mine);
    });

    it('has limits, in words', async () => {
      const large = await create(host, 'deck', webinarId, 100_000_001);
      expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('at most 100 MB')]);
      const open = await Promise.all(Array.from({ length: 12 }, () => create(host, 'clip', webinarId, 10)));
      expect(open.filter(({ status }) => status === 201)).toHaveLength(10);
      for (const answer of open) if (answer.status === 201) await tus(host, 'DELETE', path(answer));
    });

    it.each([
      ['a page of a website', 'deck', Buffer.from('<html><script>alert(1)</script>%PDF-1.4</html>'), 'not a PDF'],
      ['a picture with a program in it', 'deck', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not a PDF'],
      ['a PDF', 'clip', deckBytes, 'not a video'],
      ['a list that names other files', 'clip', Buffer.from('#EXTM3U\nfile:///etc/passwd'), 'not a video'],
    ] as const)('is refused by what it is: %s as a %s', async (_, kind, bytes, words) => {
      const { answer, id } = await upload(host, kind, webinarId, bytes, 'innocent.pdf');
      expect([answer.status, await answer.text()]).toEqual([415, expect.stringContaining(words)]);
      expect((await tus(host, 'HEAD', `/api/uploads/${id}`)).status).toBe(404);
    });

    it('that cannot be shown says why, and the next one is prepared', async () => {
      const torn = await upload(host, 'deck', webinarId, deckBytes.subarray(0, 200));
      expect(await prepared(host, webinarId, torn.id)).toMatchObject({
        status: 'failed',
        failure: expect.stringContaining('cannot be read') as string,
      });
      const { id } = await upload(host, 'deck', webinarId, pdf(['fine']), 'Fine slides.pdf');
      expect(await prepared(host, webinarId, id)).toMatchObject({ status: 'ready', title: 'Fine slides' });
      for (const materialId of [torn.id, id])
        await host.api('DELETE /api/materials/:materialId', { params: { materialId } });
    });
  });

  describe('slides', () => {
    const show = (person: Person, page = 1) => refusal(person.call('presentation:show', { materialId: deck, page }));

    it('are shown by hosts and presenters, of this webinar', async () => {
      expect([await show(ada), await show(moderator)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      expect(await refusal(host.call('presentation:show', { materialId: newId() }))).toBe('NOT_FOUND');
      const other = await scheduled(host);
      const foreign = await upload(host, 'deck', other.webinarId, pdf(['other']));
      await prepared(host, other.webinarId, foreign.id);
      expect(await refusal(host.call('presentation:show', { materialId: foreign.id }))).toBe('NOT_FOUND');
    });

    it('stay backstage until the doors open, then everyone has them', async () => {
      expect(await show(presenter, 2)).toBe('done');
      await moderator.hears('presentation:changed', ({ shown }) => shown?.kind === 'deck' && shown.page === 2);
      expect(ada.told('presentation:changed')).toEqual([]);
      expect((await file(ada, deck, 'page-2.webp')).status).toBe(404);
      ada.leave();
      expect((await ada.enter(webinarId)).presentation).toEqual({ seq: 0, shown: null });
      await host.call('webinar:start', {});
      const { shown } = await ada.hears('presentation:changed');
      expect(shown).toMatchObject({ kind: 'deck', materialId: deck, page: 2, pages: 4, title: 'a' });
    });

    it('are images, and words, of what was shown and the page after it', async () => {
      await until(async () => (await file(ada, deck, 'page-3.webp')).status === 200);
      const image = await file(ada, deck, 'page-2.webp');
      expect(image.headers.get('content-type')).toBe('image/webp');
      expect(image.headers.get('x-content-type-options')).toBe('nosniff');
      const small = await (await file(ada, deck, 'page-2-small.webp')).arrayBuffer();
      expect(small.byteLength).toBeLessThanOrEqual(60_000);
      expect((await file(ada, deck, 'page-4.webp')).status).toBe(404);
      expect((await file(presenter, deck, 'page-4.webp')).status).toBe(200);
      const text = (page: number) =>
        ada.api('GET /api/materials/:materialId/pages/:page', { params: { materialId: deck, page } });
      expect(await text(2)).toEqual({ text: 'Wind' });
      expect(await refusal(text(4))).toBe('NOT_FOUND');
      expect((await file(ada, deck, 'original.pdf')).status).toBe(400);
    });

    it('turn for all in order, and no faster than four times a second', async () => {
      const before = ada.told('presentation:changed').length;
      for (let i = 0; i < 40; i += 1)
        await presenter.call('presentation:turn', { materialId: deck, page: 1 + (i % 4) });
      const { seq } = await presenter.call('presentation:turn', { materialId: deck, page: 3 });
      await ada.hears('presentation:changed', (told) => told.seq === seq);
      const told = ada.told('presentation:changed').slice(before);
      expect(told.length).toBeLessThan(40);
      expect(told.map((each) => each.seq)).toEqual(told.map((each) => each.seq).sort((a, b) => a - b));
      expect(told.at(-1)?.shown).toMatchObject({ page: 3 });
      expect(await refusal(presenter.call('presentation:turn', { materialId: deck, page: 5 }))).toBe('NOT_FOUND');
      expect(await refusal(ada.call('presentation:turn', { materialId: deck, page: 1 }))).toBe('FORBIDDEN');
    });

    it('are there at once for latecomers', async () => {
      ada.leave();
      expect((await ada.enter(webinarId)).presentation.shown).toMatchObject({ materialId: deck, page: 3 });
    });

    it('are in the recording, from its first moment, though nobody sends anything', async () => {
      await presenter.call('presentation:turn', { materialId: deck, page: 1 });
      const { id } = await host.call('recording:start', {});
      const begun = Date.now();
      await until(() => Date.now() - begun > 3000);
      await presenter.call('presentation:turn', { materialId: deck, page: 2 });
      await until(() => Date.now() - begun > 6000);
      await host.call('recording:stop', {});
      const found = async () => {
        const { recordings } = await host.api('GET /api/webinars/:webinarId/recordings', { params: { webinarId } });
        return recordings.find((recording) => recording.id === id)!;
      };
      await until(async () => ['ready', 'failed'].includes((await found()).status), 120_000);
      const { failure, resourceId } = await found();
      expect(failure).toBeNull();
      const video = await host.fetch('GET /api/resources/:resourceId/files/:name', {
        params: { resourceId: resourceId!, name: 'video.mp4' },
      });
      const output = join(scratch, 'recorded.mp4');
      writeFileSync(output, Buffer.from(await video.arrayBuffer()));
      // The ground of the first page is red, that of the second green.
      const colours = spotColours(output, 1000, 600);
      expect(colours.slice(5, 50).every(([r, g, b]) => r > 200 && g < 100 && b < 100)).toBe(true);
      expect(colours.slice(-25).every(([r, g, b]) => r < 100 && g > 150 && b < 100)).toBe(true);
    });

    it('are deleted when they are not shown, by hosts or who has uploaded them', async () => {
      const remove = (person: Person) =>
        refusal(person.api('DELETE /api/materials/:materialId', { params: { materialId: deck } }));
      expect([await remove(ada), await remove(moderator)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      expect(await remove(presenter)).toBe('WRONG_STATE');
      await presenter.call('presentation:stop', {});
      await ada.hears('presentation:changed', ({ shown }) => shown === null);
      expect(await remove(presenter)).toBe('done');
      expect(await show(presenter)).toBe('NOT_FOUND');
      expect((await file(presenter, deck, 'page-1.webp')).status).toBe(404);
    });
  });

  describe('a played-in video', () => {
    beforeAll(async () => {
      const output = join(scratch, 'film.webm');
      const sources = ['-f', 'lavfi', '-i', 'testsrc2=s=320x240:d=5', '-f', 'lavfi', '-i', 'sine=d=5'];
      // Not in this thread: connections that the server closes meanwhile must be seen to be closed.
      await promisify(execFile)('ffmpeg', ['-v', 'error', ...sources, '-c:v', 'libvpx', '-c:a', 'libopus', output]);
      film = (await upload(host, 'clip', webinarId, readFileSync(output), 'Welcome.webm')).id;
      expect(await prepared(host, webinarId, film)).toMatchObject({
        ...{ status: 'ready', title: 'Welcome', hasVideo: true, hasAudio: true },
        duration: expect.closeTo(5, 0) as number,
      });
    });

    it('has one state for all, by the clock of the server', async () => {
      await host.call('presentation:show', { materialId: film });
      const { now } = await ada.call('clock:read', {});
      expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
      const play = { materialId: film, playing: true, position: 2 };
      expect(await refusal(ada.call('presentation:play', play))).toBe('FORBIDDEN');
      const { shown } = await host.call('presentation:play', play);
      expect(shown).toMatchObject({ playing: true, position: 2, at: expect.any(String) as string });
      ada.leave();
      expect((await ada.enter(webinarId)).presentation.shown).toEqual(shown);
      const paused = await host.call('presentation:play', { materialId: film, playing: false });
      expect(paused.shown?.kind === 'clip' && paused.shown.position).toBeGreaterThanOrEqual(2);
      await ada.hears('presentation:changed', ({ seq }) => seq === paused.seq);
      expect(await refusal(host.call('presentation:play', { ...play, materialId: newId() }))).toBe('WRONG_STATE');
    });

    it('is sent in parts, as players ask, in both renditions', async () => {
      const part = await fetch(`${lectern.url}/api/materials/${film}/files/clip.mp4`, {
        headers: { ...ada.headers, range: 'bytes=0-99' },
      });
      expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/mp4']);
      expect((await file(ada, film, 'clip.m4a')).headers.get('content-type')).toBe('audio/mp4');
    });
  });

  it('shows nothing any more when the webinar has ended', async () => {
    await host.call('webinar:end', {});
    expect(await refusal(host.call('presentation:show', { materialId: film }))).toBe('WRONG_STATE');
  });
});
