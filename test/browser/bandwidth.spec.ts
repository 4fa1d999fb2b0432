import type { Browser, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { WeakLine } from '../support/weak-line';
import { followInvitation, framesOf, openBrowser, openWindow, picture, speakToFile } from './browser';
import { keepConnections, layersSent, soundOf } from './connections';

jest.setTimeout(180_000);

const SPEECH = 'Welcome teachers. Today we talk about solar energy, and clean water, and what a weak line can carry. ';
const SECONDS = 12;

/** What an attendee costs on the wire, all headers and the signalling included, in each mode; and what a weak line does. */
describe('low bandwidth', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bandwidth-'));
  const figures: string[] = [];
  let line: WeakLine | undefined;
  let lectern: Lectern, near: Browser, far: Browser;
  let asker: Person;
  let presenter: Page, attendee: Page;

  beforeAll(async () => {
    line = WeakLine.lay();
    const { cable } = line;
    const speech = join(folder, 'speech.wav');
    speakToFile(SPEECH.repeat(4), speech, 20);
    lectern = await Lectern.start(cable.env);
    const address = await cable.open(lectern.port);
    near = await openBrowser({ speech, fps: 15 });
    far = await openBrowser({ secure: address, program: (path) => cable.program(path) });
    const host = await firstHost(lectern);
    const { webinarId, links } = await scheduled(host);
    await host.enter(webinarId);
    asker = await entered(lectern, links.attendee, 'Ben Asker');
    await host.call('webinar:start', {});
    presenter = await openWindow(near);
    await presenter.addInitScript(keepConnections);
    await followInvitation(presenter, links.presenter!, 'Pia Presenter');
    await presenter.getByText('Camera and microphone will be on.').waitFor();
    await presenter.getByRole('button', { name: 'Enter the room', exact: true }).click();
    attendee = await openWindow(far);
    await attendee.addInitScript(keepConnections);
    await followInvitation(attendee, links.attendee!.replace(lectern.url, address), 'Ada Attendee');
    await attendee.getByTestId('line').waitFor();
    await moves(attendee);
  });

  afterAll(async () => {
    process.stdout.write(`\nOver the attendee's interface:\n${figures.map((figure) => `  ${figure}\n`).join('')}`);
    await near?.close();
    await far?.close();
    await lectern?.remove();
    line?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Measures while somebody writes in the chat. @returns kbit/s */
  async function cost(what: string): Promise<number> {
    const chat = setInterval(() => {
      void asker.call('message:send', { clientId: randomUUID(), text: 'How far does the light reach?' });
    }, 4_000);
    try {
      const kbps = await line!.rate(SECONDS);
      figures.push(`${what}: ${kbps.toFixed(1)} kbit/s`);
      return kbps;
    } finally {
      clearInterval(chat);
    }
  }

  it('costs at most 48 kbit/s in all with sound only, and the speech is heard', async () => {
    await choose(attendee, 'Sound only');
    await until(async () => (await line!.rate(1)) < 60, 10_000);
    const before = await soundOf(attendee);
    expect(await cost('sound only')).toBeLessThanOrEqual(48);
    const after = await soundOf(attendee);
    expect(after.energy).toBeGreaterThan(before.energy);
    expect(after.samples - before.samples).toBeGreaterThan((SECONDS - 1) * 48_000);
    expect(after.concealed - before.concealed).toBeLessThan(0.05 * (after.samples - before.samples));
    expect(await attendee.getByTestId('line').innerText()).toMatch(/kbit\/s[\s\S]* MB so far/);
    await picture(attendee, 'bandwidth-1-audio');
  });

  it('costs at most 250 kbit/s in saver mode, and a small picture moves', async () => {
    await choose(attendee, 'Save data');
    await moves(attendee);
    expect(await cost('saver, a face')).toBeLessThanOrEqual(250);
    await presenter.getByRole('button', { name: 'Share screen' }).click();
    await attendee.getByTestId('tile-screen').waitFor();
    expect(await cost('saver, a screen')).toBeLessThanOrEqual(250);
    await picture(attendee, 'bandwidth-2-saver');
    await presenter.getByRole('button', { name: 'Stop sharing' }).click();
  });

  it('lets the presenter send only what somebody watches', async () => {
    const sends = (count: number) =>
      until(
        async () => (await layersSent(presenter)) === count,
        10_000,
        () => `${count} layers are sent`,
      );
    await choose(attendee, 'Save data');
    await sends(1);
    await choose(attendee, 'Sound only');
    await sends(0);
    await choose(attendee, 'Save data');
    await Promise.all([sends(1), moves(attendee)]);
    await choose(attendee, 'Everything');
    await until(async () => (await layersSent(presenter)) > 1);
  });

  it('steps down within 3 s on a line of 300 kbit/s that loses 5 %, says so, and the sound goes on', async () => {
    await choose(attendee, 'Automatic');
    await until(async () => (await line!.rate(2)) > 500, 40_000);
    figures.push(`all: ${(await line!.rate(2)).toFixed(0)} kbit/s`);
    await line!.weaken({ kbps: 300, delayMs: 150, loss: 0.05 });
    const began = performance.now();
    const stepped = attendee.getByTestId('bandwidth-note').waitFor();
    await stepped;
    const before = await soundOf(attendee);
    const seconds = (performance.now() - began) / 1_000;
    figures.push(`on the weak line: stepped down after ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(3);
    expect(await line!.rate(SECONDS)).toBeLessThanOrEqual(300);
    await picture(attendee, 'bandwidth-3-weak');
    const after = await soundOf(attendee);
    const concealed = (after.concealed - before.concealed) / (after.samples - before.samples);
    figures.push(`on the weak line: ${(concealed * 100).toFixed(1)} % of the sound was made up`);
    expect(after.samples - before.samples).toBeGreaterThan((SECONDS - 1) * 48_000);
    expect(concealed).toBeLessThan(0.15);
  });
});

async function choose(page: Page, name: string): Promise<void> {
  await page.getByTestId('line').click();
  await page.getByRole('menuitem', { name }).click();
}

async function moves(page: Page): Promise<void> {
  const video = page.getByTestId('stage').getByTestId('video-person').first();
  let before: number | undefined;
  await until(
    async () => {
      const now = await framesOf(video, 1_000).catch(() => 0);
      if (before === undefined || now < before) before = now;
      return now > before + 2;
    },
    30_000,
    () => `the picture moves (frames: ${before})`,
  );
}
