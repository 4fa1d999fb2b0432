import type { Browser, Page } from 'playwright-core';
import { Lectern, until } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { embedded } from '../support/topology';
import { shareWithTone } from './connections';
import { followInvitation, framesOf, openBrowser, openPanel, openWindow, picture } from './browser';

jest.setTimeout(240_000);

/** From the audience to the stage and back, in real browsers: nothing is sent without the person's yes. */
describe('a raised hand', () => {
  let lectern: Lectern;
  let browser: Browser;
  let host: Person;
  let moderator: Page, guest: Page, viewer: Page;
  let webinarId: string;

  beforeAll(async () => {
    lectern = await embedded.shared();
    browser = await openBrowser({ fps: 10 });
    host = await firstHost(lectern);
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    moderator = await openWindow(browser);
    guest = await openWindow(browser, 360, 740);
    viewer = await openWindow(browser);
    await followInvitation(moderator, links.moderator!, 'Mo Moderator');
    await moderator.getByRole('button', { name: 'Enter without camera and microphone' }).click();
    await followInvitation(guest, links.attendee!, 'Ada Attendee');
    await followInvitation(viewer, links.attendee!, 'Vic Viewer');
    for (const page of [moderator, guest, viewer]) await page.getByTestId('stage').waitFor();
  });

  afterAll(async () => {
    for (const [name, page] of Object.entries({ moderator, guest, viewer }))
      if (page) await picture(page, `end-${name}`);
    host?.leave();
    await browser?.close();
    await lectern?.remove();
  });

  const producers = () => host.told('producer:opened').length;

  it('comes to the moderators in order, and is told to them by ear', async () => {
    await guest.getByRole('button', { name: 'Raise hand' }).click();
    await guest.getByRole('button', { name: /Hand is up/ }).waitFor();
    await openPanel(moderator, 'People');
    await moderator.getByTestId('hand').filter({ hasText: 'Ada Attendee' }).waitFor();
    await viewer.keyboard.press('h');
    await until(async () => (await moderator.getByTestId('hand').allInnerTexts()).length === 2);
    const order = await moderator.getByTestId('hand').allInnerTexts();
    expect(order.map((text) => text.split('\n')[0])).toEqual(['Ada Attendee', 'Vic Viewer']);
    await moderator.getByTestId('hands-announcer').getByText('2 hands are raised. Ada Attendee is first.').waitFor();
    await picture(moderator, 'stage-1-queue');
    await picture(guest, 'stage-2-hand-phone');
  });

  it('leads to the stage with the consent of the person, and not before', async () => {
    await moderator.getByRole('button', { name: 'Invite Ada Attendee to the stage' }).click();
    const dialog = guest.getByRole('dialog');
    await dialog.getByText('You are invited to the stage').waitFor();
    expect(await dialog.getByTestId('preview-video').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Turn microphone on' }).click();
    await dialog.getByRole('button', { name: 'Turn camera on' }).click();
    await dialog.getByText('Camera and microphone will be on.').waitFor();
    await picture(guest, 'stage-3-invitation-phone');
    expect(producers()).toBe(0);
    await dialog.getByRole('button', { name: 'Come on the stage' }).click();
    await dialog.waitFor({ state: 'detached' });
    const video = viewer.getByTestId('tile-person').locator('video');
    await video.waitFor();
    await until(async () => (await framesOf(video)) > 5, 30_000);
    await viewer.getByTestId('tile-person').getByText('Ada Attendee').waitFor();
    await moderator.getByTestId('guests').getByText('Ada Attendee').waitFor();
    expect(await guest.getByRole('button', { name: 'Share screen' }).count()).toBe(0);
    await picture(guest, 'stage-4-guest-phone');
    await picture(moderator, 'stage-5-guests');
    await picture(viewer, 'stage-6-viewer');
  });

  it('may be declined: the hand goes down and nothing was sent', async () => {
    const before = producers();
    await moderator.getByRole('button', { name: 'Invite Vic Viewer to the stage' }).click();
    await viewer.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
    await viewer.getByRole('button', { name: 'Raise hand' }).waitFor();
    await moderator.getByTestId('hands').waitFor({ state: 'detached' });
    expect(producers()).toBe(before);
  });

  it('ends with the return to the audience: the server closes what was sent', async () => {
    await moderator.getByRole('button', { name: 'Return Ada Attendee to the audience' }).click();
    await viewer.getByTestId('tile-person').waitFor({ state: 'detached' });
    await guest.getByText('You are in the audience again.').waitFor();
    await guest.getByRole('button', { name: 'Raise hand' }).waitFor();
    expect(host.told('producer:closed')).toHaveLength(producers());
    expect(await refusal(host.call('hand:list', {}))).toBe('done');
    await picture(guest, 'stage-7-returned-phone');
  });

  it('goes on with another role at once, without loading the page anew', async () => {
    await guest.getByRole('tab', { name: /^Q&A/ }).click();
    await guest.getByLabel('Your question').fill('Who reads this first?');
    await guest.getByRole('button', { name: 'Ask', exact: true }).click();
    await guest.getByText('Waits for a moderator').waitFor();
    const { participants } = await host.call('participant:list', { search: 'Mo' });
    await host.call('participant:role', { participantId: participants[0]!.id, role: 'cohost' });
    await moderator.getByText('You are a co-host now.').waitFor();
    await moderator.getByRole('button', { name: 'End for all' }).waitFor();
    await moderator.getByRole('button', { name: 'What to do with Vic Viewer' }).click();
    await moderator.getByRole('menuitem', { name: 'Change role to: Moderator' }).waitFor();
    await picture(moderator, 'stage-8-roles');
    await moderator.getByRole('menuitem', { name: 'Change role to: Moderator' }).click();
    await viewer.getByRole('button', { name: /Unmute microphone/ }).waitFor();
    await moderator.getByTestId('person').filter({ hasText: 'Mo Moderator' }).getByText('Co-host').waitFor();
    await openPanel(viewer, 'Q&A');
    await viewer.getByTestId('question').filter({ hasText: 'Who reads this first?' }).waitFor();
    await picture(viewer, 'stage-9-moderator');
  });
});

/** Before the doors open: a practice run backstage, and the agenda in the lobby. */
describe('the time before it begins', () => {
  let lectern: Lectern;
  let browser: Browser;
  let host: Page, presenter: Page, attendee: Page;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];

  beforeAll(async () => {
    lectern = await embedded.shared();
    browser = await openBrowser({ fps: 10 });
    const owner = await firstHost(lectern);
    const webinar = await scheduled(owner);
    ({ links } = webinar);
    host = await openWindow(browser);
    presenter = await openWindow(browser);
    attendee = await openWindow(browser, 360, 740);
    await host
      .context()
      .addCookies([
        { name: owner.headers.cookie.split('=')[0]!, value: owner.headers.cookie.split('=')[1]!, url: lectern.url },
      ]);
    await host.goto(`${lectern.url}/w/${webinar.webinarId}`);
  });

  afterAll(async () => {
    await browser?.close();
    await lectern?.remove();
  });

  it('shows the agenda that the host has written, by the clock of who waits', async () => {
    await host.getByRole('link', { name: 'Edit' }).click();
    for (const [row, title, speaker] of [
      [0, 'Welcome', 'Amina Host'],
      [1, 'Solar energy in the village', ''],
    ] as const) {
      await host.getByRole('button', { name: 'Add a part' }).click();
      const part = host.getByTestId('agenda-row').nth(row);
      await part.getByLabel('What happens').fill(title);
      await part.getByLabel('Who speaks').fill(speaker);
    }
    await picture(host, 'before-1-editor');
    await host.getByRole('button', { name: 'Save' }).click();
    await host.getByTestId('agenda').getByText('Solar energy in the village').waitFor();
    await picture(host, 'before-2-webinar');
    await followInvitation(attendee, links.attendee!, 'Ada Attendee');
    const agenda = attendee.getByTestId('lobby').getByTestId('agenda');
    await agenda.waitFor();
    // 09:00 in Paris is 14:00 in Phnom Penh, where this browser stands.
    expect((await agenda.getByRole('listitem').allInnerTexts()).map((text) => text.split(/\s+/))).toEqual([
      ['14:00', 'Welcome', 'Amina', 'Host'],
      ['14:15', 'Solar', 'energy', 'in', 'the', 'village'],
    ]);
    await attendee.getByRole('timer').waitFor();
    await picture(attendee, 'before-3-lobby-phone');
  });

  it('records a practice run, says what it had, and throws it away', async () => {
    await host.getByRole('link', { name: 'Open the room' }).first().click();
    await host.getByRole('button', { name: 'Enter without camera and microphone' }).click();
    await followInvitation(presenter, links.presenter!, 'Pia Presenter');
    await presenter.getByText('Camera and microphone will be on.').waitFor();
    await presenter.getByRole('button', { name: 'Enter the room', exact: true }).click();
    await host.getByTestId('tile-person').locator('video').waitFor();
    await presenter.evaluate(shareWithTone);
    await host.getByRole('button', { name: /Record a practice run/ }).click();
    await presenter.getByRole('button', { name: 'Share screen' }).click();
    await host.getByTestId('tile-screen').waitFor();
    await presenter
      .getByTestId('practice-badge')
      .getByText(/0:0[4-9]|0:[1-5]/)
      .waitFor();
    await picture(host, 'before-4-practice');
    expect(await attendee.getByTestId('practice-badge').count()).toBe(0);
    await host.getByRole('button', { name: /Stop the practice run/ }).click();
    const result = host.getByTestId('practice-result');
    await result.getByText('the voice of Pia Presenter').waitFor();
    await result.getByText('the picture of Pia Presenter').waitFor();
    await result.getByText('the screen of Pia Presenter').waitFor();
    await result.getByText("the sound of Pia Presenter's screen").waitFor();
    await picture(host, 'before-5-result');
    await presenter.getByText('The practice recording was thrown away.').waitFor();
    await host.keyboard.press('Escape');
    await host.getByRole('button', { name: 'Go live' }).click();
    await host.getByRole('button', { name: 'Start recording' }).waitFor();
  });
});
