import type { Browser, Page } from 'playwright-core';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spotColours } from '../../libs/recordings/testing/pixels';
import { probe } from '../../libs/recordings/testing/run';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { agree, everything, followInvitation, framesOf, openBrowser, openWindow, picture } from './browser';
import { keepConnections, layersSent, type SentVideo, videosSent, withEightCores, withoutVp9 } from './connections';

jest.setTimeout(180_000);

const ROUNDS = 4;

/** A presenter with a camera, and somebody who watches, in a room that is live. */
async function stageOf(lectern: Lectern, browser: Browser, ...scripts: (() => void)[]) {
  const host = await firstHost(lectern);
  const { webinarId, links } = await scheduled(host);
  await host.enter(webinarId);
  await host.call('webinar:start', {});
  const presenter = await everything(openWindow(browser));
  for (const script of [keepConnections, ...scripts]) await presenter.addInitScript(script);
  await followInvitation(presenter, links.presenter!, 'Pia Presenter');
  await presenter.getByText('Camera and microphone will be on.').waitFor();
  await presenter.getByRole('button', { name: 'Enter the room', exact: true }).click();
  const viewer = await everything(openWindow(browser));
  await followInvitation(viewer, links.attendee!, 'Vic Viewer');
  return { host, webinarId, links, presenter, viewer };
}

async function choose(viewer: Page, name: string): Promise<void> {
  await viewer.getByTestId('line').click();
  await viewer.getByRole('menuitem', { name }).click();
}

const videoOf = (viewer: Page, kind: 'person' | 'screen') =>
  viewer.getByTestId('stage').getByTestId(`video-${kind}`).first();

/** @returns ms until new frames were seen */
async function moves(viewer: Page, kind: 'person' | 'screen'): Promise<number> {
  const began = performance.now();
  const video = videoOf(viewer, kind);
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
    ({ host, presenter, viewer } = await stageOf(lectern, browser));
    await moves(viewer, 'person');
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

  it.each(['person', 'screen'] as const)('are spared, and are there again for who watches: %s', async (kind) => {
    if (kind === 'screen') await presenter.getByRole('button', { name: 'Share screen' }).click();
    for (let round = 1; round <= ROUNDS; round++) {
      await moves(viewer, kind);
      await choose(viewer, 'Sound only');
      await sends(0);
      await choose(viewer, 'Everything');
      figures.push(`${kind}, round ${round}: ${(await moves(viewer, kind)).toFixed(0)} ms`);
    }
  });
});

/** The browser's made-up camera is green; by so much more than any other colour. */
const GREEN = 50;

/** Records a few seconds from the moment on that `ready` waits for. @returns the file of the video made of it */
async function recorded(
  lectern: Lectern,
  host: Person,
  webinarId: string,
  ready: () => Promise<void>,
): Promise<string> {
  const { id } = await host.call('recording:start', {});
  await ready();
  const begun = performance.now();
  await until(() => performance.now() - begun > 4_000, 10_000);
  await host.call('recording:stop', {});
  const found = async () => {
    const { recordings } = await host.api('GET /api/webinars/:webinarId/recordings', { params: { webinarId } });
    return recordings.find((recording) => recording.id === id)!;
  };
  await until(
    async () => ['ready', 'failed'].includes((await found()).status),
    120_000,
    () => lectern.output,
  );
  const { failure, resourceId } = await found();
  expect(failure).toBeNull();
  const params = { resourceId: resourceId!, name: 'video.mp4' };
  const video = await host.fetch('GET /api/resources/:resourceId/files/:name', { params });
  const file = join(lectern.data, 'recorded.mp4');
  writeFileSync(file, Buffer.from(await video.arrayBuffer()));
  return file;
}

const SIZES = { wide: { width: 1280, height: 800 }, narrow: { width: 320, height: 568 } } as const;

