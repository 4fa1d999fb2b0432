import type { Browser, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { everything, followInvitation, openBrowser, openWindow, picture, speakToFile } from './browser';

jest.setTimeout(180_000);

const sentence = 'The teacher has seven students. The river is very cold in winter.';

/** A voice from a real microphone's way: Chromium → mediasoup → the caption process → those who read along. */
describe('live captions', () => {
  let folder: string;
  let lectern: Lectern;
  let speaking: Browser, watching: Browser;
  let host: Person, reader: Person, listener: Person;
  let presenter: Page, attendee: Page, phone: Page;
  let webinarId: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-captions-'));
    const wav = join(folder, 'speech.wav');
    speakToFile(sentence, wav, 9);
    lectern = await Lectern.start({ LECTERN_MEDIA_WORKERS: '1' });
    speaking = await openBrowser({ speech: wav, fps: 5 });
    watching = await openBrowser({ fps: 5 });
    host = await firstHost(lectern);
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    reader = await entered(lectern, links.attendee, 'Rita Reader');
    listener = await entered(lectern, links.attendee, 'Lee Listener');
    presenter = await everything(openWindow(speaking));
    await followInvitation(presenter, links.presenter!, 'Pia Presenter');
    await presenter.getByRole('button', { name: 'Enter the room' }).click();
    [attendee, phone] = await Promise.all([openWindow(watching), openWindow(watching, 360, 740)]);
    for (const [page, name] of [
      [attendee, 'Ada Attendee'],
      [phone, 'Phil Phone'],
    ] as const)
      await followInvitation(page, links.attendee!, name);
  });

  afterAll(async () => {
    await speaking?.close();
    await watching?.close();
    await lectern?.remove();
    rmSync(folder, { recursive: true });
  });

  it('are told to those who want them, with the name of who speaks, and to nobody else', async () => {
    expect(await reader.call('caption:watch', { on: true })).toEqual({ missing: ['fr'] });
    const { captions } = await reader.hears('caption:said', (said) =>
      said.captions.some(({ text }) => /teacher|students|river|winter/.test(text)),
    );
    expect(captions[0]).toMatchObject({ speaker: 'Pia Presenter', language: 'en' });
    await reader.hears('caption:said', (said) =>
      said.captions.some(({ text, final }) => final && /teacher|students|river|winter/.test(text)),
    );
    expect(listener.told('caption:said')).toEqual([]);
  });

  it('stand under the stage once somebody has pressed C, and are remembered', async () => {
    await attendee.getByTestId('stage').waitFor();
    await attendee.keyboard.press('c');
    await attendee
      .getByTestId('caption')
      .filter({ hasText: /teacher|students|river|winter/ })
      .first()
      .waitFor();
    await picture(attendee, 'captions-desktop');
    await attendee.reload();
    await attendee
      .getByTestId('caption')
      .filter({ hasText: /teacher|students|river|winter/ })
      .first()
      .waitFor();
  });

  it('fit a phone, in the size that its owner chooses', async () => {
    await phone.getByRole('button', { name: 'Captions' }).click();
    await phone
      .getByTestId('caption')
      .filter({ hasText: /teacher|students|river|winter/ })
      .first()
      .waitFor();
    await picture(phone, 'captions-phone');
    await phone.getByRole('button', { name: 'Settings' }).click();
    await phone.getByText('Large', { exact: true }).click();
    await picture(phone, 'captions-phone-settings');
    await phone.keyboard.press('Escape');
    await phone.locator('[data-testid="captions"][data-size="large"]').waitFor();
    await picture(phone, 'captions-phone-large');
  });

  it('end with the last who reads', async () => {
    const tracks = async () => /^lectern_caption_tracks (\d+)$/m.exec(await metrics(lectern))?.[1];
    expect(await tracks()).toBe('1');
    await attendee.keyboard.press('c');
    await phone.close();
    await reader.call('caption:watch', { on: false });
    await until(async () => (await tracks()) === '0', 15_000);
  });
});

const metrics = async (lectern: Lectern): Promise<string> => (await fetch(`${lectern.url}/metrics`)).text();
