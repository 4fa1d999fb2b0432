import type { Browser, Locator, Page } from 'playwright-core';
import type { Message } from '@lectern/contracts';
import { randomUUID } from 'node:crypto';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { embedded } from '../support/topology';
import { followInvitation, openBrowser, openPanel, openWindow, picture } from './browser';

jest.setTimeout(240_000);

const say = (who: Person, text: string, replyTo?: string) =>
  who.call('message:send', { clientId: randomUUID(), text, replyTo });

/** What the audience says, how it votes and how it claps, in real browsers. */
describe('the audience', () => {
  let lectern: Lectern;
  let browser: Browser;
  let host: Person, writer: Person;
  let moderator: Page, ada: Page, phone: Page;
  let webinarId: string;
  let first: Message;
  let attendeeLink: string;

  beforeAll(async () => {
    lectern = await embedded.shared();
    browser = await openBrowser({ fps: 5 });
    host = await firstHost(lectern);
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    attendeeLink = links.attendee!;
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    writer = await entered(lectern, links.attendee, 'Wim Writer');
    first = await say(writer, 'Is the sound all right for you?');
    // More than a joiner gets, by several people: each may write 20 at once.
    for (let n = 0; n < 5; n++) {
      const person = await entered(lectern, links.attendee, `Person ${n}`);
      for (let m = 0; m < 14; m++) await say(person, `Line ${n * 14 + m + 1}`);
      person.leave();
    }
    moderator = await openWindow(browser);
    ada = await openWindow(browser);
    phone = await openWindow(browser, 360, 740);
    await followInvitation(moderator, links.moderator!, 'Mo Moderator');
    await moderator.getByRole('button', { name: 'Enter without camera and microphone' }).click();
    await followInvitation(ada, links.attendee!, 'Ada Attendee');
    await followInvitation(phone, links.attendee!, 'Phan Phone');
    for (const page of [moderator, ada, phone]) {
      await page.getByTestId('stage').waitFor();
      await openPanel(page, 'Chat');
    }
  });

  afterAll(async () => {
    for (const [name, page] of Object.entries({ moderator, ada, phone }))
      if (page) await picture(page, `audience-end-${name}`);
    for (const person of [host, writer]) person?.leave();
    await browser?.close();
    await lectern?.remove();
  });

  const write = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Your message').fill(text);
    await page.keyboard.press('Enter');
  };
  const line = (page: Page, text: string): Locator => page.getByTestId('message').filter({ hasText: text });
  const tools = async (page: Page, text: string): Promise<Locator> => {
    const row = line(page, text).last();
    await row.hover();
    await row.getByRole('button', { name: /^What to do with the message of/ }).click();
    return row;
  };
  const settings = async (change: (dialog: Locator) => Promise<void>): Promise<void> => {
    await moderator.getByRole('button', { name: 'Chat settings' }).click();
    const dialog = moderator.getByRole('dialog');
    await change(dialog);
    await moderator.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  };

  it('answers messages in words and with emojis, and jumps to what was answered', async () => {
    expect(await line(ada, 'Is the sound all right').count()).toBe(0);
    await say(writer, 'I ask once more', first.id);
    const row = await tools(ada, 'I ask once more');
    await picture(ada, 'chat-1-tools');
    await row.getByRole('button', { name: 'Celebration' }).click();
    await row.getByRole('button', { name: 'Celebration: 1' }).waitFor();
    await line(moderator, 'I ask once more').getByRole('button', { name: 'Celebration: 1' }).click();
    await line(ada, 'I ask once more').getByRole('button', { name: 'Celebration: 2' }).waitFor();
    await tools(ada, 'I ask once more');
    await row.getByRole('button', { name: 'Reply' }).click();
    await ada.getByTestId('reply-to').getByText('In reply to Wim Writer').waitFor();
    await write(ada, 'Yes, very clear');
    await line(moderator, 'Yes, very clear').getByText('I ask once more').waitFor();
    await line(phone, 'I ask once more')
      .first()
      .getByRole('button', { name: /^Answers Wim Writer: Is the sound/ })
      .click();
    const original = line(phone, 'Is the sound all right for you?').first();
    await until(() => original.evaluate((element) => element === document.activeElement));
    await picture(phone, 'chat-2-jumped-phone');
  });

  it('writes to the moderators, and is answered where nobody else reads it', async () => {
    await openPanel(phone, 'Chat');
    await phone.getByRole('button', { name: 'Moderators', exact: true }).click();
    await write(phone, 'I hear nothing at all');
    await moderator.getByRole('button', { name: /^From the audience/ }).click();
    const row = await tools(moderator, 'I hear nothing at all');
    await row.getByRole('button', { name: 'Reply' }).click();
    await write(moderator, 'Please choose another loudspeaker');
    await line(phone, 'Please choose another loudspeaker').getByText('to you').waitFor();
    await picture(phone, 'chat-3-moderators-phone');
    await picture(moderator, 'chat-4-from-the-audience');
    await moderator.getByRole('button', { name: 'Staff' }).click();
    await write(moderator, 'Five minutes left');
    await host.hears('message:changed', ({ messages }) => messages[0]!.text === 'Five minutes left');
    await ada.getByRole('button', { name: 'Moderators', exact: true }).click();
    expect(await line(ada, 'I hear nothing').count()).toBe(0);
    await ada.getByRole('button', { name: 'Everyone', exact: true }).click();
  });

  it('waits for a moderator where the chat is moderated, and is told so', async () => {
    await moderator.getByRole('button', { name: 'Everyone', exact: true }).click();
    await settings(async (dialog) => {
      await dialog.getByLabel('A moderator reads messages first').check();
      await picture(moderator, 'chat-5-settings');
    });
    await ada.getByText('A moderator reads it before everyone sees it.').waitFor();
    await write(ada, 'Good morning from Battambang');
    await line(ada, 'Good morning').getByText('Waits for a moderator').waitFor();
    await write(ada, 'Buy my lamps');
    await moderator.getByText('2 messages wait').waitFor();
    await picture(moderator, 'chat-6-waiting');
    const waiting = (text: string) => moderator.getByTestId('waiting-message').filter({ hasText: text });
    await waiting('Good morning').getByRole('button', { name: 'Let the message of Ada Attendee through' }).click();
    await waiting('Buy my lamps').getByRole('button', { name: 'Set the message of Ada Attendee aside' }).click();
    await line(ada, 'Buy my lamps').getByText('A moderator did not let it through.').waitFor();
    await line(moderator, 'Good morning').waitFor();
    expect(await line(moderator, 'Buy my lamps').count()).toBe(0);
    await settings((dialog) => dialog.getByLabel('A moderator reads messages first').uncheck());
  });

  it('is slowed down with a countdown, and told which words and links are not wanted', async () => {
    await settings(async (dialog) => {
      await dialog.getByLabel('Only moderators may send links').check();
      await dialog.getByLabel('A message with a filtered word').selectOption('refuse');
      await dialog.getByLabel('Words of the filter in').selectOption('zh');
      await dialog.getByRole('textbox').fill('笨蛋');
      await dialog.getByRole('button', { name: 'Save the words' }).click();
      await moderator.getByText('The words are saved.').waitFor();
      await picture(moderator, 'chat-7-words');
    });
    await write(ada, '你是个笨蛋吗');
    await ada.getByTestId('outbox-item').getByText('There is a word in it that is not wanted here.').waitFor();
    await ada.getByRole('button', { name: 'Discard' }).click();
    await write(ada, 'look at www.example.org');
    await ada.getByTestId('outbox-item').getByText('Here only moderators send links.').waitFor();
    await picture(ada, 'chat-8-refused');
    await ada.getByRole('button', { name: 'Change it' }).click();
    expect(await ada.getByLabel('Your message').inputValue()).toBe('look at www.example.org');
    await write(ada, 'look at the link above');
    await line(moderator, 'look at the link above').waitFor();
    await settings((dialog) => dialog.getByLabel('Slow mode').selectOption('60').then());
    await write(ada, 'One at a time');
    await ada.getByText(/Slow mode: you can write again in \d+ seconds?\./).waitFor();
    expect(await ada.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
    await picture(ada, 'chat-9-slow');
    await settings((dialog) => dialog.getByLabel('Slow mode').selectOption('0').then());
    await write(ada, 'As fast as before');
    await line(moderator, 'As fast as before').waitFor();
  });

  it('votes in a poll that was prepared, and sees the results as the host wants it', async () => {
    await openPanel(moderator, 'Polls');
    await moderator.getByRole('button', { name: 'New poll' }).click();
    await moderator.getByLabel('Kind', { exact: true }).selectOption('quiz');
    await moderator.getByLabel('Question', { exact: true }).fill('Which lamp burns longest on one charge?');
    for (const [n, option] of ['Kerosene', 'Light-emitting diode', 'Candle'].entries())
      await moderator.getByLabel(`Answer ${n + 1}`, { exact: true }).fill(option);
    await moderator.getByRole('button', { name: 'Save the draft' }).click();
    await moderator.getByText('Mark at least one answer as right.').waitFor();
    await moderator.getByLabel('Answer 2 is right').check();
    await moderator.getByLabel('The audience sees the results').selectOption('closed');
    await picture(moderator, 'polls-1-form');
    await moderator.getByRole('button', { name: 'Save the draft' }).click();
    await moderator.getByTestId('poll-draft').getByText('Light-emitting diode').waitFor();
    expect(await ada.getByRole('tab', { name: /^Polls/ }).innerText()).not.toMatch(/\d/);
    await moderator.getByRole('button', { name: /^Open the poll/ }).click();
    await ada.getByText('A poll is open: vote in the Polls tab.').waitFor();
    for (const page of [ada, phone]) await openPanel(page, 'Polls');
    await picture(phone, 'polls-2-vote-phone');
    await ada.getByLabel('Light-emitting diode').check();
    await ada.getByRole('button', { name: 'Vote', exact: true }).click();
    await ada.getByText('You have voted.').waitFor();
    await ada.getByText('The results are shown once the poll is closed.').waitFor();
    await phone.getByLabel('Candle').check();
    await phone.getByRole('button', { name: 'Vote', exact: true }).click();
    await moderator.getByTestId('poll').getByText('2 have voted').waitFor();
    await picture(moderator, 'polls-3-open');
    expect(await ada.getByTestId('poll-bars').count()).toBe(0);
    await moderator.getByRole('button', { name: 'Close', exact: true }).first().click();
    await ada.getByTestId('poll-bars').getByText('✓ right').waitFor();
    expect(await ada.getByTestId('poll-bars').getByRole('listitem').nth(1).innerText()).toMatch(/50%[\s\S]*1 vote/);
    await picture(phone, 'polls-4-results-phone');
  });

  it('gathers words in a cloud while people vote, and lets them change their mind', async () => {
    const params = { webinarId };
    const body = { kind: 'words' as const, question: 'What do you need most?' };
    const { id: pollId } = await host.api('POST /api/webinars/:webinarId/polls', { params, body });
    await moderator.getByTestId('poll-draft').getByText('What do you need most?').waitFor();
    await host.call('poll:open', { pollId });
    await host.call('poll:vote', { pollId, picks: ['water', 'Light', 'teachers'] });
    await writer.call('poll:vote', { pollId, picks: ['Water', 'books', 'الماء'] });
    await openPanel(ada, 'Polls');
    const card = ada.getByTestId('poll').filter({ hasText: 'What do you need most?' });
    await card.getByLabel('Word 1').fill('WATER!');
    await card.getByLabel('Word 2').fill('清洁能源');
    await card.getByRole('button', { name: 'Vote', exact: true }).click();
    const words = ada.getByTestId('poll-cloud').getByRole('listitem');
    await until(async () => /water ?, 3 votes/i.test((await words.first().innerText()).replace(/\s+/g, ' ')));
    await card.getByRole('button', { name: 'Change my vote' }).click();
    await card.getByLabel('Word 1').fill('books');
    await card.getByRole('button', { name: 'Vote', exact: true }).click();
    await until(async () => /books ?, 2 votes/i.test((await words.allInnerTexts()).join(' ').replace(/\s+/g, ' ')));
    await picture(ada, 'polls-5-cloud');
    await picture(moderator, 'polls-6-cloud-staff');
  });

  it('claps over the stage, in motion or standing still as each person wants it', async () => {
    const still = await openWindow(browser);
    await still.emulateMedia({ reducedMotion: 'reduce' });
    await followInvitation(still, attendeeLink, 'Stella Still');
    await still.getByTestId('stage').waitFor();
    await ada.getByRole('button', { name: /React with an emoji/ }).click();
    const clap = ada.getByRole('button', { name: 'Applause' });
    for (let n = 0; n < 3; n++) await clap.click();
    const moving = moderator.getByTestId('reactions');
    await moving.locator('span').first().waitFor({ state: 'attached' });
    expect(await moving.getAttribute('aria-hidden')).toBe('true');
    await still.getByTestId('reactions').getByText(/👏 \d/).waitFor();
    const animated = await still
      .getByTestId('reactions')
      .evaluate((element) => element.getAnimations({ subtree: true }).length);
    expect(animated).toBe(0);
    await Promise.all((['👏', '❤️', '🎉'] as const).map((emoji) => writer.call('reaction:send', { emoji })));
    await picture(still, 'reactions-1-still');
    await picture(ada, 'reactions-2-moving');
    await until(async () => (await moving.locator('span').count()) === 0);
    await picture(phone, 'reactions-3-phone');
  });

  it('has its polls on the page of the webinar too', async () => {
    const draft = moderator.getByTestId('poll-draft').filter({ hasText: 'How was it?' });
    await moderator.goto(`${lectern.url}/w/${webinarId}`);
    await moderator.getByRole('heading', { name: 'Polls' }).waitFor();
    await moderator.getByRole('button', { name: 'New poll' }).click();
    await moderator.getByLabel('Kind', { exact: true }).selectOption('rating');
    await moderator.getByLabel('Question', { exact: true }).fill('How was it?');
    await moderator.getByRole('button', { name: 'Save the draft' }).click();
    await draft.waitFor();
    await picture(moderator, 'polls-7-page');
    await moderator.setViewportSize({ width: 360, height: 740 });
    await draft.scrollIntoViewIfNeeded();
    await picture(moderator, 'polls-8-page-phone');
    await moderator.getByRole('button', { name: 'Delete the draft “How was it?”' }).click();
    await draft.waitFor({ state: 'detached' });
  });
});
