import type { Recording } from '@lectern/contracts';
import type { Browser, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { embedded } from '../support/topology';
import { agree, everything, followInvitation, openBrowser, openWindow, picture } from './browser';
import { levelsOf, pitch, toneToFile } from './sounds';

jest.setTimeout(240_000);

/** What is said in the room, and what the booth makes of it. */
const FLOOR = 500;
const BOOTH = 1500;
/** Decibels: above this a tone is heard, below that it is not. Of one tone's bursts some -75 dB reach the other's place. */
const AUDIBLE = -50;
const SILENT = -60;

/** From an interpreter's microphone to the ears of those who chose the language, in real browsers. */
describe('interpretation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-interpretation-'));
  let lectern: Lectern;
  let floor: Browser, booth: Browser;
  let host: Person;
  let webinarId: string;
  let invitation: string;
  let presenter: Page, interpreter: Page, viewer: Page;

  beforeAll(async () => {
    toneToFile(FLOOR, join(folder, 'floor.wav'), 10);
    toneToFile(BOOTH, join(folder, 'booth.wav'), 10);
    lectern = await embedded.shared();
    floor = await openBrowser({ speech: join(folder, 'floor.wav'), fps: 5 });
    booth = await openBrowser({ speech: join(folder, 'booth.wav'), fps: 5 });
    host = await firstHost(lectern);
    const webinar = await scheduled(host);
    const { links } = webinar;
    ({ webinarId } = webinar);
    const params = { webinarId };
    const link = await host.api('POST /api/webinars/:webinarId/invitations', { params, body: { role: 'interpreter' } });
    invitation = link.url;
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    presenter = await everything(openWindow(floor));
    await followInvitation(presenter, links.presenter!, 'Pia Presenter');
    await presenter.getByRole('button', { name: 'Enter the room', exact: true }).click();
    viewer = await everything(openWindow(floor));
    await followInvitation(viewer, links.attendee!, 'Vera Viewer');
    await viewer.getByTestId('tile-person').waitFor({ timeout: 60_000 });
    interpreter = await everything(openWindow(booth));
    await followInvitation(interpreter, invitation, 'Ines Interpreter');
  });

  afterAll(async () => {
    for (const [name, page] of Object.entries({ presenter, interpreter, viewer }))
      if (page) await picture(page, `interpretation-end-${name}`);
    host?.leave();
    await floor?.close();
    await booth?.close();
    await lectern?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Of the room, and of the booth. */
  const levels = async (page = viewer) => (await levelsOf(page, [FLOOR, BOOTH])) as [number, number];
  const hears = async (fits: (room: number, channel: number) => boolean, page = viewer) => {
    let last: [number, number];
    const fit = async () => fits(...(last = await levels(page)));
    await until(fit, 20_000, () => `the room at ${last.join(' and the channel at ')} dB (${fits.toString()})`);
  };
  const air = () => interpreter.getByTestId('on-air');
  const choose = async (name: RegExp) => {
    await viewer.getByTestId('listen').click();
    await viewer.getByRole('menuitemradio', { name }).click();
  };

  it('asks an interpreter for the language before anything is sent', async () => {
    const into = interpreter.getByLabel('You interpret into');
    expect(await into.inputValue()).toBe('');
    await picture(interpreter, 'interpretation-1-check');
    await interpreter.getByRole('button', { name: 'Enter the room', exact: true }).click();
    await air().filter({ hasText: 'Off air' }).waitFor();
    await picture(interpreter, 'interpretation-2-console');
    // Nothing was sent that an interpreter may not send.
    expect(await interpreter.getByText('You may not send this now').count()).toBe(0);
    await interpreter.keyboard.press('m');
    await interpreter.getByText('Choose first the language into which you interpret.').waitFor();
    await hears((room, channel) => room > AUDIBLE && channel < SILENT);
  });

  it('is on air with the microphone, and offered to those who hear the room', async () => {
    await interpreter.getByLabel('You interpret into').selectOption('fr');
    await interpreter.keyboard.press('m');
    await air().filter({ hasText: 'ON AIR' }).waitFor();
    await viewer.getByText(/^There is interpretation: Français/).waitFor();
    await picture(viewer, 'interpretation-3-offer');
    // It is offered, not forced on anybody.
    await hears((room, channel) => room > AUDIBLE && channel < SILENT);
  });

  it('is heard by who chooses its language, the room some 20 dB softer underneath', async () => {
    await viewer.getByTestId('listen').click();
    await picture(viewer, 'interpretation-4-menu');
    await viewer.keyboard.press('Escape');
    const [before] = await levels();
    await choose(/^Français/);
    await hears((room, channel) => channel > AUDIBLE && room < before - 15 && room > before - 26);
    await picture(viewer, 'interpretation-5-listening');
  });

  it('is heard alone where the room is not wanted underneath', async () => {
    await viewer.getByTestId('listen').click();
    await viewer.getByRole('menuitemcheckbox', { name: /underneath/ }).click();
    await viewer.keyboard.press('Escape');
    await hears((room, channel) => channel > AUDIBLE && room < SILENT);
  });

  it('gives the room back while nobody interprets, and says so', async () => {
    await interpreter.keyboard.press('m');
    await air().filter({ hasText: 'Off air' }).waitFor();
    await viewer.getByTestId('listen').filter({ hasText: 'original for now' }).waitFor();
    await hears((room, channel) => room > AUDIBLE && channel < SILENT);
    await picture(viewer, 'interpretation-6-waits');
    await interpreter.keyboard.press('m');
    await hears((room, channel) => channel > AUDIBLE && room < SILENT);
  });

  it('does not give it back for a cough', async () => {
    const waited = viewer.getByTestId('listen').filter({ hasText: 'original for now' });
    const cough = interpreter.getByRole('button', { name: 'Hold to cough' });
    await cough.hover();
    await interpreter.mouse.down();
    await air().filter({ hasText: 'Off air' }).waitFor();
    expect(await waited.count()).toBe(0);
    await interpreter.mouse.up();
    await air().filter({ hasText: 'ON AIR' }).waitFor();
    expect(await waited.count()).toBe(0);
    await hears((room, channel) => channel > AUDIBLE && room < SILENT);
  });

  it('is remembered when the page is loaded again', async () => {
    await viewer.reload();
    await hears((room, channel) => channel > AUDIBLE && room < SILENT);
    expect(await viewer.getByTestId('listen').innerText()).toBe('Français');
  });

  it('comes alone over a weak line', async () => {
    await viewer.getByTestId('listen').click();
    await viewer.getByRole('menuitemcheckbox', { name: /underneath/ }).click();
    await viewer.keyboard.press('Escape');
    await hears((room, channel) => channel > AUDIBLE && room > SILENT);
    await viewer.getByTestId('line').click();
    await viewer.getByRole('menuitem', { name: /^Sound only/ }).click();
    await hears((room, channel) => channel > AUDIBLE && room < SILENT);
  });

  it('has colleagues who see each other', async () => {
    const relay = await everything(openWindow(booth, 360, 740));
    await relay.addInitScript(slowDevices);
    await followInvitation(relay, invitation, 'Remy Relay');
    await relay.getByLabel('You interpret into').selectOption('fr');
    await picture(relay, 'interpretation-7-check-phone');
    await relay.getByRole('button', { name: 'Enter the room', exact: true }).click();
    // The microphone that was being tried is off, also when it comes later than the person.
    await relay.waitForFunction(() => 'devicesGiven' in window);
    await relay.getByRole('button', { name: /^Muted/ }).waitFor();
    await relay.getByTestId('console').getByText('Ines Interpreter: on air').waitFor();
    // An interpreter hears the room, or another channel to interpret from.
    await hears((room, channel) => room > AUDIBLE && channel < SILENT, relay);
    await picture(relay, 'interpretation-8-console-phone');
    await interpreter.getByRole('button', { name: 'Hand over' }).click();
    await relay.getByTestId('take-over').click();
    await relay.getByTestId('on-air').filter({ hasText: 'ON AIR' }).waitFor();
    await air().filter({ hasText: 'Off air' }).waitFor();
    await interpreter.getByText('Your colleague is on air.').waitFor();
    await picture(interpreter, 'interpretation-8b-handed-over');
    await relay.getByRole('button', { name: 'Hand over' }).click();
    await picture(relay, 'interpretation-8c-asked-phone');
    await interpreter.getByTestId('take-over').waitFor();
    await picture(interpreter, 'interpretation-8d-offered');
    await interpreter.getByTestId('take-over').click();
    await air().filter({ hasText: 'ON AIR' }).waitFor();
    await relay.context().close();
  });

  it('asks who speaks to slow down', async () => {
    await interpreter.getByRole('button', { name: 'Ask to slow down' }).click();
    await presenter.getByText(/^The interpreters cannot follow/).waitFor();
    await interpreter.getByRole('button', { name: 'They were asked' }).waitFor();
    await picture(presenter, 'interpretation-8e-slow-down');
  });

  it('fits a phone', async () => {
    await viewer.setViewportSize({ width: 360, height: 740 });
    await viewer.getByTestId('listen').click();
    await picture(viewer, 'interpretation-9-menu-phone');
    await viewer.getByRole('menuitemradio', { name: /^Original/ }).click();
    await hears((room, channel) => room > AUDIBLE && channel < SILENT);
  });

  it('is in the recording: heard by who chooses its language in the library', async () => {
    const { id } = await host.call('recording:start', {});
    for (const page of [presenter, interpreter]) await agree(page);
    // On air, then not: the room is heard again.
    await recorded(6);
    await interpreter.keyboard.press('m');
    await air().filter({ hasText: 'Off air' }).waitFor();
    await recorded(12);
    await host.call('recording:stop', {});
    const resourceId = await published(id);
    await viewer.goto(`${lectern.url}/library/${resourceId}`);
    await viewer.getByRole('button', { name: 'Settings' }).click();
    const sound = viewer.getByLabel('Language of the sound');
    // The language that somebody listens to in rooms is not that of the library.
    expect(await sound.inputValue()).toBe('');
    await sound.selectOption('Français');
    await picture(viewer, 'interpretation-10-library-phone');
    await plays(BOOTH, 3);
    await plays(FLOOR, 10);
    await sound.selectOption('Original');
    await plays(FLOOR, 3);
  });

  /** Until the running recording is so long. @param seconds of it */
  async function recorded(seconds: number): Promise<void> {
    const began = Date.parse(host.told('recording:changed').at(-1)!.startedAt);
    await until(() => Date.now() - began > seconds * 1_000, 60_000);
  }

  /** Waits for the result, and publishes it. @returns the resource */
  async function published(recordingId: string): Promise<string> {
    const params = { webinarId };
    let last: Recording | undefined;
    const ready = async () => {
      const { recordings } = await host.api('GET /api/webinars/:webinarId/recordings', { params });
      last = recordings.find(({ id }) => id === recordingId);
      return last?.inLibrary === true;
    };
    await until(ready, 150_000, () => JSON.stringify(last));
    const resourceId = last!.resourceId!;
    await host.api('POST /api/resources/:resourceId/publish', { params: { resourceId } });
    return resourceId;
  }

  /** At this second of the video. */
  async function plays(frequency: number, second: number): Promise<void> {
    let last = 0;
    const fits = async () => {
      await viewer.locator('video').evaluate((video: HTMLVideoElement, at) => {
        video.currentTime = at;
        return video.play();
      }, second);
      return Math.abs((last = await pitch(viewer)) - frequency) < 15;
    };
    await until(fits, 30_000, () => `the pitch is ${last} Hz, not ${frequency}`);
  }
});

/** For `addInitScript`: a device takes two seconds to answer. */
function slowDevices(): void {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    await new Promise((wake) => setTimeout(wake, 2_000));
    // After whoever has asked for it.
    setTimeout(() => Object.assign(window, { devicesGiven: true }), 100);
    return stream;
  };
}
