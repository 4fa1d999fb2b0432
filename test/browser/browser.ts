import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

interface Options {
  /** A WAV that every microphone plays, again and again. */
  speech?: string;
  /** Pictures a second of every camera; Chromium's choice (20) when unset. */
  fps?: number;
  /** An address that is to count as secure without TLS, as localhost does. */
  secure?: string;
  /** Wraps the program, say to start it elsewhere. */
  program?: (path: string) => string;
}

/** A real Chromium with made-up devices: a moving picture, and speech from a file. */
export async function openBrowser({ speech, fps, secure, program }: Options = {}): Promise<Browser> {
  const path = candidates.find((candidate) => existsSync(candidate));
  if (!path) throw new Error('No Chromium is installed: run "node tools/setup.mjs --test".');
  const media = [
    `--use-fake-device-for-media-stream${fps ? `=fps=${fps}` : ''}`,
    '--use-fake-ui-for-media-stream',
    '--auto-accept-this-tab-capture',
  ];
  const args = ['--no-sandbox', ...quiet, ...media];
  if (speech) args.push(`--use-file-for-fake-audio-capture=${speech}`);
  if (secure) args.push(`--unsafely-treat-insecure-origin-as-secure=${secure}`);
  return chromium.launch({ executablePath: program?.(path) ?? path, headless: true, args });
}

/** A person's window: cookies of its own. */
export async function openWindow(browser: Browser, width = 1280, height = 800): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Asia/Phnom_Penh',
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

/** Follows an invitation and gives a name; the stage's device check, or the room, comes next. */
export async function followInvitation(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
}

/** Reads what is recorded, and agrees: nobody is let in before. @param name of the picture */
export async function agreeAtTheDoor(page: Page, name = '05-consent'): Promise<void> {
  await page.getByTestId('consent').getByText('What is kept').click();
  await picture(page, name);
  expect(await page.getByTestId('lobby').count()).toBe(0);
  await page.getByRole('button', { name: 'Agree and enter', exact: true }).click();
}

/** The invitation link of each role, from the webinar's page. */
export async function readLinks(page: Page): Promise<Record<string, string>> {
  const fields = page.getByLabel(/^Link: /);
  await fields.first().waitFor();
  const all = await fields.evaluateAll((elements) =>
    elements.map(
      (element) =>
        [element.getAttribute('aria-label') ?? '', (element as HTMLInputElement).value ?? element.textContent] as const,
    ),
  );
  return Object.fromEntries(all.map(([label, value]) => [label.replace('Link: ', ''), value]));
}

/** Agrees inside to a recording that was not planned. */
export async function agree(page: Page): Promise<void> {
  await page.getByTestId('consent-banner').getByRole('button', { name: 'Agree' }).click();
  await page.getByTestId('consent-banner').waitFor({ state: 'detached' });
}

/** Opens a tab of the side panel. */
export async function openPanel(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) });
  if ((await tab.getAttribute('aria-selected').catch(() => null)) !== 'true') await tab.click();
}

const pictures = process.env.TEST_SCREENSHOTS;

/** Keeps a picture of a page where TEST_SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Frames that a video has shown so far. @param timeout how long to wait for the video, in ms */
export async function framesOf(video: Locator, timeout?: number): Promise<number> {
  return video.evaluate(
    (element: HTMLVideoElement) => (element.videoWidth > 0 ? element.getVideoPlaybackQuality().totalVideoFrames : 0),
    undefined,
    { timeout },
  );
}

/** Speaks a text into a WAV of `seconds`, silence after the words. */
export function speakToFile(text: string, file: string, seconds: number): void {
  const spoken = `${file}.speech.wav`;
  run('espeak-ng', ['-v', 'en-us', '-s', '130', '-w', spoken, text]);
  run('ffmpeg', [
    '-y',
    '-loglevel',
    'error',
    '-i',
    spoken,
    '-af',
    `apad=whole_dur=${seconds}`,
    '-ar',
    '48000',
    '-ac',
    '1',
    file,
  ]);
}

/** Runs a program to its end. @throws with its complaint */
export function run(command: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return `${stdout}${stderr}`;
}

/** Chosen by hand: on a busy machine the line looks weak, and the client would rightly do without the picture. */
export async function everything(opening: Promise<Page>): Promise<Page> {
  const page = await opening;
  await page.addInitScript(() => localStorage.setItem('lectern.bandwidth', 'full'));
  return page;
}

/** What the browser says against these pages, from now on. */
export function complaintsOf(...pages: Page[]): string[] {
  const complaints: string[] = [];
  for (const page of pages)
    page.on('console', (message) => {
      const { url, lineNumber } = message.location();
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()} (${url}:${lineNumber})`);
    });
  return complaints;
}

/** Whether any sound that the page plays is louder than silence just now. */
export function hearsSpeech(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const streams = [...document.querySelectorAll('audio,video')].map(
      (element) => (element as HTMLMediaElement).srcObject as MediaStream | null,
    );
    const tracks = streams
      .flatMap((stream) => stream?.getAudioTracks() ?? [])
      .filter((track) => track.readyState === 'live');
    if (tracks.length === 0) return false;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    for (const track of tracks) context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loudest = 0;
    for (let look = 0; look < 20; look += 1) {
      await new Promise((wake) => setTimeout(wake, 50));
      analyser.getFloatTimeDomainData(samples);
      loudest = Math.max(loudest, ...samples.map(Math.abs));
    }
    await context.close();
    return loudest > 0.02;
  });
}
