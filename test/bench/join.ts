/**
 * From the click that enters a live room to the first picture decoded: Lectern against a page with mediasoup-client
 * alone, in turns, on the same machine with the same media worker and the same sender's settings.
 *
 * `npm run bench join`; `-- --runs 30` for more runs, `-- --trace` to see where the time goes.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { followInvitation, openBrowser, openWindow } from '../browser/browser';
import { Lectern, until } from '../support/lectern';
import { firstHost, scheduled } from '../support/stage';
import { BareServer } from './bare/server';
import { watchJoin, type Watched } from './join-watch';

const root = resolve(__dirname, '../..');
const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1];
const runs = process.argv.includes('--runs') ? Number(option('runs')) : 15;
const trace = process.argv.includes('--trace');

/** One way into a room: brings a page before the click, with its code loaded. */
interface Way {
  name: string;
  context: BrowserContext;
  arrive: (page: Page) => Promise<void>;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-join-'));
  await buildPage(folder);
  const lectern = await Lectern.start({ LECTERN_MEDIA_WORKERS: '1' });
  const bare = await BareServer.start(folder, workerBin());
  const browsers = [await openBrowser(), await openBrowser()] as const;
  try {
    const ways = await prepare(lectern, bare, browsers);
    report(await measure(ways));
  } finally {
    for (const browser of browsers) await browser.close();
    bare.close();
    await lectern.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(
  lectern: Lectern,
  bare: BareServer,
  [senders, viewers]: readonly [Browser, Browser],
): Promise<Way[]> {
  const host = await firstHost(lectern);
  const { webinarId, links } = await scheduled(host);
  await host.enter(webinarId);
  await host.call('webinar:start', {});
  const presenter = await openWindow(senders);
  await followInvitation(presenter, links.presenter!, 'Pia Presenter');
  await presenter.getByText('Camera and microphone will be on.').waitFor();
  await presenter.getByRole('button', { name: 'Enter the room', exact: true }).click();
  const sender = await openWindow(senders);
  await sender.goto(`${bare.url}/send`);
  await sender.getByRole('button').click();
  await until(() => bare.sending);
  const known = await openWindow(viewers);
  await followInvitation(known, links.attendee!, 'Ada Attendee');
  await known.getByTestId('stage').waitFor();
  const contexts = { bare: await viewers.newContext(), room: known.context(), invited: await viewers.newContext() };
  await known.close();
  return [
    { name: 'mediasoup-client alone', context: contexts.bare, arrive: (page) => atBarePage(page, bare) },
    {
      name: "Lectern, the room's door",
      context: contexts.room,
      arrive: (page) => atDoor(page, `${lectern.url}/w/${webinarId}/room`),
    },
    {
      name: 'Lectern, the invitation',
      context: contexts.invited,
      arrive: (page) => atInvitation(page, links.attendee!),
    },
  ];
}

async function atBarePage(page: Page, { url }: BareServer): Promise<void> {
  await page.goto(url);
  await page.locator('[data-ready]').waitFor();
}

async function atDoor(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).waitFor();
  await page.waitForLoadState('networkidle');
}

async function atInvitation(page: Page, link: string): Promise<void> {
  // The last of what is brought ahead, while a name is typed.
  const brought = page.waitForResponse('**/api/media/capabilities');
  await page.goto(link);
  await page.getByLabel('Your name').fill('Ada Attendee');
  await brought;
  await page.waitForLoadState('networkidle');
}

async function measure(ways: Way[]): Promise<Map<string, number[]>> {
  const times = new Map(ways.map(({ name }) => [name, [] as number[]]));
  // The first round warms caches and is not counted.
  for (let run = 0; run <= runs; run += 1) {
    for (const way of ways) {
      const ms = await once(way, trace && run > 0);
      if (run > 0) times.get(way.name)!.push(ms);
    }
  }
  return times;
}

async function once({ name, context, arrive }: Way, withTrace: boolean): Promise<number> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.addInitScript(watchJoin);
  await arrive(page);
  const used = await cpuOf(page);
  await page.getByRole('button', { name: 'Enter', exact: false }).first().click();
  await page.waitForFunction(() => (window as Watched).joined?.frameAt !== undefined, undefined, { timeout: 20_000 });
  const { clickAt, frameAt, notes } = (await page.evaluate(() => (window as Watched).joined))!;
  const cpu = await used();
  await page.close();
  if (withTrace) {
    console.log(`\n${name}: ${(frameAt! - clickAt!).toFixed(0)} ms; the page's own thread worked ${cpu}`);
    for (const { at, what } of notes.toSorted((a, b) => a.at - b.at))
      console.log(`  ${(at - clickAt!).toFixed(1).padStart(7)} ${what}`);
  }
  return frameAt! - clickAt!;
}

/** What the page's main thread has worked from now on, in CPU time, which a busy machine does not stretch. */
async function cpuOf(page: Page): Promise<() => Promise<string>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value * 1_000]));
  };
  const before = await read();
  return async () => {
    const after = await read();
    const of = (name: string) => `${((after.get(name) ?? 0) - (before.get(name) ?? 0)).toFixed(0)} ms`;
    return `${of('TaskDuration')} (script ${of('ScriptDuration')}, style ${of('RecalcStyleDuration')}, layout ${of('LayoutDuration')})`;
  };
}

function report(times: Map<string, number[]>): void {
  const at = (sorted: number[], share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
  const rows = [...times].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    return { name, p50: at(sorted, 0.5), p90: at(sorted, 0.9) };
  });
  const base = rows[0]!;
  console.log(
    `\n| from the click to the first picture (${runs} runs each, in turns) | p50 | p90 | p50 ÷ alone | p90 ÷ alone |`,
  );
  console.log('|---|---|---|---|---|');
  for (const { name, p50, p90 } of rows) {
    const ratios = `${(p50 / base.p50).toFixed(2)} | ${(p90 / base.p90).toFixed(2)}`;
    console.log(`| ${name} | ${p50.toFixed(0)} ms | ${p90.toFixed(0)} ms | ${ratios} |`);
  }
}

async function buildPage(outDir: string): Promise<void> {
  const page = join(root, 'test/bench/bare');
  const output = { entryFileNames: 'bare.js' };
  await build({
    configFile: false,
    root: page,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: join(page, 'page.ts'), output } },
  });
  copyFileSync(join(page, 'index.html'), join(outDir, 'index.html'));
}

/** The media worker that Lectern uses. */
function workerBin(): string | undefined {
  const native = JSON.parse(readFileSync(join(root, 'node_modules/.lectern/native.json'), 'utf8')) as {
    mediasoupWorkerBin?: string;
  };
  return process.env.MEDIASOUP_WORKER_BIN ?? native.mediasoupWorkerBin;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
