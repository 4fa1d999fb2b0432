import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { pdf } from '../../libs/materials/testing/pdf';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { embedded } from '../support/topology';
import { everything, followInvitation, openBrowser, openWindow, picture, run } from './browser';

jest.setTimeout(240_000);

const words = ['Solar power for schools', 'Wind', 'Water', 'The end'];

/** A presenter prepares slides and a video, shows them, and everyone is on the same page at the same second. */
describe('slides and videos', () => {
  let lectern: Lectern;
  let browser: Browser;
  let host: Person;
  let presenter: Page, viewer: Page, phone: Page, weak: Page;
  let webinarId: string;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];
  const folder = mkdtempSync(join(tmpdir(), 'lectern-slides-'));

  beforeAll(async () => {
    lectern = await embedded.shared();
    browser = await openBrowser({ fps: 5 });
    host = await firstHost(lectern);
    ({ webinarId, links } = await scheduled(host));
    await host.enter(webinarId);
    writeFileSync(join(folder, 'Energy.pdf'), pdf(words));
    writeFileSync(join(folder, 'page.pdf'), '<html>not at all</html>');
    run('ffmpeg', [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=640x360:d=60:r=25'],
      ...['-f', 'lavfi', '-i', 'sine=f=300:d=60', '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'],
      join(folder, 'Welcome.mp4'),
    ]);
    presenter = await everything(openWindow(browser));
    viewer = await everything(openWindow(browser));
    phone = await everything(openWindow(browser, 360, 740));
    weak = await openWindow(browser);
    await weak.addInitScript(() => localStorage.setItem('lectern.bandwidth', 'audio'));
    await followInvitation(presenter, links.presenter!, 'Pia Presenter');
    await presenter.getByRole('button', { name: 'Enter without camera and microphone' }).waitFor();
  });

  afterAll(async () => {
    for (const [name, page] of Object.entries({ presenter, viewer, phone, weak }))
      if (page) await picture(page, `end-${name}`);
    host?.leave();
    await browser?.close();
    await lectern?.remove();
  });

  async function add(page: Page, button: string, file: string): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: button }).click(),
    ]);
    await chooser.setFiles(join(folder, file));
  }

  const deck = (page: Page) => page.getByTestId('deck');
  const onPage = (page: Page, number: number) => page.locator(`[data-testid=deck][data-page="${number}"]`).waitFor();
  const drawn = (page: Page) =>
    page
      .getByTestId('page-image')
      .evaluate((image: HTMLImageElement) => (image.complete ? [image.naturalWidth, image.naturalHeight] : [0, 0]));

  it('are uploaded on the webinar’s page, over a line that breaks, and prepared', async () => {
    await presenter.goto(`${lectern.url}/w/${webinarId}`);
    let cuts = 2;
    await presenter.route('**/api/uploads/*', (route) =>
      route.request().method() === 'PATCH' && cuts-- > 0 ? route.abort('connectionreset') : route.continue(),
    );
    await presenter.getByText('Nothing yet. Export your slides as PDF').waitFor();
    await add(presenter, 'Add slides (PDF)', 'Energy.pdf');
    await presenter.getByText('The line is down: it goes on by itself').waitFor();
    const row = presenter.getByTestId('material').filter({ hasText: 'Energy' });
    await row.getByText('4 pages').waitFor({ timeout: 60_000 });
    expect(cuts).toBeLessThan(0);
    await add(presenter, 'Add a video', 'Welcome.mp4');
    await presenter
      .getByTestId('material')
      .filter({ hasText: 'Welcome' })
      .getByText('1:00')
      .waitFor({ timeout: 90_000 });
    await picture(presenter, 'slides-1-prepared');
  });

  it('that are none are refused in words', async () => {
    await add(presenter, 'Add slides (PDF)', 'page.pdf');
    await presenter.getByText('export your slides as PDF, then upload that').waitFor();
    await picture(presenter, 'slides-2-refused');
    await presenter.getByRole('button', { name: 'Dismiss page.pdf' }).click();
    await presenter.setViewportSize({ width: 360, height: 740 });
    await picture(presenter, 'slides-3-prepared-phone');
    await presenter.setViewportSize({ width: 1280, height: 800 });
  });

  it('are shown to everyone with one click, in step', async () => {
    await host.call('webinar:start', {});
    await presenter.goto(`${lectern.url}/w/${webinarId}/room`);
    await presenter.getByRole('button', { name: 'Enter without camera and microphone' }).click();
    await followInvitation(viewer, links.attendee!, 'Vic Viewer');
    await followInvitation(weak, links.attendee!, 'Wanda Weak');
    for (const page of [presenter, viewer, weak]) await page.getByTestId('stage').waitFor();
    await presenter.getByRole('button', { name: 'Slides and videos' }).click();
    await presenter.getByRole('dialog').getByRole('button', { name: 'Show Energy to everyone' }).waitFor();
    await picture(presenter, 'slides-4-choice');
    await presenter.getByRole('dialog').getByRole('button', { name: 'Show Energy to everyone' }).click();
    for (const page of [presenter, viewer, weak]) await onPage(page, 1);
    await until(async () => (await drawn(viewer))[0] === 1920);
    await viewer.getByRole('img', { name: 'Page 1 of 4. Solar power for schools' }).waitFor();
    await picture(viewer, 'slides-5-viewer');
    await picture(presenter, 'slides-6-presenter');
  });

  it('turn by the keyboard, for those who present alone; weak lines get small images', async () => {
    await presenter.keyboard.press('ArrowRight');
    for (const page of [presenter, viewer, weak]) await onPage(page, 2);
    expect(await viewer.getByRole('button', { name: 'Next page' }).count()).toBe(0);
    await viewer.keyboard.press('ArrowRight');
    await presenter.keyboard.press('PageDown');
    await presenter.keyboard.press('ArrowLeft');
    await presenter.keyboard.press('ArrowRight');
    for (const page of [presenter, viewer, weak]) await onPage(page, 3);
    expect(await weak.getByTestId('page-image').getAttribute('src')).toContain('-small.webp');
    await until(async () => (await drawn(weak))[0] === 1280);
    await weak.getByRole('img', { name: 'Page 3 of 4. Water' }).waitFor();
    // On the tabs of the panel the same keys choose a tab: from page 3 it is one back to page 2.
    await presenter.getByRole('tab', { name: 'Q&A' }).focus();
    await presenter.keyboard.press('Home');
    await presenter.getByRole('button', { name: 'Next page' }).focus();
    await presenter.keyboard.press('PageUp');
    await onPage(viewer, 2);
    await presenter.keyboard.press('PageDown');
    await onPage(viewer, 3);
  });

  it('are there at once for latecomers, on a phone too', async () => {
    await followInvitation(phone, links.attendee!, 'Phil Phone');
    await onPage(phone, 3);
    await until(async () => (await drawn(phone))[0]! > 0);
    await picture(phone, 'slides-7-phone');
  });

  it('have all their pages in a list, to jump', async () => {
    await presenter.getByRole('button', { name: 'All pages' }).click();
    const dialog = presenter.getByRole('dialog');
    await dialog.getByRole('button', { name: 'To page 4' }).waitFor();
    await until(async () => {
      const widths = await dialog
        .locator('img')
        .evaluateAll((all: HTMLImageElement[]) => all.map((i) => i.naturalWidth));
      return widths.length === 4 && widths.every((width) => width > 0);
    });
    await picture(presenter, 'slides-8-pages');
    await dialog.getByRole('button', { name: 'To page 4' }).click();
    for (const page of [presenter, viewer, weak, phone]) await onPage(page, 4);
    expect(await presenter.getByRole('button', { name: 'Next page' }).getAttribute('aria-disabled')).toBe('true');
  });

  describe('a video', () => {
    const video = (page: Page) => page.getByTestId('clip-video');
    const state = (locator: Locator) =>
      locator.evaluate((element: HTMLVideoElement) => ({
        at: element.currentTime,
        paused: element.paused,
        pixels: element.videoWidth,
        now: Date.now(),
      }));

    /** How far two players are from each other, in seconds, at one moment. */
    async function apart(a: Page, b: Page): Promise<number> {
      const [one, other] = await Promise.all([state(video(a)), state(video(b))]);
      if (one.paused || other.paused) return Infinity;
      return Math.abs(one.at - other.at - (one.now - other.now) / 1000);
    }

    it('plays in step for all, also for latecomers; on weak lines its sound alone', async () => {
      await presenter.keyboard.press('t');
      await presenter.getByRole('dialog').getByRole('button', { name: 'Show Welcome to everyone' }).click();
      for (const page of [presenter, viewer, phone]) await video(page).waitFor();
      await presenter.getByRole('button', { name: 'Play for everyone' }).click();
      for (const page of [viewer, phone, weak]) await until(async () => (await state(video(page))).at > 1, 20_000);
      for (const page of [viewer, phone, weak]) await until(async () => (await apart(presenter, page)) < 0.5, 30_000);
      await until(async () => (await state(video(viewer))).pixels === 640);
      expect(await video(weak).getAttribute('src')).toContain('clip-small.m4a');
      await weak.getByText('Your line is set to sound only: you hear the video.').waitFor();
      await picture(viewer, 'slides-9-video');
      await picture(presenter, 'slides-10-video-presenter');
      await picture(phone, 'slides-11-video-phone');
      await picture(weak, 'slides-12-video-weak');
      await viewer.reload();
      await viewer.getByTestId('stage').waitFor();
      await until(async () => (await apart(presenter, viewer)) < 0.5, 30_000);
    });

    it('pauses, is moved and ends for all', async () => {
      await presenter.getByRole('button', { name: 'Pause for everyone' }).click();
      for (const page of [presenter, viewer, phone, weak])
        await until(async () => (await state(video(page))).paused, 20_000);
      const slider = presenter.getByRole('slider', { name: 'Place in the video' });
      await slider.focus();
      await slider.press('Home');
      for (const page of [presenter, viewer, phone, weak])
        await until(async () => (await state(video(page))).at < 0.1, 20_000);
      await presenter.getByRole('button', { name: 'Stop showing' }).click();
      for (const page of [viewer, phone, weak]) await page.getByTestId('clip').waitFor({ state: 'detached' });
      expect(await deck(viewer).count()).toBe(0);
    });
  });
});
