// Promise: every item of every deck is found as one types; what is done with many is stored and can be taken back; an item tells its history.
// Must not: lose what is looked for on a reload, or take the focus while one types.
// Changes: flags, suspends, notes, answers.

import { expect, test } from './fixtures.mjs';
import { firstVersionPart, leave, putBoth } from './log.mjs';
import { LibraryPage } from './pages/library.mjs';

const TRACK = 'aws-saa-c03';

test('letters narrow what is found, and the address holds it', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.visit();
  const all = await library.count();
  expect(all).toBeGreaterThan(3_000);
  // A new screen is shown from its top, bar and all.
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await library.search.pressSequentially('nat gateway');
  await expect(library.found).toContainText(` of ${all} items`);
  const found = await library.count();
  expect(found).toBeGreaterThan(2);
  expect(found).toBeLessThan(all / 10);
  await expect(library.search).toBeFocused();
  await expect(library.search).toHaveValue('nat gateway');
  await library.select('Deck').selectOption(TRACK);
  const within = await library.count();
  expect(within).toBeLessThan(found);
  expect(page.url()).toContain('words=nat%20gateway');
  await page.reload();
  await library.rows.first().waitFor();
  await expect(library.search).toHaveValue('nat gateway');
  await expect(library.select('Deck')).toHaveValue(TRACK);
  await expect.poll(() => library.count()).toBe(within);
  // Back leads to the screen before, not through every letter.
  await page.goBack();
  await expect(library.screen).toHaveCount(0);
});

test('many items are suspended at once, are not asked, and come back', async ({ page, study }) => {
  const library = new LibraryPage(page);
  await library.visit(`?track=${TRACK}`);
  const all = await library.count();
  await library.many.getByRole('checkbox').check();
  await expect(library.many).toContainText(`${all} picked`);
  await library.many.getByRole('button', { name: 'Suspend' }).click();
  await expect(library.rows.first().locator('.item-state')).toHaveText('Suspended');
  await page.goto(`./#/study/${TRACK}`);
  await expect(study.summary).toBeVisible();
  await library.visit(`?track=${TRACK}`);
  await library.takeBack.click();
  await expect(library.takeBack).toHaveCount(0);
  await expect(library.rows.first().locator('.item-state')).toHaveText('New');
  await study.visit(TRACK);
  await expect(study.asking).toBeVisible();
});

test('states are told apart, and an item tells its history', async ({ page, study }) => {
  await study.visit(TRACK);
  const { item } = await study.answerWith('Again');
  await study.answerWith('Good');
  const library = new LibraryPage(page);
  await library.visit('?only=missed');
  await expect(library.rows).toHaveCount(1);
  await library.rows.first().getByRole('link').click();
  await expect(library.item.locator('.stem')).toBeVisible();
  await expect(library.item.getByRole('row', { name: /Again/ })).toHaveCount(1);
  expect(page.url()).toContain(item.split('·')[0]);
  await library.item.getByRole('button', { name: 'Flag' }).click();
  await library.item.getByLabel('Your note').fill('mind the Region');
  await library.item.getByLabel('Your note').blur();
  await page.reload();
  await expect(library.item.getByLabel('Your note')).toHaveValue('mind the Region');
  await expect(library.item.getByRole('button', { name: 'Flagged' })).toHaveAttribute('aria-pressed', 'true');
  await library.visit('?only=flagged');
  await expect(library.rows).toHaveCount(1);
  await expect(library.rows.first()).toContainText('Note');
});

test('an item tells what was answered before the log had its present form, too', async ({ page }) => {
  const item = `${TRACK}/s3-endpoint-sourcevpce`;
  await leave(page);
  await putBoth(page, ...firstVersionPart(0, item));
  const library = new LibraryPage(page);
  await page.goto(`./#/item/${item}`);
  await expect(library.item.getByRole('row', { name: /Good/ })).toHaveCount(1);
});

test('the palette leads anywhere by keys alone', async ({ page }) => {
  await page.goto('./#/data');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const field = page.getByRole('combobox', { name: 'What do you want' });
  const go = async (words) => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(field).toBeHidden();
  };
  await go('plan');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/plan/i);
  await go('exam cka');
  expect(page.url()).toMatch(/#\/exams\/cncf-cka$/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('mock exams');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(/Mock exams/);
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  expect(page.url()).toMatch(/#\/exams\/cncf-cka$/);
  await go('gateway endpoint nothing');
  expect(page.url()).toContain('#/library?words=');
});