/** Where the server is told to prefer VP9: one stream, in whose layers the same is spared. */
describe('a camera in scalable layers', () => {
  const figures: string[] = [];
  let lectern: Lectern;
  let browser: Browser;
  let stage: Awaited<ReturnType<typeof stageOf>>;
  let late: Page;

  beforeAll(async () => {
    lectern = await Lectern.start({ LECTERN_VIDEO_CODEC: 'vp9' });
    browser = await openBrowser({ fps: 15 });
    stage = await stageOf(lectern, browser);
  });

  afterAll(async () => {
    process.stdout.write(`\nIn scalable layers:\n${figures.map((figure) => `  ${figure}\n`).join('')}`);
    for (const [name, page] of Object.entries({ presenter: stage?.presenter, viewer: stage?.viewer, late }))
      if (page) await picture(page, `scalable-${name}`);
    stage?.host.leave();
    await browser?.close();
    await lectern?.remove();
  });

  const sent = async () => (await videosSent(stage.presenter)).filter(({ active }) => active);

  async function sends(mode: string, height: number): Promise<void> {
    let last = '';
    await until(
      async () => {
        const videos = await sent();
        last = JSON.stringify(videos);
        return videos.length === 1 && videos[0]!.mode === mode && videos[0]!.height === height;
      },
      30_000,
      () => `${mode} of ${height} lines is sent, not ${last}`,
    );
  }

  async function shows(height: number): Promise<void> {
    const heightOf = () => videoOf(stage.viewer, 'person').evaluate((video: HTMLVideoElement) => video.videoHeight);
    let last = 0;
    await until(
      async () => (last = await heightOf()) === height,
      30_000,
      () => `${height} lines are shown, not ${last}`,
    );
    await moves(stage.viewer, 'person');
  }

  it('is VP9 in one stream, with all its layers for a large tile', async () => {
    await sends('L3T3_KEY', 720);
    expect(await sent()).toMatchObject([{ codec: 'video/VP9' }]);
    await shows(720);
    figures.push(`three layers of VP9: ${(await sent())[0]!.encodeMs.toFixed(1)} ms for a picture`);
  });

  it('sends fewer layers for a small tile, nothing for nobody, and all again', async () => {
    await stage.viewer.setViewportSize(SIZES.narrow);
    await sends('L1T3', 180);
    await shows(180);
    await choose(stage.viewer, 'Sound only');
    await until(async () => (await sent()).length === 0);
    await choose(stage.viewer, 'Everything');
    await shows(180);
    await stage.viewer.setViewportSize(SIZES.wide);
    await sends('L3T3_KEY', 720);
    await shows(720);
  });

  it('is recorded in full, whatever the tiles are', async () => {
    const { host, webinarId } = stage;
    await stage.viewer.setViewportSize(SIZES.narrow);
    await sends('L1T3', 180);
    const file = await recorded(lectern, host, webinarId, async () => {
      await agree(stage.presenter);
      await sends('L3T3_KEY', 720);
    });
    expect((await probe(file)).streams).toContainEqual(expect.objectContaining({ codec_type: 'video', height: 720 }));
    const [red, green, blue] = spotColours(file, 640, 150).at(-10)!;
    figures.push(`the recording's colour: ${red}, ${green}, ${blue}`);
    expect(green - Math.max(red, blue)).toBeGreaterThan(GREEN);
  });

  it('is VP8 from the moment on in which somebody comes who cannot decode VP9', async () => {
    late = await everything(openWindow(browser));
    await late.addInitScript(withoutVp9);
    await followInvitation(late, stage.links.attendee!, 'Lea Late');
    await moves(late, 'person');
    expect(new Set((await sent()).map(({ codec }) => codec))).toEqual(new Set(['video/VP8']));
    await moves(stage.viewer, 'person');
  });
});

/** How large a picture a busy machine's encoder of AV1 makes is its own affair: here it is seen, and can be recorded. */
describe('a camera in AV1', () => {
  let lectern: Lectern;
  let browser: Browser;
  let stage: Awaited<ReturnType<typeof stageOf>>;

  beforeAll(async () => {
    lectern = await Lectern.start({ LECTERN_VIDEO_CODEC: 'av1' });
    browser = await openBrowser({ fps: 10 });
    stage = await stageOf(lectern, browser, withEightCores);
  });

  afterAll(async () => {
    if (stage) await picture(stage.viewer, 'av1-viewer');
    stage?.host.leave();
    await browser?.close();
    await lectern?.remove();
  });

  async function sends(mode: string): Promise<void> {
    let last = '';
    await until(
      async () => {
        const videos = (await videosSent(stage.presenter)).filter(({ active }) => active);
        last = JSON.stringify(videos);
        return videos.length === 1 && videos[0]!.codec === 'video/AV1' && videos[0]!.mode === mode;
      },
      30_000,
      () => `${mode} is sent, not ${last}`,
    );
  }

  it('is seen by the audience in the layers that it needs, and recorded with all of them', async () => {
    await sends('L3T3_KEY');
    await moves(stage.viewer, 'person');
    const [{ encodeMs, height }] = (await videosSent(stage.presenter)) as [SentVideo];
    process.stdout.write(`\nAV1 of ${height} lines: ${encodeMs.toFixed(1)} ms for a picture\n`);
    await stage.viewer.setViewportSize(SIZES.narrow);
    await sends('L1T3');
    await moves(stage.viewer, 'person');
    const file = await recorded(lectern, stage.host, stage.webinarId, async () => {
      await agree(stage.presenter);
      await sends('L3T3_KEY');
    });
    const colours = spotColours(file, 640, 150).slice(-30);
    const distance = colours.map(([red, green, blue]) => green - Math.max(red, blue));
    expect(Math.min(...distance)).toBeGreaterThan(GREEN);
    await moves(stage.viewer, 'person');
  });
});
