import type { Browser, Locator, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { Lectern } from '../support/lectern';
import type { Person } from '../support/person';
import { firstHost, scheduled } from '../support/stage';
import { embedded } from '../support/topology';
import { followInvitation, openBrowser, openPanel, openWindow, picture } from './browser';

jest.setTimeout(240_000);

/** The moderated questions as people work with them: asking, finding what was asked, merging, handing on, answering. */
describe('the desk of questions', () => {
  let lectern: Lectern;
  let browser: Browser;
  let host: Person;
  let chair: Page, presenter: Page, asker: Page, second: Page;

  beforeAll(async () => {
    lectern = await embedded.shared();
    browser = await openBrowser();
    host = await firstHost(lectern);
    const { webinarId, links } = await scheduled(host);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    chair = await openWindow(browser);
    presenter = await openWindow(browser);
    asker = await openWindow(browser, 360, 740);
    second = await openWindow(browser);
    await followInvitation(chair, links.host!, 'Cora Chair');
    await followInvitation(presenter, links.presenter!, 'Pia Presenter');
    for (const page of [chair, presenter])
      await page.getByRole('button', { name: 'Enter without camera and microphone' }).click();
    await followInvitation(asker, links.attendee!, 'Ada Attendee');
    await followInvitation(second, links.attendee!, 'Vic Voter');
    for (const page of [chair, presenter, asker, second]) {
      await page.getByTestId('stage').waitFor();
      await openPanel(page, 'Q&A');
    }
  });

  afterAll(async () => {
    for (const [name, page] of Object.entries({ chair, presenter, asker, second }))
      if (page) await picture(page, `desk-end-${name}`);
    host?.leave();
    await browser?.close();
    await lectern?.remove();
  });

  const question = (page: Page, text: string): Locator => page.getByTestId('question').filter({ hasText: text });

  async function ask(page: Page, text: string, anonymous = false): Promise<void> {
    const label = page.getByRole('textbox', { name: 'Your question', exact: true });
    await label.fill(text);
    if (anonymous) await page.getByLabel(/Without my name/).check();
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await question(page, text).first().waitFor();
  }

  async function pile(state: string): Promise<void> {
    const piles = chair.getByRole('group', { name: 'Questions by state' });
    await piles.getByRole('button', { name: new RegExp(`^${state}`) }).click();
  }

  it('takes questions as the host wants them', async () => {
    await chair.getByRole('button', { name: 'Settings' }).first().click();
    const dialog = chair.getByRole('dialog', { name: 'How questions are taken' });
    await dialog.getByLabel('Moderators do not see the name either').check();
    await dialog.getByLabel('Open questions a person may have').selectOption('10');
    await picture(chair, 'desk-1-settings');
    await chair.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await ask(asker, 'How many panels does a school need?', true);
    await ask(second, 'How many solar panels does one school need?');
    await ask(second, 'Who repairs a broken inverter?');
    await question(chair, 'Who repairs').waitFor();
    expect(await question(chair, 'How many panels').innerText()).toContain('Anonymous');
    expect(await question(chair, 'How many panels').innerText()).not.toContain('Ada');
    await picture(chair, 'desk-2-waiting');
    await picture(asker, 'desk-3-own-phone');
  });

  it('lets the asker change a question that waits', async () => {
    await question(asker, 'How many panels').getByRole('button', { name: 'Change' }).click();
    await asker.getByLabel('Change').fill('How many panels does a village school need?');
    await asker.getByRole('button', { name: 'Save' }).click();
    await question(chair, 'a village school').waitFor();
  });

  it('merges two that ask the same; the votes add up', async () => {
    await question(chair, 'a village school').getByRole('button', { name: 'Approve' }).click();
    await question(chair, 'one school need').getByRole('button', { name: 'Merge…' }).click();
    const dialog = chair.getByRole('dialog', { name: 'Merge with which question?' });
    await dialog.getByRole('button', { name: /a village school/ }).waitFor();
    await picture(chair, 'desk-4-merge');
    await dialog.getByRole('button', { name: /a village school/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await second.getByText(/It counts here: “How many panels does a village school need/).waitFor();
    await question(chair, 'one school need').waitFor({ state: 'detached' });
  });

  it('offers what was asked already while somebody types', async () => {
    await second.getByRole('textbox', { name: 'Your question', exact: true }).fill('How many panels for my school?');
    const similar = second.getByTestId('similar-questions');
    await similar.getByText('a village school').waitFor();
    await picture(second, 'desk-5-similar');
    await second.getByRole('textbox', { name: 'Your question', exact: true }).fill('');
  });

  it('hands a question to a presenter, who finds it in a queue of one’s own and answers it', async () => {
    await pile('Approved');
    await question(chair, 'a village school').getByRole('button', { name: 'Assign…' }).click();
    const dialog = chair.getByRole('dialog', { name: 'Who is to answer it?' });
    await dialog.getByRole('button', { name: /Pia Presenter/ }).waitFor();
    await picture(chair, 'desk-6-assign');
    await dialog.getByRole('button', { name: /Pia Presenter/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await question(chair, 'a village school').getByText('For Pia Presenter').waitFor();
    await pile('Waiting');
    await question(chair, 'Who repairs').getByRole('button', { name: 'Approve' }).click();
    await question(presenter, 'Who repairs').waitFor();
    await presenter.getByRole('button', { name: 'For me' }).click();
    await question(presenter, 'Who repairs').waitFor({ state: 'detached' });
    const mine = question(presenter, 'a village school');
    await mine.getByRole('button', { name: 'Reply' }).click();
    await presenter.getByLabel('Your written answer').fill('Four are enough for light.');
    await presenter.getByRole('button', { name: 'Answer', exact: true }).click();
    await question(asker, 'Four are enough for light.').waitFor();
    await picture(presenter, 'desk-7-for-me');
  });

  it('keeps what an answer said before', async () => {
    await pile('Answered');
    const card = question(chair, 'a village school');
    await card.getByRole('button', { name: 'Change' }).click();
    await chair.getByLabel('Your written answer').fill('Four are enough for light, six with a computer.');
    await chair.getByRole('button', { name: 'Save' }).click();
    await question(asker, 'six with a computer').waitFor();
    await card.getByRole('button', { name: 'Earlier versions' }).click();
    const dialog = chair.getByRole('dialog', { name: 'What this answer has said' });
    await dialog.getByText('Four are enough for light.', { exact: true }).waitFor();
    await picture(chair, 'desk-8-history');
    await chair.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('pins by key, sorts, and is worked through by keyboard', async () => {
    await ask(second, 'Is there a warranty?');
    await pile('Waiting');
    await question(chair, 'warranty').waitFor();
    await chair.keyboard.press('j');
    await chair.keyboard.press('m');
    await chair.getByRole('dialog', { name: 'Merge with which question?' }).waitFor();
    await chair.keyboard.press('Escape');
    await chair.getByRole('dialog').waitFor({ state: 'detached' });
    // The same key is the microphone's elsewhere.
    await chair.getByRole('button', { name: 'Muted' }).waitFor();
    await chair.keyboard.press('a');
    await question(second, 'warranty')
      .getByRole('button', { name: /Vote for this question/ })
      .waitFor();
    await question(asker, 'warranty')
      .getByRole('button', { name: /Vote for this question/ })
      .click();
    await pile('Approved');
    const first = () => chair.getByTestId('question').first().innerText();
    await chair
      .getByRole('button', { name: /^1 vote|, 1 vote$/ })
      .first()
      .waitFor();
    expect(await first()).toContain('warranty');
    await question(chair, 'Who repairs').getByRole('button', { name: 'Pin', exact: true }).click();
    await question(chair, 'Who repairs').getByText('Pinned').waitFor();
    expect(await first()).toContain('Who repairs');
    await chair.getByRole('group', { name: 'Order' }).getByRole('button', { name: 'Newest' }).click();
    await picture(chair, 'desk-9-pinned');
    await picture(asker, 'desk-10-audience-phone');
  });

  it('is exported', async () => {
    const download = chair.waitForEvent('download');
    await chair.getByRole('link', { name: 'CSV' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain('Who repairs a broken inverter?');
    expect(csv).toContain('six with a computer');
    expect(csv).not.toContain('Ada Attendee');
  });
});
