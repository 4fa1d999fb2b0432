import type { Browser, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { followInvitation, openBrowser, openWindow, picture, speakToFile } from './browser';

jest.setTimeout(240_000);

const sentence = 'The teacher has seven students. The river is very cold in winter.';
const known = /teacher|students|river|cold|winter/;
/** The sentence is said again and again: a busy machine leaves words out, and hears them the next time. */
const patience = 120_000;

/** A voice on a real microphone's way: Chromium → mediasoup → the caption process → those who read along. */
describe('live captions', () => {
  let folder: string;
  let lectern: Lectern;
  let browser: Browser;
  let reader: Person, listener: Person;
  let presenter: Page, attendee: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-captions-'));
    const wav = join(folder, 'speech.wav');
    speakToFile(sentence, wav, 9);
    lectern = await Lectern.start({ LECTERN_MEDIA_WORKERS: '1' });
    browser = await openBrowser({ speech: wav, fps: 5 });
    const host = await firstHost(lectern);
    const { webinarId, links } = await scheduled(host);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    reader = await entered(lectern, links.attendee, 'Rita Reader');
    listener = await entered(lectern, links.attendee, 'Lee Listener');
    presenter = await openWindow(browser);
    await followInvitation(presenter, links.presenter!, 'Pia Presenter');
    await presenter.getByRole('button', { name: 'Enter the room' }).click();
    attendee = await openWindow(browser);
    await followInvitation(attendee, links.attendee!, 'Ada Attendee');
    await attendee.getByTestId('stage').waitFor({ timeout: 60_000 });
  });

  afterAll(async () => {
    await browser?.close();
    await lectern?.remove();
    rmSync(folder, { recursive: true });
  });

  /** How many microphones are listened to. */
  const tracks = async () => /^lectern_caption_tracks (\d+)$/m.exec(await metrics(lectern))?.[1];

  it('are told to those who want them, with the name of who speaks, and to nobody else', async () => {
    expect(await reader.call('caption:watch', { on: true })).toEqual({ missing: ['fr'] });
    const captions = () => reader.told('caption:said').flatMap((said) => said.captions);
    await until(() => captions().some(({ text, final }) => final && known.test(text)), patience);
    expect(captions()[0]).toMatchObject({ speaker: 'Pia Presenter', language: 'en' });
    // Told while it is said, too; a busy machine sometimes has only the end to tell.
    await until(() => captions().some(({ final }) => !final), patience);
    expect(listener.told('caption:said')).toEqual([]);
  });

  it('stand under the stage once somebody has pressed C', async () => {
    await attendee.keyboard.press('c');
    await attendee.getByTestId('caption').filter({ hasText: 'Pia Presenter' }).first().waitFor({ timeout: patience });
    await picture(attendee, 'captions-desktop');
    expect(await attendee.evaluate(() => localStorage.getItem('lectern.captions'))).toBe('on medium');
  });

  it('fit a phone, in the size that its owner chooses', async () => {
    await attendee.setViewportSize({ width: 360, height: 740 });
    await attendee.getByRole('button', { name: 'Settings' }).click();
    await attendee.getByText('Large', { exact: true }).click();
    await picture(attendee, 'captions-phone-settings');
    await attendee.keyboard.press('Escape');
    await attendee.locator('[data-testid="captions"][data-size="large"]').waitFor();
    await attendee.getByTestId('caption').first().waitFor({ timeout: patience });
    await picture(attendee, 'captions-phone');
  });

  it('are in the language that somebody says they speak, where there is a model for it', async () => {
    await presenter.getByRole('button', { name: 'Settings' }).click();
    const spoken = presenter.getByLabel('I speak');
    expect(await spoken.inputValue()).toBe('en');
    await picture(presenter, 'captions-i-speak');
    await spoken.selectOption('fr');
    await until(async () => (await tracks()) === '0', 15_000);
    await spoken.selectOption('en');
    await until(async () => (await tracks()) === '1', 15_000);
    await presenter.keyboard.press('Escape');
  });

  it('end with the last who reads', async () => {
    await until(async () => (await tracks()) === '1', 15_000);
    await attendee.keyboard.press('c');
    await attendee.getByTestId('captions').waitFor({ state: 'detached' });
    await reader.call('caption:watch', { on: false });
    await until(async () => (await tracks()) === '0', 15_000);
  });
});

const metrics = async (lectern: Lectern): Promise<string> => (await fetch(`${lectern.url}/metrics`)).text();
