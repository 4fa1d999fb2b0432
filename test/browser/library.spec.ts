import type { Browser, Locator, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourceFiles } from '@lectern/contracts';
import { Lectern, until } from '../support/lectern';
import { importResource } from '../support/library';
import { type Person, refusal } from '../support/person';
import { firstHost } from '../support/stage';
import { openBrowser, openWindow, picture } from './browser';
import { makeFiles, outputs } from './recording-files';

jest.setTimeout(180_000);

const solar = [
  { start: 0.5, end: 3, speaker: 'Amina Host', text: 'Solar sells light the classroom.' },
  { start: 3.2, end: 6, speaker: 'Amina Host', text: 'A battery keeps the light for the evening.' },
  { start: 6.5, end: 9, speaker: '李明', text: '我们在学校讨论可再生能源教育。' },
];

/** Finding a second in the library, and putting right what was recognised, in a real browser. */
describe('the library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-library-'));
  let lectern: Lectern;
  let browser: Browser;
  let host: Person;
  let page: Page, phone: Page;
  let solarId: string;

  beforeAll(async () => {
    makeFiles(folder);
    lectern = await Lectern.start();
    host = await firstHost(lectern);
    solarId = await published({ title: 'Solar power for schools', languages: ['en', 'zh'], cues: solar, ...outputs });
    for (const [index, title] of ['Water for schools', 'قياس الماء', 'Wind and solar', 'Énergie au village'].entries())
      await published({
        title,
        languages: [['en', 'ar', 'en', 'fr'][index]!],
        recordedAt: `202${3 + index}-03-04T09:00:00.000Z`,
        cues: [{ start: 2, end: 4, speaker: 'Sok Dara', text: `Part ${index}: the light of the schools.` }],
      });
    browser = await openBrowser();
    page = await openWindow(browser);
    phone = await openWindow(browser, 360, 740);
  });

  afterAll(async () => {
    for (const [name, window] of Object.entries({ page, phone }))
      if (window) await picture(window, `library-end-${name}`);
    await browser?.close();
    await lectern?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function published(content: Parameters<typeof importResource>[2]): Promise<string> {
    const { me } = await host.api('GET /api/me', {});
    const id = await importResource(lectern, me!.id, { duration: 10, ...content });
    const target = join(lectern.data, 'files', resourceFiles.key(id, resourceFiles.video));
    await mkdir(join(target, '..'), { recursive: true });
    for (const name of await readdir(folder)) await copyFile(join(folder, name), join(target, '..', name));
    const params = { resourceId: id };
    await until(async () => (await refusal(host.api('GET /api/resources/:resourceId', { params }))) === 'done', 20_000);
    await host.api('POST /api/resources/:resourceId/publish', { params });
    return id;
  }

  const found = (window: Page) => window.locator('h3').allInnerTexts();
  const status = (window: Page, text: string) => window.getByRole('status').filter({ hasText: text }).waitFor();

  it('shows all, and what they can be narrowed by', async () => {
    await page.goto(`${lectern.url}/library`);
    await status(page, '5 resources');
    const language = page.getByRole('group', { name: 'Language' });
    await language.getByLabel('English (3)').waitFor();
    await picture(page, 'library-1-all');
    await language.getByLabel('العربية (1)').click();
    await status(page, '1 resource');
    await language.getByLabel('Français (1)').click();
    await status(page, '2 resources');
    expect(new URL(page.url()).searchParams.get('language')).toBe('ar|fr');
    await page.getByRole('button', { name: 'Clear the choices' }).click();
    await status(page, '5 resources');
  });

  it('finds words, titles first, and leads to the second', async () => {
    await page.getByRole('searchbox').fill('solar');
    await status(page, '2 resources with “solar”');
    expect(await found(page)).toEqual(['Wind and solar', 'Solar power for schools']);
    await page.getByRole('searchbox').fill('light');
    await status(page, '5 resources with “light”');
    await page.getByRole('searchbox').fill('schools');
    await status(page, '5 resources with “schools”');
    expect((await found(page)).slice(0, 2)).toEqual(['Water for schools', 'Solar power for schools']);
    await page.getByRole('searchbox').fill('light');
    await status(page, '5 resources with “light”');
    await page.getByRole('group', { name: 'Year' }).getByLabel('2026 (2)').click();
    await status(page, '2 resources');
    await picture(page, 'library-2-found');
    await page.getByRole('searchbox').fill('能源');
    await status(page, '1 resource with');
    await page.getByRole('link', { name: /李明/ }).click();
    await page.waitForURL(`**/library/${solarId}?t=6`);
    await until(() =>
      page.locator('video').evaluate((video: HTMLVideoElement) => Math.abs(video.currentTime - 6) < 0.5),
    );
  });

  it('obeys keys, gives a link to the second, and goes on where one stopped', async () => {
    const video = page.locator('video');
    const state = (name: 'currentTime' | 'muted' | 'paused' | 'playbackRate') =>
      video.evaluate((element: HTMLVideoElement, key) => element[key], name);
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByText('Captions on, off').waitFor();
    await picture(page, 'library-2b-keys');
    await page.keyboard.press('Escape');
    await video.focus();
    await page.keyboard.press('m');
    await page.keyboard.press('>');
    await until(async () => (await state('playbackRate')) === 1.25);
    expect(await state('muted')).toBe(true);
    await page.getByRole('button', { name: 'Settings' }).click();
    expect(await page.getByLabel('Speed').inputValue()).toBe('1.25');
    await page.getByLabel('Speed').selectOption('2');
    expect(await state('playbackRate')).toBe(2);
    await picture(page, 'library-2c-settings');
    await page.keyboard.press('Escape');
    await page.getByLabel('Speed').waitFor({ state: 'hidden' });
    await video.focus();
    await page.keyboard.press('3');
    await page.keyboard.press('k');
    await until(async () => Number(await state('currentTime')) > 4);
    await page.keyboard.press('k');
    await until(() => state('paused').then(Boolean));
    const second = Math.floor(Number(await state('currentTime')));
    await page.getByRole('button', { name: `Copy link to 0:0${second}` }).waitFor();
    await page.goto(`${lectern.url}/library/${solarId}`);
    await until(
      async () => Math.floor(Number(await state('currentTime'))) === second,
      10_000,
      () => `the video stands at second ${second}`,
    );
  });

  it('shows pictures and chapters on the seek bar, by pointer and by key', async () => {
    const bar = page.getByRole('slider', { name: 'Place in the video' });
    const preview = page.getByTestId('seek-preview');
    const video = page.locator('video');
    const second = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
    await until(async () => (await bar.getAttribute('aria-valuemax')) === '10');
    expect(await page.getByTestId('chapter-mark').count()).toBe(2);
    const { x, y, width, height } = (await bar.boundingBox())!;
    await page.mouse.move(x + width * 0.45, y + height / 2);
    await preview.filter({ hasText: 'Batteries' }).filter({ hasText: '0:04' }).waitFor();
    // The third picture of the first row: two seconds each.
    await until(async () => (await backgroundOf(preview)).includes('sprites-0.jpg") -320px 0px'));
    await picture(page, 'library-2d-preview');
    await page.mouse.down();
    await page.mouse.move(x + width * 0.8, y + height / 2);
    await preview.filter({ hasText: 'May a school sell its power?' }).waitFor();
    await page.mouse.up();
    await until(async () => Math.abs((await second()) - 8) < 0.3);
    await bar.focus();
    await page.keyboard.press('Home');
    await until(async () => (await second()) === 0);
    await page.keyboard.press('n');
    await until(async () => (await second()) === 3);
    await preview.filter({ hasText: 'Batteries' }).waitFor();
    expect(await bar.getAttribute('aria-valuetext')).toBe('0:03 of 0:10, Batteries');
  });

  it('lists the chapters, and says which one is shown', async () => {
    await page.getByRole('tab', { name: 'Chapters' }).click();
    const chapters = page.getByRole('tabpanel').getByRole('button');
    expect(await chapters.count()).toBe(3);
    expect(await chapters.nth(1).getAttribute('aria-current')).toBe('true');
    await picture(page, 'library-2e-chapters');
    await chapters.nth(2).click();
    await page.getByRole('tabpanel').locator('[aria-current]').filter({ hasText: 'May a school' }).waitFor();
    await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause());
  });

  it('shows captions in the size that was chosen, and none when they are off', async () => {
    const captions = page.getByTestId('captions');
    await captions.filter({ hasText: '我们在学校讨论可再生能源教育' }).waitFor();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Size of captions').selectOption('huge');
    await page.locator('[data-testid=captions][data-size=huge]').waitFor();
    await page.keyboard.press('Escape');
    await picture(page, 'library-2f-captions');
    await page.keyboard.press('c');
    await captions.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Captions', pressed: false }).click();
    await captions.waitFor();
  });

  it('gives away sound, chapters and questions, and slides only where its owner offers them', async () => {
    const names = await page.getByRole('region', { name: 'Downloads' }).getByRole('link').allInnerTexts();
    expect(names).toEqual(
      expect.arrayContaining(['Sound alone (M4A), 123.5 kB', 'Chapters (WebVTT)', 'Questions (JSON)']),
    );
    expect(names.join()).not.toContain('Slides');
    const file = (name: string) => fetch(`${lectern.url}/api/resources/${solarId}/files/${name}`);
    expect(await (await file('chapters.vtt')).text()).toContain('00:00:03.000 --> 00:00:06.500\nBatteries');
    expect(await (await file('questions.csv')).text()).toContain('"May a school sell its power?","Dara",4');
    const html = await file('questions.html');
    expect(html.headers.get('content-disposition')).toBe('attachment; filename=questions.html');
    expect((await file('audio.m4a')).headers.get('content-type')).toBe('audio/mp4');
    expect((await file('slides.pdf')).status).toBe(404);
    const params = { resourceId: solarId };
    await host.api('PATCH /api/resources/:resourceId', { params, body: { offersSlides: true } });
    expect((await file('slides.pdf')).status).toBe(200);
  });

  it('does the same on a phone', async () => {
    await phone.goto(`${lectern.url}/library/${solarId}?t=4`);
    await phone.getByTestId('captions').waitFor();
    await picture(phone, 'library-3a-phone-player');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await phone.goto(`${lectern.url}/library?q=schools`);
    await status(phone, '5 resources with');
    await picture(phone, 'library-3-phone');
    await phone.getByRole('button', { name: 'Narrow down' }).click();
    await phone.getByRole('group', { name: 'Language' }).getByLabel('Français (1)').click();
    await status(phone, '1 resource with');
    await phone.getByRole('button', { name: 'Narrow down (1 choice)' }).waitFor();
    await picture(phone, 'library-4-phone-facets');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await phone.getByRole('searchbox').fill('nobody said this');
    await phone.getByText('Nothing has all of these').waitFor();
    await picture(phone, 'library-5-phone-none');
  });

  const text = (start: string) => page.getByLabel(new RegExp(`says at ${start}`));
  const isSaved = () => page.getByTestId('save-state').filter({ hasText: 'All is saved' }).waitFor();
  const transcript = async () =>
    (await host.api('GET /api/resources/:resourceId', { params: { resourceId: solarId } })).transcript;

  it('opens the transcript to its owner beside the video', async () => {
    const [name, value] = host.headers.cookie.split('=') as [string, string];
    for (const window of [page, phone]) await window.context().addCookies([{ name, value, url: lectern.url }]);
    await page.goto(`${lectern.url}/library/${solarId}`);
    await page.getByRole('link', { name: 'Correct the transcript' }).click();
    await text('0:00.50').waitFor();
    await picture(page, 'library-6-editor');
  });

  it('saves a correction by itself, and captions and search follow', async () => {
    await text('0:00.50').fill('Solar cells light the classroom.');
    await isSaved();
    await until(async () => (await transcript())[0]!.text === 'Solar cells light the classroom.');
    const captions = await fetch(`${lectern.url}/api/resources/${solarId}/files/captions.en.vtt`);
    expect(await captions.text()).toContain('Solar cells');
    const { hits } = await host.api('GET /api/search', { query: { q: 'cells' } });
    expect(hits[0]?.matches).toMatchObject([{ at: 0.5 }]);
  });

  it('splits, merges, inserts and deletes by keyboard alone', async () => {
    const second = text('0:03.20');
    await second.focus();
    await second.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(10, 10));
    await page.keyboard.press('Control+Enter');
    await until(async () => (await page.locator('[data-cue]').count()) === 4);
    await page.keyboard.type('It ');
    await isSaved();
    await until(async () => (await transcript()).map((cue) => cue.text)[2] === 'It keeps the light for the evening.');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+KeyM');
    await until(async () => (await page.locator('[data-cue]').count()) === 3);
    await page.keyboard.press('Alt+KeyN');
    await page.keyboard.type('So it is.');
    await isSaved();
    await until(async () => (await transcript()).length === 4);
    await page.keyboard.press('Alt+Backspace');
    await isSaved();
    await until(async () => (await transcript()).length === 3);
    expect((await transcript())[1]!.text).toBe('A battery It keeps the light for the evening.');
  });

  it('plays from a cue, and says which one is spoken', async () => {
    await text('0:06.50').focus();
    await page.keyboard.press('Alt+KeyL');
    await page
      .locator('[data-cue][aria-current="true"]')
      .filter({ has: text('0:06.50') })
      .waitFor();
    await page.keyboard.press('Alt+KeyK');
    await until(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused));
  });

  it('keeps both corrections when two people work at once', async () => {
    await phone.goto(`${lectern.url}/library/${solarId}/transcript`);
    const onPhone = phone.getByLabel(/says at 0:06.50/);
    await onPhone.waitFor();
    await picture(phone, 'library-7-editor-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await text('0:00.50').fill('Solar cells light every classroom.');
    await isSaved();
    await until(async () => (await transcript())[0]!.text.includes('every'));
    await onPhone.fill('我们讨论能源。');
    await phone.getByText('Somebody else has corrected this transcript').waitFor();
    await until(async () => (await transcript())[2]!.text === '我们讨论能源。');
    expect((await transcript())[0]!.text).toBe('Solar cells light every classroom.');
    await phone.getByTestId('save-state').filter({ hasText: 'All is saved' }).waitFor();
  });

  it('shows what is wrong, and saves it once it is right', async () => {
    await page.reload();
    const end = page.getByLabel('End, 0:03.00');
    await end.fill('0:00.10');
    await end.press('Enter');
    await page.getByText('It must end after it starts.').waitFor();
    await picture(page, 'library-8-editor-flaw');
    const wrong = page.getByLabel('End, 0:00.10');
    await wrong.fill('0:02.9');
    await wrong.press('Enter');
    await until(async () => (await transcript())[0]!.end === 2.9);
  });

  it('knows who has changed it, and brings back what was recognised', async () => {
    await page.getByRole('button', { name: 'History' }).click();
    const history = page.getByRole('region', { name: 'History' });
    await history.getByText('As it was recognised').waitFor();
    await history.getByText('Amina Host').waitFor();
    await picture(page, 'library-9-history');
    await isSaved();
    await history.getByRole('button', { name: 'Restore' }).last().click();
    await until(async () => (await text('0:00.50').inputValue()) === solar[0]!.text);
    expect((await transcript()).map((cue) => cue.text)).toEqual(solar.map((cue) => cue.text));
  });

  it('takes a package of files and recordings, and shows it on a phone', async () => {
    await page.goto(`${lectern.url}/library`);
    await page.getByRole('link', { name: 'Contribute' }).click();
    await page.getByLabel('What is it?').selectOption('package');
    await page.getByLabel('Title').fill('All about solar power');
    await page.getByLabel('Institution').fill('University of Battambang');
    await page.getByRole('combobox', { name: 'Languages' }).fill('English');
    await page.getByRole('option', { name: 'English' }).click();
    await page.keyboard.press('Escape');
    await picture(page, 'library-10-contribute');
    await page.getByRole('button', { name: 'Create the draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'All about solar power' }).waitFor();
    const file = { name: 'worksheet.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('link', { name: 'worksheet.pdf' }).waitFor();
    await page.getByLabel('Find what belongs to it').fill('solar');
    await page.getByRole('button', { name: 'Add Wind and solar' }).click();
    await page.getByRole('button', { name: 'Add Solar power for schools' }).click();
    await page.getByRole('button', { name: 'Move Solar power for schools up' }).click();
    const parts = page.getByRole('list', { name: 'The parts in their order' }).getByRole('listitem');
    await until(async () => (await parts.allInnerTexts())[0] === 'Solar power for schools');
    await picture(page, 'library-11-package');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published. Anyone can see it.').waitFor();
    await phone.context().clearCookies();
    await phone.goto(page.url());
    await phone.getByRole('link', { name: 'Wind and solar' }).waitFor();
    await picture(phone, 'library-12-package-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await phone.getByRole('link', { name: 'Solar power for schools' }).click();
    await phone.getByRole('link', { name: 'All about solar power' }).waitFor();
  });
});

/** Picture and place of what stands in an element. */
const backgroundOf = (preview: Locator) =>
  preview
    .locator('div')
    .first()
    .evaluate((element) => {
      const { backgroundImage, backgroundPosition } = getComputedStyle(element);
      return `${backgroundImage} ${backgroundPosition}`;
    });
