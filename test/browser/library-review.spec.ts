import type { Browser, Page } from 'playwright-core';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { firstHost, joinedMember } from '../support/stage';
import { openBrowser, openWindow, picture } from './browser';

jest.setTimeout(180_000);

/** A contribution's way through the pages of who gives it and who looks at it. */
describe('a contribution and its review', () => {
  let lectern: Lectern;
  let browser: Browser;
  let admin: Person;
  let partner: Page, librarian: Page, reader: Page;
  let address: string;

  async function windowOf(person: Person, width?: number, height?: number): Promise<Page> {
    const page = await openWindow(browser, width, height);
    const [name, value] = person.headers.cookie.split('=') as [string, string];
    await page.context().addCookies([{ name, value, url: lectern.url }]);
    return page;
  }

  beforeAll(async () => {
    lectern = await Lectern.start();
    admin = await firstHost(lectern);
    browser = await openBrowser();
    partner = await windowOf(await joinedMember(lectern, admin, 'Paula Partner'), 360, 740);
    librarian = await windowOf(await joinedMember(lectern, admin, 'Lea Librarian', 'librarian'));
    reader = await openWindow(browser, 360, 740);
  });

  afterAll(async () => {
    for (const [name, page] of Object.entries({ partner, librarian, reader }))
      if (page) await picture(page, `review-end-${name}`);
    await browser?.close();
    await lectern?.remove();
  });

  const isNarrow = async (page: Page) =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  it('is submitted from a phone once the agreement is accepted', async () => {
    await partner.goto(`${lectern.url}/contribute`);
    await partner.getByLabel('Title').fill('Worksheets on fractions');
    await partner.getByRole('combobox', { name: 'Languages' }).fill('English');
    await partner.getByRole('option', { name: 'English' }).click();
    await partner.keyboard.press('Escape');
    await partner.getByRole('button', { name: 'Create the draft' }).click();
    await partner.getByRole('button', { name: 'Submit for review' }).click();
    const form = partner.getByRole('form', { name: 'Submit for review' });
    await form.getByText('Rights. We made this resource').waitFor();
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.getByText('Without it the library cannot take it.').waitFor();
    await picture(partner, 'review-1-agreement-phone');
    await isNarrow(partner);
    await form.getByLabel('I have read the agreement and accept it').check();
    await form.getByRole('button', { name: 'Submit' }).click();
    await partner.getByText('Waiting for a librarian').waitFor();
    await isNarrow(partner);
    await picture(partner, 'review-2-submitted-phone');
    address = partner.url();
  });

  it('stands in the queue of the librarian, who asks for changes', async () => {
    await librarian.goto(`${lectern.url}/desk`);
    await librarian.getByText('1 contribution waits for a librarian').waitFor();
    await picture(librarian, 'review-3-desk');
    await librarian.getByRole('link', { name: 'Open', exact: true }).click();
    await librarian.getByText('Paula Partner').waitFor();
    await picture(librarian, 'review-4-queue');
    await librarian.getByRole('link', { name: 'Worksheets on fractions' }).click();
    await librarian.getByText('accepted version 1').waitFor();
    await librarian.getByRole('button', { name: 'Ask for changes' }).click();
    await librarian.getByText('Write what should be changed, or why.').waitFor();
    await librarian.getByRole('textbox', { name: 'Comment' }).fill('Whose are the pictures?');
    await picture(librarian, 'review-5-review');
    await librarian.getByRole('button', { name: 'Ask for changes' }).click();
    await librarian.getByText('Changes were asked for').waitFor();
  });

  it('tells who gave it, who changes and submits it again', async () => {
    await partner.goto(`${lectern.url}/desk`);
    await partner.getByText('1 contribution has something new to read').waitFor();
    await partner.getByRole('link', { name: 'Open', exact: true }).click();
    await picture(partner, 'review-6-mine-phone');
    await isNarrow(partner);
    await partner.getByRole('link', { name: 'Worksheets on fractions' }).click();
    await partner.getByText('Whose are the pictures?').waitFor();
    await picture(partner, 'review-7-returned-phone');
    await isNarrow(partner);
    await partner.getByRole('button', { name: 'Submit for review' }).click();
    const form = partner.getByRole('form', { name: 'Submit for review' });
    await form.getByLabel('I have read the agreement and accept it').check();
    await form.getByLabel('A word to the librarians').fill('They are ours.');
    await form.getByRole('button', { name: 'Submit' }).click();
    await partner.getByText('Waiting for a librarian').waitFor();
    await partner.goto(`${lectern.url}/desk`);
    await partner.getByRole('link', { name: 'New webinar' }).first().waitFor();
    await until(async () => (await partner.getByText('has something new to read').count()) === 0);
  });

  it('is approved and public, and leaves a tombstone when it is withdrawn', async () => {
    await librarian.goto(address);
    await librarian.getByText('They are ours.').waitFor();
    await librarian.getByRole('button', { name: 'Approve and publish' }).click();
    await librarian.getByText('Published. Anyone can see it.').waitFor();
    await reader.goto(address);
    await reader.getByRole('heading', { level: 1, name: 'Worksheets on fractions' }).waitFor();
    await librarian.getByRole('button', { name: 'Withdraw' }).click();
    await librarian.getByLabel('Why is it withdrawn?').fill('A picture in it was not ours to give.');
    await picture(librarian, 'review-8-withdraw');
    await librarian.getByRole('button', { name: 'Withdraw it' }).click();
    await librarian.getByText('Its address says that it was withdrawn').waitFor();
    const answer = await reader.goto(address);
    expect(answer?.status()).toBe(410);
    await reader.getByText('A picture in it was not ours to give.').waitFor();
    await picture(reader, 'review-9-tombstone-phone');
    await isNarrow(reader);
  });

  it('has its conditions and roles in the hands of the administrator', async () => {
    const page = await windowOf(admin);
    await page.goto(`${lectern.url}/desk/library/settings`);
    await page.getByRole('textbox', { name: 'Contribution agreement' }).fill('Give what is yours.');
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await page.getByRole('button', { name: 'Save as version 3' }).waitFor();
    await page.getByLabel('What does a librarian look at').selectOption('none');
    await page.getByText('Saved', { exact: true }).waitFor();
    await picture(page, 'review-10-settings');
    await page.goto(`${lectern.url}/desk`);
    await page.getByText('Who has an account').click();
    await page.getByLabel('Role of Paula Partner').selectOption('librarian');
    await until(async () => {
      const { accounts } = await admin.api('GET /api/accounts', { query: {} });
      return accounts.some(({ displayName, siteRole }) => displayName === 'Paula Partner' && siteRole === 'librarian');
    });
    await page.getByText('Role of the next one').scrollIntoViewIfNeeded();
    await picture(page, 'review-11-colleagues');
  });

  it('goes to the trash and comes back, and a rule says what it would delete', async () => {
    await librarian.goto(address);
    await librarian.getByRole('button', { name: 'Delete', exact: true }).click();
    await librarian.getByRole('button', { name: 'Move to the trash' }).click();
    await librarian.getByText('In the trash').waitFor();
    await librarian.goto(`${lectern.url}/desk/library/trash`);
    await librarian.getByText('Lea Librarian put it here').waitFor();
    await librarian.getByRole('button', { name: 'Change' }).click();
    await librarian.getByLabel('What is done').selectOption('delete');
    await librarian.getByLabel('Days after the recording').fill('30');
    await librarian.getByRole('button', { name: 'Show what it would do' }).click();
    await librarian.getByText('At this moment it would do nothing.').waitFor();
    await picture(librarian, 'review-12-trash');
    await librarian.getByRole('button', { name: 'Save the rule' }).click();
    await librarian.getByText('After 30 days the recording is deleted.').waitFor();
    await partner.goto(`${lectern.url}/desk/library/trash`);
    await partner.getByRole('button', { name: 'Restore Worksheets on fractions' }).waitFor();
    await picture(partner, 'review-13-trash-phone');
    await isNarrow(partner);
    await librarian.getByRole('button', { name: 'Restore Worksheets on fractions' }).click();
    await librarian.getByText('The trash is empty').waitFor();
  });

  it('has a history that everyone reads, and an earlier version brought back', async () => {
    const about = { languages: ['en'], licence: 'CC-BY-4.0' as const, institutions: ['University of Battambang'] };
    const body = {
      ...about,
      kind: 'document' as const,
      title: 'Solar cells',
      description: 'How light becomes current.',
    };
    const { id: resourceId } = await admin.api('POST /api/resources', { body });
    await admin.api('POST /api/resources/:resourceId/publish', { params: { resourceId } });
    await librarian.goto(`${lectern.url}/library/${resourceId}`);
    await librarian.getByRole('button', { name: 'Edit the details' }).click();
    await librarian.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Solar cells, revised');
    await librarian.getByLabel('What do you change, and why?').fill('The second figure was wrong.');
    await librarian.getByRole('button', { name: 'Save' }).click();
    await librarian.getByText(/^Version 2, /).click();
    await librarian.getByText('The second figure was wrong.').waitFor();
    await librarian.getByText('Published by Amina Host').waitFor();
    const first = librarian.getByRole('listitem').filter({ hasText: 'Version 1' });
    await first.getByRole('button', { name: 'Show what it said' }).click();
    await first.getByText('How light becomes current.').waitFor();
    await picture(librarian, 'versions-1-history');
    await first.getByRole('button', { name: 'Bring it back' }).click();
    await picture(librarian, 'versions-2-sure');
    await first.getByRole('button', { name: 'Bring version 1 back' }).click();
    await librarian.getByRole('heading', { level: 1, name: 'Solar cells', exact: true }).waitFor();
    await reader.goto(`${lectern.url}/library/${resourceId}`);
    await reader.getByText(/^Version 3, /).click();
    await reader.getByText('Version 1 brought back').waitFor();
    expect(await reader.getByText('Lea Librarian').count()).toBe(0);
    await isNarrow(reader);
    await picture(reader, 'versions-3-reader-phone');
  });

  it('leads to the page of who gave it, with what else they gave', async () => {
    await reader.getByRole('link', { name: 'University of Battambang' }).click();
    await reader.getByRole('heading', { level: 1, name: 'University of Battambang' }).waitFor();
    await reader.getByRole('link', { name: 'Solar cells', exact: true }).waitFor();
    await isNarrow(reader);
    await picture(reader, 'partners-1-phone');
    await librarian.getByRole('link', { name: 'University of Battambang' }).click();
    await librarian.getByRole('button', { name: 'Edit what is said of it' }).click();
    const form = librarian.getByRole('form', { name: 'Edit what is said of it' });
    await form.getByLabel('Description').fill('In the west of Cambodia, since 2007.');
    await form.getByLabel('Country').selectOption('Cambodia');
    await form.getByLabel('Website').fill('https://ubb.example');
    await picture(librarian, 'partners-2-edit');
    await form.getByRole('button', { name: 'Save' }).click();
    await librarian.getByText('In the west of Cambodia').waitFor();
    await picture(librarian, 'partners-3-page');
    await reader.getByRole('link', { name: 'Institutions' }).click();
    await reader.getByText('Cambodia').waitFor();
    await isNarrow(reader);
    await picture(reader, 'partners-4-all-phone');
    await librarian.goto(`${lectern.url}/library?institution=University%20of%20Battambang`);
    await librarian.getByRole('link', { name: 'About University of Battambang' }).waitFor();
    await picture(librarian, 'partners-5-facet');
  });
});
