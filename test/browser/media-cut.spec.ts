import type { Browser, Page } from 'playwright-core';
import { Lectern, until } from '../support/lectern';
import { Cable } from '../support/line';
import type { Person } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { everything, followInvitation, framesOf, openBrowser, openWindow, picture } from './browser';

jest.setTimeout(120_000);

const CUT_MS = 10_000;

/** Only the media are cut, as by a firewall or a new network: the signalling lives, and ICE finds the way again. */
describe('media that are cut while the signalling lives', () => {
  const figures: string[] = [];
  const sent: string[] = [];
  let sockets = 0;
  let cable: Cable | undefined;
  let lectern: Lectern;
  let near: Browser, far: Browser;
  let host: Person;
  let viewer: Page, attendee: Page, presenter: Page;

  beforeAll(async () => {
    cable = new Cable();
    lectern = await Lectern.start(cable.env);
    const address = await cable.open(lectern.port);
    near = await openBrowser({ fps: 10 });
    far = await openBrowser({ fps: 10, secure: address, program: (path) => cable!.program(path) });
    host = await firstHost(lectern);
    const { webinarId, links } = await scheduled(host);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    const there = (link: string) => link.replace(lectern.url, address);
    presenter = await watched(far);
    await followInvitation(presenter, there(links.presenter!), 'Pia Presenter');
    await presenter.getByText('Camera and microphone will be on.').waitFor();
    await presenter.getByRole('button', { name: 'Enter the room', exact: true }).click();
    attendee = await watched(far);
    await followInvitation(attendee, there(links.attendee!), 'Ada Attendee');
    viewer = await everything(openWindow(near));
    await followInvitation(viewer, links.attendee!, 'Vic Viewer');
    for (const page of [viewer, attendee]) await moves(page);
  });

  afterAll(async () => {
    process.stdout.write(`\nMedia cut alone:\n${figures.map((figure) => `  ${figure}\n`).join('')}`);
    for (const [name, page] of Object.entries({ viewer, attendee, presenter }))
      if (page) await picture(page, `media-cut-${name}`);
    host?.leave();
    await near?.close();
    await far?.close();
    await lectern?.remove();
    cable?.close();
  });

  /** A window of which is known what it asks the server for. */
  async function watched(browser: Browser): Promise<Page> {
    const page = await everything(openWindow(browser));
    page.on('websocket', (socket) => {
      sockets += 1;
      socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
    });
    return page;
  }
  const asked = (event: string) => sent.filter((frame) => frame.includes(`"${event}"`)).length;

  it('come back by themselves, over the same transports', async () => {
    const [socketsBefore, transports] = [sockets, asked('transport:create')];
    expect(asked('transport:restart-ice')).toBe(0);
    const began = performance.now();
    cable!.cutMedia(lectern.port);
    for (const page of [attendee, presenter])
      await page.getByText('Sound and picture were interrupted.').waitFor({ timeout: 30_000 });
    figures.push(`the page says so after ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    await picture(attendee, 'media-cut-1');
    await until(() => performance.now() - began > CUT_MS, CUT_MS * 2);
    const stood = await frames(attendee);
    cable!.mendMedia();
    const mended = performance.now();
    for (const page of [attendee, viewer]) await moves(page);
    figures.push(
      `the pictures move again ${((performance.now() - mended) / 1_000).toFixed(1)} s after the line is back`,
    );
    expect(await frames(attendee)).toBeGreaterThan(stood);
    for (const page of [attendee, presenter])
      await page.getByText('Sound and picture were interrupted.').waitFor({ state: 'detached' });
    expect(asked('transport:restart-ice')).toBeGreaterThanOrEqual(2);
    expect([sockets, asked('transport:create')]).toEqual([socketsBefore, transports]);
  });
});

const video = (page: Page) => page.getByTestId('stage').getByTestId('video-person').first();
const frames = (page: Page) => framesOf(video(page), 1_000);

async function moves(page: Page): Promise<void> {
  let before: number | undefined;
  await until(
    async () => {
      const now = await frames(page).catch(() => 0);
      if (before === undefined || now < before) before = now;
      return now > before + 2;
    },
    40_000,
    () => `the picture moves (frames: ${before})`,
  );
}
