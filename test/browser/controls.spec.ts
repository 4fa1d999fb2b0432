import type { Browser, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { embedded } from '../support/topology';
import {
  everything,
  followInvitation,
  framesOf,
  openBrowser,
  openPanel,
  openWindow,
  picture,
  speakToFile,
} from './browser';
import { keepConnections, shareWithTone, soundOf } from './connections';

jest.setTimeout(240_000);

/** What those who keep order do, and how each viewer looks at the stage, in real browsers. */
describe('the controls of the room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-controls-'));
  let lectern: Lectern;
  let browser: Browser;
  let host: Person;
  let moderator: Page, pia: Page, paul: Page, viewer: Page;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];

  async function present(name: string): Promise<Page> {
    const page = await everything(openWindow(browser));
    await followInvitation(page, links.presenter!, name);
    await page.getByText('Camera and microphone will be on.').waitFor();
    await page.getByRole('button', { name: 'Enter the room', exact: true }).click();
    await page.getByTestId('video-person-self').waitFor();
    return page;
  }

  beforeAll(async () => {
    const speech = join(folder, 'speech.wav');
    speakToFile('One two three four five six seven eight nine ten. '.repeat(3), speech, 14);
    lectern = await embedded.shared();
    browser = await openBrowser({ fps: 10, speech });
    host = await firstHost(lectern);
    const webinar = await scheduled(host);
    ({ links } = webinar);
    await host.enter(webinar.webinarId);
    await host.call('webinar:start', {});
    moderator = await everything(openWindow(browser));
    await followInvitation(moderator, links.moderator!, 'Mo Moderator');
    await moderator.getByRole('button', { name: 'Enter without camera and microphone' }).click();
    pia = await present('Pia Presenter');
    paul = await present('Paul Presenter');
    viewer = await everything(openWindow(browser, 360, 740));
    await viewer.addInitScript(keepConnections);
    await followInvitation(viewer, links.attendee!, 'Vic Viewer');
    await until(async () => (await viewer.getByTestId('tile-person').count()) === 2, 20_000);
    await openPanel(moderator, 'People');
  });

  afterAll(async () => {
    for (const [name, page] of Object.entries({ moderator, pia, paul, viewer }))
      if (page) await picture(page, `controls-end-${name}`);
    host?.leave();
    await browser?.close();
    await lectern?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function choose(name: string, item: string): Promise<void> {
    await moderator.getByRole('button', { name: `What to do with ${name}` }).click();
    await moderator.getByRole('menuitem', { name: item, exact: true }).click();
  }
  const large = (page: Page) => page.getByTestId('stage').locator('[class*="main"]').getByTestId('tile-person');
  const name = async (page: Page) => (await large(page).allInnerTexts()).join();

  describe('of one’s own view', () => {
    it('shows large whom the viewer pins, for this viewer alone', async () => {
      const tile = moderator.getByTestId('tile-person').filter({ hasText: 'Paul' });
      await tile.hover();
      await tile.getByRole('button', { name: 'Show Paul Presenter large' }).click();
      await until(async () => (await name(moderator)).includes('Paul') && (await large(moderator).count()) === 1);
      expect(await viewer.getByTestId('stage').getAttribute('data-layout')).toBe('grid');
      await picture(moderator, 'controls-1-pinned');
      await tile.getByRole('button', { name: 'Show Paul Presenter no longer large' }).click();
      await until(async () => (await moderator.getByTestId('stage').getAttribute('data-layout')) === 'grid');
    });

    it('has layouts to choose from', async () => {
      await moderator.getByRole('button', { name: 'Layout' }).click();
      await picture(moderator, 'controls-2-layouts');
      await moderator.getByRole('menuitem', { name: /^Speaker/ }).click();
      await until(async () => (await moderator.getByTestId('stage').getAttribute('data-layout')) === 'speaker');
      await moderator.getByRole('button', { name: 'Layout' }).click();
      await moderator.getByRole('menuitem', { name: /^Automatic/ }).click();
      await until(async () => (await moderator.getByTestId('stage').getAttribute('data-layout')) === 'grid');
    });

    it('fills the screen, and gives it back', async () => {
      const full = () => moderator.evaluate(() => document.fullscreenElement?.id ?? null);
      await moderator.keyboard.press('f');
      await until(async () => (await full()) === 'stage');
      await moderator.keyboard.press('f');
      await until(async () => (await full()) === null);
    });

    it('goes on in a small window while the page shows something else', async () => {
      expect(await moderator.evaluate(() => document.pictureInPictureEnabled)).toBe(true);
      await moderator.keyboard.press('p');
      await until(() => moderator.evaluate(() => document.pictureInPictureElement !== null));
      await moderator.getByRole('button', { name: 'Layout' }).click();
      await moderator.getByRole('menuitem', { name: /^Speaker/ }).click();
      const frames = () =>
        moderator.evaluate(
          () => (document.pictureInPictureElement as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames,
        );
      const before = await frames();
      await until(async () => (await frames()) > before + 5);
      await moderator.getByRole('button', { name: 'Layout' }).click();
      await moderator.getByRole('menuitem', { name: /^Automatic/ }).click();
      await moderator.keyboard.press('p');
      await until(() => moderator.evaluate(() => document.pictureInPictureElement === null));
    });
  });

  it('puts somebody into the spotlight for everyone', async () => {
    await choose('Pia Presenter', 'Spotlight for everyone');
    for (const page of [viewer, paul])
      await until(async () => (await name(page)).includes('Pia') && (await large(page).count()) === 1);
    await picture(viewer, 'controls-3-spotlight-phone');
    await choose('Pia Presenter', 'End the spotlight');
    await until(async () => (await large(viewer).count()) === 2);
  });

  describe('of microphones', () => {
    it('shows how loud one’s own is', async () => {
      const level = () =>
        pia.getByTestId('bar-level').evaluate((element) => Number(element.style.getPropertyValue('--level')));
      await until(async () => (await level()) > 0.4, 20_000);
      await picture(pia, 'controls-4-level');
    });

    it('turns all off, and one’s own on again', async () => {
      await moderator.getByRole('button', { name: 'Mute all' }).click();
      await moderator.getByRole('menuitem', { name: 'Mute all now' }).click();
      await moderator.getByText('2 microphones were turned off.').waitFor();
      await pia.getByText('A moderator has turned your microphone off. You can turn it on again').waitFor();
      await pia.getByRole('button', { name: /Unmute microphone/ }).waitFor();
      await pia.getByText('You are muted: nobody hears you. Press M to speak.').waitFor();
      await picture(pia, 'controls-5-speaking-muted');
      await pia.keyboard.press('m');
      await pia.getByRole('button', { name: /Mute microphone/ }).waitFor();
      await until(async () => (await viewer.getByRole('img', { name: 'Microphone off' }).count()) === 1);
    });

    it('keeps them locked until somebody is asked, who alone turns it on', async () => {
      await moderator.getByRole('button', { name: 'Mute all' }).click();
      await moderator.getByRole('menuitem', { name: /^Mute all and lock/ }).click();
      await pia.getByText('Mic locked').waitFor();
      await pia.keyboard.press('m');
      await pia.getByText('Microphones are locked. A moderator can ask you to speak').waitFor();
      await until(async () => (await viewer.getByRole('img', { name: 'Microphone off' }).count()) === 2);
      await picture(moderator, 'controls-6-locked');
      await choose('Pia Presenter', 'Ask to unmute');
      const dialog = pia.getByRole('dialog', { name: 'Mo Moderator asks you to speak' });
      await dialog.waitFor();
      await picture(pia, 'controls-7-asked');
      expect(await viewer.getByRole('img', { name: 'Microphone off' }).count()).toBe(2);
      await dialog.getByRole('button', { name: 'Turn microphone on' }).click();
      await until(async () => (await viewer.getByRole('img', { name: 'Microphone off' }).count()) === 1);
      await moderator.getByRole('button', { name: 'Mute all' }).click();
      await moderator.getByRole('menuitem', { name: 'Unlock microphones' }).click();
      await paul.getByText('You may turn your microphone on again.').waitFor();
    });

    it('opens one’s own only while the key is held, where that is chosen', async () => {
      await paul.getByRole('button', { name: 'Settings' }).click();
      await paul.getByLabel('Push to talk').check();
      await picture(paul, 'controls-8-settings');
      await paul.keyboard.press('Escape');
      await paul.getByText('Hold space').waitFor();
      const off = viewer.getByTestId('tile-person').filter({ hasText: 'Paul' }).getByRole('img');
      await off.waitFor();
      await paul.getByTestId('stage').click();
      await paul.keyboard.down('Space');
      await off.waitFor({ state: 'detached' });
      await paul.keyboard.up('Space');
      await off.waitFor();
    });
  });

  it('turns a camera off, which its owner turns on again', async () => {
    await choose('Pia Presenter', 'Turn camera off');
    await pia.getByText('A moderator has turned your camera off.').waitFor();
    await viewer.getByTestId('tile-person').filter({ hasText: 'Pia' }).locator('video').waitFor({ state: 'detached' });
    await pia.keyboard.press('v');
    const video = viewer.getByTestId('tile-person').filter({ hasText: 'Pia' }).locator('video');
    await video.waitFor();
    await until(async () => (await framesOf(video)) > 2, 20_000);
  });

  it('goes on with another camera or microphone when one is unplugged', async () => {
    const own = pia.getByTestId('video-person-self');
    const track = () =>
      own.evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream | null)?.getVideoTracks()[0]?.id);
    const before = await track();
    await own.evaluate((video: HTMLVideoElement) => {
      const [camera] = (video.srcObject as MediaStream).getVideoTracks();
      // As the browser does when the device is gone.
      camera!.stop();
      camera!.dispatchEvent(new Event('ended'));
    });
    await until(async () => {
      const now = await track().catch(() => undefined);
      return now !== undefined && now !== before;
    });
    const video = viewer.getByTestId('tile-person').filter({ hasText: 'Pia' }).locator('video');
    const frames = await framesOf(video);
    await until(async () => (await framesOf(video)) > frames + 2, 20_000);
  });

  it('brings the sound of a shared screen', async () => {
    await pia.evaluate(shareWithTone);
    await moderator.getByRole('button', { name: 'Mute all' }).click();
    await moderator.getByRole('menuitem', { name: 'Mute all now' }).click();
    await until(async () => (await viewer.getByRole('img', { name: 'Microphone off' }).count()) === 2);
    await pia.getByRole('button', { name: 'Share screen' }).click();
    await viewer.getByTestId('tile-screen').waitFor();
    const before = await soundOf(viewer);
    await until(async () => (await soundOf(viewer)).energy > before.energy + 0.1, 20_000);
    await choose('Pia Presenter', 'Stop the screen');
    await viewer.getByTestId('tile-screen').waitFor({ state: 'detached' });
    await pia.getByText('A moderator has stopped your screen.').waitFor();
    const after = host.told('producer:closed').length;
    expect(after).toBeGreaterThanOrEqual(2);
  });

  it('locks the door', async () => {
    await moderator.getByRole('button', { name: 'Lock the room' }).click();
    await moderator.getByText('Room is locked: nobody new enters').waitFor();
    const late = await openWindow(browser, 360, 740);
    await followInvitation(late, links.attendee!, 'Lea Late');
    await late.getByText('The hosts have locked the room').waitFor();
    await picture(late, 'controls-9-locked-phone');
    await viewer.reload();
    await viewer.getByTestId('stage').waitFor();
    await moderator.getByRole('button', { name: 'Unlock the room' }).click();
    await late.getByRole('button', { name: 'Enter', exact: true }).click();
    await late.getByTestId('stage').waitFor();
    await late.context().close();
  });

  it('puts somebody out, and lets them back in', async () => {
    await choose('Vic Viewer', 'Remove');
    const dialog = moderator.getByRole('dialog', { name: 'Remove Vic Viewer?' });
    await dialog.getByLabel('They cannot come back to this webinar').waitFor();
    await picture(moderator, 'controls-10-remove');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await viewer.getByText('You were removed from this webinar').waitFor();
    await moderator.getByRole('button', { name: 'Removed people' }).click();
    const ban = moderator.getByTestId('ban').filter({ hasText: 'Vic Viewer' });
    await ban.waitFor();
    await picture(moderator, 'controls-11-bans');
    await ban.getByRole('button', { name: 'Let Vic Viewer back in' }).click();
    await moderator.getByText('Nobody was removed.').waitFor();
    await moderator.keyboard.press('Escape');
    await viewer.reload();
    await viewer.getByTestId('stage').waitFor();
    await choose('Vic Viewer', 'Remove');
    await dialog.getByLabel('They may come back').check();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await viewer.getByText('A moderator has put you out of the room').waitFor();
    await picture(viewer, 'controls-12-dismissed-phone');
    await viewer.getByRole('button', { name: 'Try again' }).click();
    await viewer.getByTestId('stage').waitFor();
  });
});
