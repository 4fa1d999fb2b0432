import type { Browser, Page } from 'playwright-core';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { everything, followInvitation, framesOf, openBrowser, openWindow, picture } from './browser';
import { keepConnections, layersSent } from './connections';

jest.setTimeout(180_000);

const ROUNDS = 4;

/** What a sender spares while nobody watches, and how it comes back for somebody who does. */
describe('layers that nobody watches', () => {
  const figures: string[] = [];
  let lectern: Lectern;
  let browser: Browser;
  let host: Person;
  let presenter: Page, viewer: Page;

  beforeAll(async () => {
    lectern = await Lectern.start();
    browser = await openBrowser({ fps: 15 });
    host = await firstHost(lectern);
    const { webinarId, links } = await scheduled(host);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    presenter = await everything(openWindow(browser));
    await presenter.addInitScript(keepConnections);
    await followInvitation(presenter, links.presenter!, 'Pia Presenter');
    await presenter.getByText('Camera and microphone will be on.').waitFor();
    await presenter.getByRole('button', { name: 'Enter the room', exact: true }).click();
    viewer = await everything(openWindow(browser));
    await followInvitation(viewer, links.attendee!, 'Vic Viewer');
    await moves('person');
  });

  afterAll(async () => {
    process.stdout.write(`\nFrom the choice to the picture:\n${figures.map((figure) => `  ${figure}\n`).join('')}`);
    for (const [name, page] of Object.entries({ presenter, viewer })) if (page) await picture(page, `layers-${name}`);
    host?.leave();
    await browser?.close();
    await lectern?.remove();
  });

  const sends = (count: number) =>
    until(
      async () => (await layersSent(presenter)) === count,
      15_000,
      () => `${count} layers are sent`,
    );

  async function choose(name: string): Promise<void> {
    await viewer.getByTestId('line').click();
    await viewer.getByRole('menuitem', { name }).click();
  }

  /** @returns ms until new frames were seen */
  async function moves(kind: 'person' | 'screen'): Promise<number> {
    const began = performance.now();
    const video = viewer.getByTestId('stage').getByTestId(`video-${kind}`).first();
    await video.waitFor();
    let before: number | undefined;
    await until(
      async () => {
        const now = await framesOf(video, 1_000).catch(() => 0);
        if (before === undefined || now < before) before = now;
        return now > before + 2;
      },
      20_000,
      () => `the ${kind} moves (frames: ${before})`,
    );
    return performance.now() - began;
  }

  it.each(['person', 'screen'] as const)('are spared, and are there again for who watches: %s', async (kind) => {
    if (kind === 'screen') await presenter.getByRole('button', { name: 'Share screen' }).click();
    for (let round = 1; round <= ROUNDS; round++) {
      await moves(kind);
      await choose('Sound only');
      await sends(0);
      await choose('Everything');
      figures.push(`${kind}, round ${round}: ${(await moves(kind)).toFixed(0)} ms`);
    }
  });
});
