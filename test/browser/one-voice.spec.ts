import type { Browser, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { embedded } from '../support/topology';
import { everything, followInvitation, openBrowser, openWindow, picture } from './browser';
import { levelsOf, toneToFile } from './sounds';

jest.setTimeout(120_000);

const VOICE = 500;
/** Decibels: above this the tone is heard, below that it is not. */
const AUDIBLE = -50;
const SILENT = -60;

/** Somebody opens the room a second time, beside the first page or on another device. */
describe('two pages of one person', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-one-voice-'));
  let lectern: Lectern;
  let browser: Browser;
  let host: Person;
  let first: Page, second: Page, viewer: Page;

  beforeAll(async () => {
    toneToFile(VOICE, join(folder, 'voice.wav'), 10);
    lectern = await embedded.shared();
    browser = await openBrowser({ speech: join(folder, 'voice.wav'), fps: 5 });
    host = await firstHost(lectern);
    const { webinarId, links } = await scheduled(host);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    first = await everything(openWindow(browser));
    await followInvitation(first, links.presenter!, 'Pia Presenter');
    await first.getByRole('button', { name: 'Enter the room', exact: true }).click();
    viewer = await everything(openWindow(browser));
    await followInvitation(viewer, links.attendee!, 'Vera Viewer');
  });

  afterAll(async () => {
    for (const [name, page] of Object.entries({ first, second, viewer }))
      if (page) await picture(page, `one-voice-end-${name}`);
    host?.leave();
    await browser?.close();
    await lectern?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const level = async (page: Page) => (await levelsOf(page, [VOICE]))[0]!;
  const isHeard = async (page: Page) => {
    let last = 0;
    await until(
      async () => (last = await level(page)) > AUDIBLE,
      20_000,
      () => `the voice is heard (${last} dB)`,
    );
  };
  const told = /^You speak from another page or device now/;

  it('speak from the one that came last, and the other says so', async () => {
    await isHeard(viewer);
    second = await everything(first.context().newPage());
    await second.goto(first.url());
    await second.getByRole('button', { name: 'Enter the room', exact: true }).click();
    await first.getByText(told).waitFor();
    await first.getByRole('button', { name: /^Muted/ }).waitFor();
    await picture(first, 'one-voice-1-told');
    await isHeard(viewer);
  });

  it('do not play the voice of their own person', async () => {
    // Each shows the other's picture: it receives what it wants.
    await first.getByTestId('tile-person').waitFor();
    await second.getByTestId('tile-person').waitFor();
    expect(await level(first)).toBeLessThan(SILENT);
    expect(await level(second)).toBeLessThan(SILENT);
  });

  it('change places with the microphone', async () => {
    await first.getByRole('button', { name: /^Muted/ }).click();
    await second.getByText(told).waitFor();
    await second.getByRole('button', { name: /^Muted/ }).waitFor();
    await isHeard(viewer);
  });
});
