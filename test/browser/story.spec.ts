import type { Browser, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  agreeAtTheDoor,
  complaintsOf,
  everything,
  followInvitation,
  framesOf,
  hearsSpeech,
  openBrowser,
  openPanel,
  openWindow,
  picture,
  readLinks,
  run,
  speakToFile,
} from './browser';
import { endOfSpeech, findSpeech } from './speech-in-video';
import { type Lectern, until } from '../support/lectern';
import { topologies } from '../support/topology';

jest.setTimeout(240_000);

const SENTENCE = 'Welcome teachers. Today we talk about solar energy and clean water.';
/** The microphone says the sentence again after so many seconds. */
const PERIOD = 10;

/** The whole job of Lectern in real browsers: from the first start to a word found in the library. Each step needs those before it. */
describe.each(topologies)('the story on $name', (topology) => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-story-'));
  let lectern: Lectern;
  let browser: Browser;
  let host: Page, presenter: Page, attendee: Page, voter: Page;
  let links: Record<string, string>;
  let webinarPage: string;
  let complaints: string[];

  const speech = join(folder, 'speech.wav');
  beforeAll(async () => {
    speakToFile(SENTENCE, speech, PERIOD);
    lectern = await topology.start();
    browser = await openBrowser({ speech });
    host = await everything(openWindow(browser));
    presenter = await everything(openWindow(browser));
    await presenter.addInitScript(shareWithoutSound);
    attendee = await everything(openWindow(browser));
    voter = await everything(openWindow(browser, 360, 740));
    complaints = complaintsOf(host, presenter, attendee, voter);
  });

  let failed = false;

  /** One step of the story; after a failed one there is nothing to see. */
  function step(name: string, run: () => Promise<void>): void {
    it(name, async () => {
      if (failed) throw new Error('An earlier step failed.');
      failed = true;
      await run();
      failed = false;
    });
  }

  afterAll(async () => {
    for (const [name, page] of Object.entries({ host, presenter, attendee, voter }))
      if (failed && page) await picture(page, `failed-${name}`);
    await browser?.close();
    await lectern?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  step('lets the first host make an account with the printed link', async () => {
    await host.goto(`${lectern.url}/setup/${lectern.setupToken}`);
    await host.getByLabel('Your name').fill('Amina Host');
    await host.getByLabel('Email').fill('amina@example.org');
    await host.getByLabel('Password').first().fill('a long pass phrase');
    await picture(host, '01-setup');
    await host.getByRole('button', { name: 'Make the account' }).click();
    await host.waitForURL('**/desk');
    await picture(host, '02-desk-empty');
  });

  step('schedules a webinar and hands out a link for each role', async () => {
    await host.getByRole('link', { name: 'New webinar' }).first().click();
    await host.getByLabel('Title').fill('Energy for village schools');
    await host.getByLabel('Description').fill('What works where the line is weak.');
    await picture(host, '03-new-webinar');
    await host.getByRole('button', { name: 'Plan the webinar' }).click();
    await host.waitForURL('**/w/*');
    webinarPage = host.url();
    links = await readLinks(host);
    expect(Object.keys(links).sort()).toEqual(['Attendee', 'Host', 'Moderator', 'Presenter']);
    await picture(host, '04-webinar');
    await host.getByLabel('This webinar will be recorded').check();
    await host.getByRole('button', { name: 'Save', exact: true }).click();
    await host.getByText('Saved.').waitFor();
  });

  step('opens the green room to host and presenter, and the lobby to attendees', async () => {
    await host.getByRole('link', { name: 'Open the room' }).first().click();
    await host.getByRole('button', { name: 'Agree and enter without camera and microphone' }).click();
    await host.getByTestId('stage').waitFor();

    await followInvitation(presenter, links.Presenter!, 'Pia Presenter');
    await presenter.getByText('Camera and microphone will be on.').waitFor();
    await picture(presenter, '05-device-check');
    await presenter.getByRole('button', { name: 'Agree and enter', exact: true }).click();
    await presenter.getByTestId('stage').waitFor();
    await host.locator('video').first().waitFor();

    await followInvitation(attendee, links.Attendee!, 'Ada Attendee');
    await agreeAtTheDoor(attendee);
    await attendee.getByTestId('lobby').waitFor();
    await picture(attendee, '06-lobby');
    await followInvitation(voter, links.Attendee!, 'Vic Voter');
    await agreeAtTheDoor(voter, '05-consent-phone');
    await voter.getByTestId('lobby').waitFor();
    await picture(voter, '07-lobby-phone');
  });

  step('brings picture and sound to the attendees once the host goes live', async () => {
    await host.getByRole('button', { name: 'Go live' }).click();
    for (const page of [attendee, voter]) {
      const video = page.getByTestId('stage').locator('video').first();
      await video.waitFor();
      const before = await framesOf(video);
      await until(
        async () => (await framesOf(video)) > before + 10,
        15_000,
        () => 'the picture moves',
      );
      await until(
        () => hearsSpeech(page),
        15_000,
        () => 'the speech is heard',
      );
    }
    await picture(host, '08-live-host');
    await picture(attendee, '09-live-attendee');
    await picture(voter, '10-live-phone');
  });

  step('starts the recording, and everyone sees that it runs', async () => {
    await host.getByRole('button', { name: 'Start recording' }).click();
    for (const page of [host, presenter, attendee, voter]) await page.getByTestId('recording-badge').waitFor();
  });

  step('leaves out of the recording who asks for it', async () => {
    await attendee.getByTestId('recording-badge').click();
    await attendee.getByRole('menuitem', { name: 'Leave me out of the recording' }).click();
    await attendee.getByTestId('left-out-badge').waitFor();
    await picture(attendee, '10-left-out');
  });

  step("shows the presenter's screen", async () => {
    await presenter.getByRole('button', { name: 'Share screen' }).click();
    const screen = attendee.getByTestId('tile-screen').locator('video');
    await screen.waitFor();
    await until(
      async () => (await framesOf(screen)) > 2,
      15_000,
      () => 'the screen is seen',
    );
    await picture(attendee, '11-screen');
    await picture(voter, '12-screen-phone');
  });

  step('takes a question from the waiting line to a written answer', async () => {
    await openPanel(attendee, 'Q&A');
    await attendee.getByLabel('Your question').fill('Does it work without a battery?');
    await attendee.getByRole('button', { name: 'Ask', exact: true }).click();
    await attendee.getByText('Waits for a moderator').waitFor();

    await openPanel(host, 'Q&A');
    const waiting = host.getByTestId('question').filter({ hasText: 'without a battery' });
    await waiting.waitFor();
    expect(await voter.getByText('without a battery').count()).toBe(0);
    await picture(host, '13-moderation');
    await waiting.getByRole('button', { name: 'Approve' }).click();

    await openPanel(voter, 'Q&A');
    await voter.getByRole('button', { name: /Vote for this question/ }).click();
    await attendee
      .getByRole('button', { name: /1 vote/ })
      .or(attendee.getByText(/1 vote/))
      .first()
      .waitFor();
    await picture(voter, '14-vote-phone');

    await pile(host, 'Approved');
    await host.getByTestId('question').getByRole('button', { name: 'Answer live' }).click();
    await voter
      .getByRole('heading', { name: 'Answering live' })
      .or(voter.getByText('Answering live'))
      .first()
      .waitFor();
    await pile(host, 'Answering');
    await host.getByTestId('question').getByRole('button', { name: 'Reply' }).click();
    await host.getByLabel('Your written answer').fill('Yes, by day.');
    await host.getByRole('button', { name: 'Answer', exact: true }).click();
    await voter.getByText('Yes, by day.').waitFor();
    await picture(attendee, '15-answered');
  });

  step('runs a chat in which a moderator deletes and mutes', async () => {
    await openPanel(attendee, 'Chat');
    await openPanel(host, 'Chat');
    await attendee.getByLabel('Your message').fill('Buy my lamps!');
    await attendee.keyboard.press('Enter');
    await host.getByText('Buy my lamps!').waitFor();
    await host.getByTestId('message').filter({ hasText: 'Buy my lamps!' }).hover();
    await host.getByRole('button', { name: 'What to do with the message of Ada Attendee' }).click();
    await host.getByRole('button', { name: 'Delete the message of Ada Attendee' }).click();
    await attendee.getByText('Message deleted').waitFor();
    await openPanel(host, 'People');
    await host.getByRole('button', { name: 'What to do with Ada Attendee' }).click();
    await picture(host, '16-people');
    await host.getByRole('menuitem', { name: 'Mute', exact: true }).click();
    await attendee
      .getByText(/A moderator has muted you/)
      .first()
      .waitFor();
    await picture(attendee, '17-muted');
  });

  step('ends for all after the sentence was said twice more', async () => {
    const started = performance.now();
    await until(() => performance.now() - started > 2 * PERIOD * 1_000, PERIOD * 2_500);
    await host.getByRole('button', { name: 'Stop recording' }).click();
    await attendee.getByTestId('recording-badge').waitFor({ state: 'detached' });
    await host.getByRole('button', { name: 'End for all' }).click();
    await host.getByRole('dialog').getByRole('button', { name: 'End for all' }).click();
    await attendee
      .getByText(/over|recording/i)
      .first()
      .waitFor();
    await picture(attendee, '18-over');
  });

  step('processes the recording with progress to see, and the host publishes it', async () => {
    await host.goto(webinarPage);
    await host
      .getByText(/Waiting for its turn|Reading the tracks|Composing the video|Writing down/)
      .first()
      .waitFor();
    await picture(host, '19-processing');
    await host.getByRole('link', { name: 'Review and publish' }).click({ timeout: 120_000 });
    await host.getByText('Draft: not public yet').waitFor();
    await picture(host, '20-draft');
    await host.getByRole('button', { name: 'Publish', exact: true }).click();
    await host.getByText('Published. Anyone can see it.').waitFor();
  });

  step('makes a grid view when the host asks for one, which the library offers then', async () => {
    const download = host.getByRole('region', { name: 'Downloads' }).getByRole('link', { name: /grid/i });
    expect(await download.count()).toBe(0);
    await host.goto(webinarPage);
    const make = host.getByRole('button', { name: 'Make a grid view' });
    await make.click();
    await host
      .getByText(/Waiting for its turn|Making the grid view|Putting the files/)
      .first()
      .waitFor();
    await picture(host, '20-grid');
    await make.waitFor({ state: 'detached' });
    await host.getByRole('link', { name: 'Review and publish' }).click({ timeout: 120_000 });
    await download.waitFor();
    expect(await host.getByRole('button', { name: 'Make a grid view' }).count()).toBe(0);
  });

  step('finds a spoken word in the library and jumps to its second', async () => {
    const stranger = await openWindow(browser);
    await stranger.goto(`${lectern.url}/library`);
    await stranger.getByLabel('Search in titles, speech and questions').fill('solar');
    const hit = stranger.getByRole('link', { name: /Pia Presenter, at/ }).first();
    await hit.waitFor();
    await picture(stranger, '21-search');
    const href = (await hit.getAttribute('href'))!;
    const second = Number(new URL(href, lectern.url).searchParams.get('t'));
    await hit.click();
    const video = stranger.locator('video');
    await until(
      () =>
        video.evaluate(
          (element: HTMLVideoElement, t) => Math.abs(element.currentTime - t) < 2 && element.readyState >= 2,
          second,
        ),
      15_000,
      () => 'the video stands at the word',
    );
    await stranger
      .getByText(/solar energy|clean water/)
      .first()
      .waitFor();
    await stranger.getByRole('tab', { name: /Questions/ }).click();
    await stranger.getByText('Does it work without a battery?').waitFor();
    expect(await stranger.getByText('Ada Attendee').count()).toBe(0);
    await picture(stranger, '22-resource');
    for (const [quality, height] of [
      ['low', 240],
      ['sound', 0],
    ] as const) {
      await stranger.getByRole('button', { name: 'Settings' }).click();
      await stranger.getByLabel('Quality and use of data').selectOption(quality);
      await stranger.keyboard.press('Escape');
      await until(
        () =>
          video.evaluate(
            (element: HTMLVideoElement, [t, lines]) =>
              element.readyState >= 2 && element.videoHeight === lines && element.currentTime >= t,
            [second - 2, height] as const,
          ),
        15_000,
        () => `the video goes on in quality "${quality}"`,
      );
    }
  });

  step(
    'made a video with picture and sound, of the right length, and captions that are in step with the speech',
    async () => {
      const { resourceId, recordedSeconds } = await published(lectern);
      const file = join(process.env.TEST_SCREENSHOTS ?? folder, `video-${lectern.port}.mp4`);
      await download(`${lectern.url}/api/resources/${resourceId}/files/video.mp4`, file);
      const probe = JSON.parse(
        run('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file]),
      ) as {
        streams: { codec_type: string; codec_name: string; duration: string }[];
        format: { duration: string };
      };
      expect(probe.streams.map((stream) => stream.codec_name).sort()).toEqual(['aac', 'h264']);
      for (const stream of probe.streams) expect(Math.abs(Number(stream.duration) - recordedSeconds)).toBeLessThan(1);

      const { transcript } = (await (await fetch(`${lectern.url}/api/resources/${resourceId}`)).json()) as {
        transcript: { start: number; end: number; speaker: string; text: string }[];
      };
      expect(transcript.every((cue) => cue.speaker === 'Pia Presenter')).toBe(true);
      const vtt = await (await fetch(`${lectern.url}/api/resources/${resourceId}/files/captions.en.vtt`)).text();
      expect(vtt).toContain('<v Pia Presenter>');
      // The microphone says the sentence again every PERIOD; the captions must begin and end with it.
      const heard = findSpeech(file, speech);
      expect(heard.agreement).toBeGreaterThan(0.6);
      const begin = heard.second;
      const end = begin + endOfSpeech(speech);
      const off = [
        ...transcript.filter(({ text }) => /^welcome/i.test(text)).map((cue) => outOfStep(cue.start, begin)),
        ...transcript.filter(({ text }) => /water$/i.test(text)).map((cue) => outOfStep(cue.end, end)),
      ];
      if (off.length === 0 || Math.max(...off) >= 1)
        throw new Error(
          `The captions are out of step by ${off.join(', ')} s: ${JSON.stringify({ heard, transcript })}`,
        );
    },
  );

  step('gave the browser nothing to complain of', async () => expect(complaints).toEqual([]));
});

/** The made-up sound of a shared tab is the microphone's once more, at another place: two voices in one. */
function shareWithoutSound(): void {
  const share = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getDisplayMedia = (wanted) => share({ ...wanted, audio: false });
}

/** How many seconds a moment is away from the nearest one at which the speech is at the same place. */
function outOfStep(moment: number, known: number): number {
  const apart = moment - known;
  return Math.abs(apart - PERIOD * Math.round(apart / PERIOD));
}

async function pile(page: Page, state: string): Promise<void> {
  await page
    .getByRole('group', { name: 'Questions by state' })
    .getByRole('button', { name: new RegExp(`^${state}`) })
    .click();
}

async function published(lectern: Lectern): Promise<{ resourceId: string; recordedSeconds: number }> {
  const { resources } = (await (await fetch(`${lectern.url}/api/resources`)).json()) as {
    resources: { id: string; duration: number }[];
  };
  return { resourceId: resources[0]!.id, recordedSeconds: resources[0]!.duration };
}

async function download(url: string, file: string): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  await writeFile(file, Buffer.from(await (await fetch(url)).arrayBuffer()));
}
