import type { Browser, Page } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { Lectern, until } from '../support/lectern';
import { layLine, type Line } from '../support/line';
import type { Person } from '../support/person';
import { holderOfUdpPort } from '../support/processes';
import { entered, firstHost, scheduled } from '../support/stage';
import { agree, everything, followInvitation, framesOf, openBrowser, openPanel, openWindow, picture } from './browser';

jest.setTimeout(240_000);

/** How long a line stays cut: longer than ICE and the person believe in a hiccup. */
const CUT_MS = 10_000;

/** What a session survives, in real browsers: a cut line, the death of its media worker, the death of the server. */
describe('coming back', () => {
  const figures: string[] = [];
  let line: Line;
  let lectern: Lectern;
  let near: Browser, far: Browser;
  let host: Person, other: Person, asker: Person;
  let webinarId: string;
  let attendee: Page, presenter: Page, otherPresenter: Page, otherAttendee: Page;

  beforeAll(async () => {
    line = layLine();
    lectern = await Lectern.start({ LECTERN_MEDIA_WORKERS: '2', ...line.env });
    const address = await line.open(lectern.port);
    near = await openBrowser({ fps: 10 });
    far = await openBrowser({ fps: 10, secure: address, program: (path) => line.program(path) });
    host = await firstHost(lectern);
    const first = await scheduled(host);
    const second = await scheduled(host);
    ({ webinarId } = first);
    other = await entered(lectern, second.links.host, 'Omar Host');
    await host.enter(webinarId);
    asker = await entered(lectern, first.links.attendee, 'Ben Asker');
    await Promise.all([host.call('webinar:start', {}), other.call('webinar:start', {})]);
    [presenter, attendee, otherPresenter, otherAttendee] = await Promise.all([
      onStage(near, first.links.presenter!, 'Pia Presenter'),
      inAudience(far, first.links.attendee!.replace(lectern.url, address), 'Ada Attendee'),
      onStage(near, second.links.presenter!, 'Otto Presenter'),
      inAudience(near, second.links.attendee!, 'Vic Viewer'),
    ]);
    await Promise.all([moves(attendee), moves(otherAttendee)]);
    await openPanel(attendee, 'Chat');
  });

  afterAll(async () => {
    process.stdout.write(`\nComing back, over a ${line?.kind}:\n${figures.map((figure) => `  ${figure}\n`).join('')}`);
    for (const [name, page] of Object.entries({ attendee, presenter, otherPresenter, otherAttendee }))
      if (page) await picture(page, `reconnect-last-${name}`);
    await near?.close();
    await far?.close();
    await lectern?.remove();
    line?.close();
  });

  /** Waits for something and keeps how long it took since `began`. */
  async function timed(began: number, what: string, wait: Promise<unknown>): Promise<void> {
    await wait;
    figures.push(`${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  }

  it.each(['unplugged', 'silent'] as const)(
    'shows the moving picture again, and all that was written, after a cut line (%s)',
    async (how) => {
      const began = performance.now();
      line.cut(how);
      const before = await attendee.getByTestId('message').count();
      await asker.call('message:send', { clientId: randomUUID(), text: `Written while you were ${how}` });
      const { id: questionId } = await asker.call('question:ask', {
        clientId: randomUUID(),
        text: `Asked while ${how}?`,
      });
      await host.call('question:approve', { questionId });
      await write(attendee, `Written in the dark, ${how}`);
      await until(() => performance.now() - began > CUT_MS, CUT_MS * 2);
      await picture(attendee, `reconnect-1-${how}`);

      const since = performance.now();
      await line.mend();
      const arrived = host.hears('message:changed', said(`Written in the dark, ${how}`));
      await Promise.all([
        timed(since, `${how}: picture moves again`, moves(attendee)),
        timed(
          since,
          `${how}: what others wrote is read`,
          chatLine(attendee, `Written while you were ${how}`).waitFor(),
        ),
        timed(since, `${how}: what was typed meanwhile has arrived`, arrived),
      ]);
      await attendee.getByTestId('banner').waitFor({ state: 'detached' });
      await picture(attendee, `reconnect-2-${how}`);
      await openPanel(attendee, 'Q&A');
      await attendee
        .getByTestId('question')
        .filter({ hasText: `Asked while ${how}?` })
        .waitFor();
      expect(await attendee.getByTestId('question').filter({ hasText: how }).count()).toBe(1);
      await openPanel(attendee, 'Chat');
      expect(await attendee.getByTestId('message').count()).toBe(before + 2);
      expect(await attendee.getByTestId('outbox-item').count()).toBe(0);
    },
  );

  it('shows the moving picture again after the media worker was killed; the other room does not notice', async () => {
    const worker = await mediaWorkerOf(host, lectern);
    expect(await mediaWorkerOf(other, lectern)).not.toBe(worker);
    await watchStalls(otherAttendee);
    const began = performance.now();
    process.kill(worker, 'SIGKILL');
    await asker.call('message:send', { clientId: randomUUID(), text: 'The picture is gone!' });
    await timed(began, 'media worker killed, chat goes on', chatLine(attendee, 'The picture is gone!').waitFor());
    await host.hears('media:reset');
    await timed(began, 'media worker killed, picture moves again', moves(attendee));
    await picture(attendee, 'reconnect-3-worker');
    expect(other.told('media:reset')).toEqual([]);
    const longest = await longestStall(otherAttendee);
    figures.push(`media worker killed, longest stall in the other room: ${(longest / 1_000).toFixed(2)} s`);
    expect(longest).toBeLessThan(3_000);
  });

  it('brings everyone back after the server was killed, goes on with its recording, and processes it', async () => {
    await host.call('recording:start', {});
    await attendee.getByTestId('recording-badge').waitFor();
    await Promise.all([presenter, attendee].map((page) => agree(page)));
    const started = performance.now();
    await until(() => performance.now() - started > 5_000, 10_000);
    await lectern.end('SIGKILL');
    await write(attendee, 'Written while the server was dead');
    const killed = performance.now();
    await lectern.launch();
    figures.push(`server killed, ready again: ${((performance.now() - killed) / 1_000).toFixed(1)} s`);

    const ready = performance.now();
    await Promise.all([
      timed(ready, 'server back, picture moves again', moves(attendee)),
      timed(ready, 'server back, picture of the other room', moves(otherAttendee)),
      timed(
        ready,
        'server back, what was typed meanwhile is in',
        chatLine(attendee, 'Written while the server').waitFor(),
      ),
    ]);
    await picture(attendee, 'reconnect-4-server');
    const { questions, chat } = await host.enter(webinarId);
    const { questions: known } = await asker.enter(webinarId);
    expect([questions.length, known.length]).toEqual([2, 2]);
    expect(chat.messages.filter(({ text }) => text === 'Written while the server was dead').length).toBe(1);
    await attendee.getByTestId('recording-badge').waitFor();
    await host.call('recording:stop', {});
    await until(
      async () => {
        const { recordings } = await host.api('GET /api/webinars/:webinarId/recordings', { params: { webinarId } });
        return recordings.length === 1 && recordings[0]!.status === 'ready';
      },
      100_000,
      () => 'the recording is processed',
    );
    await attendee.getByTestId('recording-badge').waitFor({ state: 'detached' });
    figures.push(`server back, its recording is ready: ${((performance.now() - ready) / 1_000).toFixed(1)} s`);
  });
});

async function onStage(browser: Browser, link: string, name: string): Promise<Page> {
  const page = await everything(openWindow(browser, 800, 600));
  await followInvitation(page, link, name);
  await page.getByText('Camera and microphone will be on.').waitFor();
  await page.getByRole('button', { name: 'Enter the room', exact: true }).click();
  await page.getByTestId('stage').waitFor();
  return page;
}

/** With all pictures, however slow this machine is: the automatic mode has a test of its own. */
async function inAudience(browser: Browser, link: string, name: string): Promise<Page> {
  const page = await everything(openWindow(browser));
  await followInvitation(page, link, name);
  await page.getByTestId('stage').waitFor();
  return page;
}

/** New frames are shown, and go on being shown. */
async function moves(page: Page): Promise<void> {
  const video = page.getByTestId('stage').getByTestId('video-person').first();
  let before: number | undefined;
  try {
    await until(
      async () => {
        const now = await framesOf(video, 1_000).catch(() => 0);
        if (before === undefined || now < before) before = now;
        return now > before + 2;
      },
      40_000,
      () => `the picture moves (frames: ${before})`,
    );
  } catch (cause) {
    throw new Error(`No picture moves. The page says: ${await page.locator('body').innerText()}`, { cause });
  }
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your message').fill(text);
  await page.keyboard.press('Enter');
}

const chatLine = (page: Page, text: string) => page.getByTestId('message').filter({ hasText: text });

const said = (text: string) => (payload: { messages: { text: string }[] }) =>
  payload.messages.some((message) => message.text === text);

/** The process that carries the room in which this person is, by the port at which it waits for media. */
async function mediaWorkerOf(person: Person, lectern: Lectern): Promise<number> {
  const codecs = [{ kind: 'audio' as const, mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }];
  const answer = await person.call('transport:create', { direction: 'receive', rtpCapabilities: { codecs } });
  return holderOfUdpPort(lectern.pid, Number(answer.iceCandidates[0]!.port));
}

type Watched = Window & { longestStall?: number };

/** From now on the page remembers the longest time between two frames. */
function watchStalls(page: Page): Promise<void> {
  return page
    .getByTestId('video-person')
    .first()
    .evaluate((video: HTMLVideoElement) => {
      let last = performance.now();
      const look = () => {
        const now = performance.now();
        (window as Watched).longestStall = Math.max((window as Watched).longestStall ?? 0, now - last);
        last = now;
        video.requestVideoFrameCallback(look);
      };
      video.requestVideoFrameCallback(look);
    });
}

function longestStall(page: Page): Promise<number> {
  return page.evaluate(() => (window as Watched).longestStall ?? Infinity);
}
