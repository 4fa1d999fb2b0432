import { resourceFiles } from '@lectern/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Lectern, until } from '../support/lectern';
import { importResource } from '../support/library';
import { type Person, refusal } from '../support/person';
import { firstHost } from '../support/stage';
import { openBrowser, openWindow, picture } from './browser';
import { pitch } from './sounds';
import { FRENCH, LENGTH, makeInterpretedFiles, ORIGINAL, sizeOf } from './interpreted-files';

jest.setTimeout(180_000);

const english = { speaker: 'Amina Host', language: 'en' };
const interpreted = { speaker: 'Inès Interprète', language: 'fr', interpreted: true };
const cues = [
  { start: 0, end: 9, text: 'Solar cells light the classroom.', ...english },
  { start: 0.5, end: 9.5, text: 'Le soleil éclaire la salle de classe.', ...interpreted },
  { start: 10, end: 14, text: 'Et quand il pleut ?', speaker: 'Benoît', language: 'fr' },
  { start: 14, end: 19, text: 'Then the batteries do.', ...english },
  { start: 14.5, end: 19.5, text: 'Alors les batteries le font.', ...interpreted },
];
const SOUND = 'Language of the sound';

/** A recording with interpreters, heard and read in a real browser. */
describe('the languages of a recording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-channels-'));
  let lectern: Lectern;
  let browser: Browser;
  let host: Person;
  let page: Page, phone: Page;
  let resourceId: string;

  beforeAll(async () => {
    await makeInterpretedFiles(folder);
    lectern = await Lectern.start();
    host = await firstHost(lectern);
    const names = [resourceFiles.audio, resourceFiles.channel('fr')];
    resourceId = await published({
      ...{ title: 'Solar power for schools', languages: ['en', 'fr'], cues, captions: ['en', 'fr'], channels: ['fr'] },
      ...{ hasRenditions: true, files: names.map((name) => ({ name, bytes: sizeOf(folder, name) })) },
    });
    browser = await openBrowser();
    page = await openWindow(browser);
    phone = await openWindow(browser, 360, 740);
  });

  afterAll(async () => {
    for (const [name, window] of Object.entries({ page, phone }))
      if (window) await picture(window, `channels-end-${name}`);
    await browser?.close();
    await lectern?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function published(content: Parameters<typeof importResource>[2]): Promise<string> {
    const { me } = await host.api('GET /api/me', {});
    const id = await importResource(lectern, me!.id, { duration: LENGTH, ...content });
    const target = join(lectern.data, 'files', resourceFiles.key(id, resourceFiles.video), '..');
    await mkdir(target, { recursive: true });
    for (const name of await readdir(folder)) await copyFile(join(folder, name), join(target, name));
    const params = { resourceId: id };
    await until(async () => (await refusal(host.api('GET /api/resources/:resourceId', { params }))) === 'done', 20_000);
    await host.api('POST /api/resources/:resourceId/publish', { params });
    return id;
  }

  const open = (window: Page, path = '') => window.goto(`${lectern.url}/library/${resourceId}${path}`);
  const read = (window: Page) => window.getByRole('tabpanel').getByRole('button').allInnerTexts();
  const reads = (window: Page, words: string, not: string) =>
    until(async () => {
      const lines = (await read(window)).join();
      return lines.includes(words) && !lines.includes(not);
    });
  const settings = async (window: Page) => {
    if (!(await window.getByLabel('Speed').isVisible())) await window.getByRole('button', { name: 'Settings' }).click();
    return window.getByLabel(SOUND);
  };
  /** Plays from the beginning, as often as it takes. */
  const play = (window: Page) =>
    window.locator('video').evaluate((video: HTMLVideoElement) => {
      video.loop = true;
      return video.play();
    });
  const hears = async (window: Page, frequency: number) => {
    let last = 0;
    await until(
      async () => Math.abs((last = await pitch(window)) - frequency) < 12,
      20_000,
      () => `the pitch is ${last} Hz, not ${frequency}`,
    );
  };

  it('plays the original at first, and the other language when it is chosen, without beginning again', async () => {
    await open(page);
    expect(await (await settings(page)).locator('option').allInnerTexts()).toEqual(['Original', 'Français']);
    await picture(page, 'channels-1-settings');
    await play(page);
    await hears(page, ORIGINAL);
    await reads(page, 'Solar cells', 'Le soleil');
    await page.getByTestId('captions').filter({ hasText: 'Amina' }).waitFor();
    const before = await page.locator('video').evaluate((video: HTMLVideoElement) => {
      video.currentTime = 0;
      return video.src;
    });
    // By keyboard: the first letter of its name.
    await (await settings(page)).focus();
    await page.keyboard.type('F');
    await hears(page, FRENCH);
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.src)).toBe(before);
  });

  it('lets transcript and captions follow, and says who interprets', async () => {
    await reads(page, 'Le soleil', 'Solar cells');
    expect(await read(page)).toHaveLength(3);
    await page.getByText('Inès Interprète (interpreter)').first().waitFor();
    expect(await page.getByLabel('Captions', { exact: true }).last().inputValue()).toBe('fr');
    await picture(page, 'channels-2-french');
  });

  it.each(['low', 'sound'])('keeps the language in the quality %s', async (quality) => {
    const file = quality === 'low' ? resourceFiles.qualityList('low') : 'hls-sound-fr.m3u8';
    const asked = page.waitForRequest((request) => request.url().endsWith(file));
    await settings(page);
    await page.getByLabel('Quality and use of data').selectOption(quality);
    await asked;
    await play(page);
    await hears(page, FRENCH);
  });

  it('gives the original sound alone as well', async () => {
    await (await settings(page)).selectOption('Original');
    await play(page);
    await hears(page, ORIGINAL);
    await (await settings(page)).selectOption('Français');
    await page.getByLabel('Quality and use of data').selectOption('auto');
    await play(page);
    await hears(page, FRENCH);
  });

  it('remembers the language, also at the second of a link and where it is embedded', async () => {
    await open(page, '?t=14');
    await until(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime >= 14));
    await page.locator('[aria-current="true"]').filter({ hasText: 'Et quand il pleut' }).waitFor();
    await page.locator('body').click({ position: { x: 5, y: 300 } });
    await play(page);
    await hears(page, FRENCH);
    await page.goto(`${lectern.url}/embed/${resourceId}`);
    expect(await (await settings(page)).inputValue()).toBe('fr');
    await play(page);
    await hears(page, FRENCH);
    await picture(page, 'channels-3-embedded');
  });

  it('says so where only the original can be played', async () => {
    await page.route('**/hls.m3u8', (route) => route.abort());
    await open(page);
    await page.getByRole('status').filter({ hasText: 'Only the original sound' }).waitFor();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Speed').waitFor();
    expect(await page.getByLabel(SOUND).count()).toBe(0);
    await picture(page, 'channels-4-original-only');
    await reads(page, 'Solar cells', 'Le soleil');
    await play(page);
    await hears(page, ORIGINAL);
    await page.unroute('**/hls.m3u8');
  });

  it('leads from what interpreters said to where it is heard and read', async () => {
    await page.evaluate(() => localStorage.removeItem('lectern.sound'));
    await page.goto(`${lectern.url}/library?q=batteries+font`);
    await page.getByRole('link', { name: /^Inès Interprète/ }).click();
    await reads(page, 'Le soleil', 'Solar cells');
    expect(new URL(page.url()).search).toBe('?t=14&sound=fr');
    expect(await (await settings(page)).inputValue()).toBe('fr');
    await play(page);
    await hears(page, FRENCH);
    // For this visit alone.
    await open(page);
    await reads(page, 'Solar cells', 'Le soleil');
    await (await settings(page)).selectOption('Français');
  });

  it('gives away each sound and the words of each language', async () => {
    const names = await page.getByRole('region', { name: 'Downloads' }).getByRole('link').allInnerTexts();
    expect(names.join('\n')).toMatch(/Sound in Français \(M4A\), \d+(\.\d)? kB/);
    const link = page.getByRole('link', { name: 'Text, Français' });
    expect(await (await fetch(lectern.url + (await link.getAttribute('href')))).text()).toContain(
      'Inès Interprète: Le',
    );
    await page.getByRole('region', { name: 'Downloads' }).scrollIntoViewIfNeeded();
    await picture(page, 'channels-5-downloads');
  });

  it('loads the larger player for such recordings alone', async () => {
    const plain = await published({ title: 'Plain', cues: [], hasRenditions: true });
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    await page.goto(`${lectern.url}/library/${plain}`);
    await until(() => scripts.some((path) => path.includes('/hls.light')));
    expect(scripts.filter((path) => path.includes('/assets/hls-'))).toEqual([]);
  });

  it('does the same on a phone', async () => {
    await open(phone);
    await (await settings(phone)).selectOption('Français');
    await picture(phone, 'channels-6-phone-settings');
    await phone.keyboard.press('Escape');
    await play(phone);
    await hears(phone, FRENCH);
    await reads(phone, 'Le soleil', 'Solar cells');
    await phone.getByRole('tabpanel').scrollIntoViewIfNeeded();
    await picture(phone, 'channels-7-phone-transcript');
    await phone.getByRole('region', { name: 'Downloads' }).scrollIntoViewIfNeeded();
    await picture(phone, 'channels-8-phone-downloads');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('has room for the choices where it is embedded small', async () => {
    await phone.setViewportSize({ width: 360, height: 203 });
    await phone.goto(`${lectern.url}/embed/${resourceId}`);
    const { y } = (await (await settings(phone)).boundingBox())!;
    await picture(phone, 'channels-8b-embedded-small');
    expect(y).toBeGreaterThanOrEqual(0);
    await phone.setViewportSize({ width: 360, height: 740 });
  });

  it('corrects one language at a time, and keeps it', async () => {
    const [name, value] = host.headers.cookie.split('=') as [string, string];
    for (const window of [page, phone]) await window.context().addCookies([{ name, value, url: lectern.url }]);
    await open(page, '/transcript');
    const shown = page.locator('[data-cue]');
    await until(async () => (await shown.count()) === 5);
    await picture(page, 'channels-9-editor');
    await page.getByLabel('Show').selectOption('As it was spoken');
    await until(async () => (await shown.count()) === 3);
    await page.getByLabel('Show').selectOption('Français');
    await until(async () => (await shown.count()) === 3);
    await picture(page, 'channels-10-editor-french');
    await page.getByLabel(/says at 0:00.50/).fill('Le soleil éclaire toute la classe.');
    await page.keyboard.press('Alt+KeyN');
    await page.keyboard.type('Oui.');
    await until(async () => (await transcript()).length === 6);
    const added = (await transcript()).filter(({ text }) => text.includes('toute') || text === 'Oui.');
    expect(added).toMatchObject([interpreted, interpreted]);
    await open(phone, '/transcript');
    await phone.getByLabel('Show').selectOption('Français');
    await phone.getByLabel('Show').scrollIntoViewIfNeeded();
    await picture(phone, 'channels-11-editor-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  const transcript = async () =>
    (await host.api('GET /api/resources/:resourceId', { params: { resourceId } })).transcript;
});
