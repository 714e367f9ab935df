// Promise: a mock exam is sat like the real one, by keyboard, and nothing that happens to the page takes an answer or a minute away.
// Must not: tell anything before the end, let the time run over, or ask the same form in two tabs at once.
// Changes: sits mock exams.

import { expect, test } from './fixtures.mjs';
import { ExamPage } from './pages/exam.mjs';

const TRACK = 'aws-saa-c03';
const MINUTE = 60;

test('a whole sitting by keyboard, until the time runs out', async ({ page, clock }) => {
  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin();
  await expect(exam.heading).toContainText('Question 1 of 65');
  await expect(exam.heading).toBeFocused();
  await expect(exam.timer).toHaveText('2:10:00');
  await exam.answer(true);
  const second = await exam.answer(false);
  // Forth and back, a flag, an option struck out, and the list.
  await page.keyboard.press('f');
  await page.keyboard.press('Shift+Digit2');
  await expect(exam.question.locator('.option.struck')).toHaveCount(1);
  await page.keyboard.press('p');
  await expect(exam.heading).toContainText(`Question ${second} of`);
  await expect(exam.question.locator('.option.picked')).not.toHaveCount(0);
  await expect(exam.question.locator('.answer')).toHaveCount(0);
  await page.keyboard.press('l');
  await expect(exam.list).toHaveCount(65);
  await expect(exam.list.nth(second)).toContainText('Flagged');
  await expect(exam.room).toContainText('63 without a whole answer, 1 flagged.');
  await page.keyboard.press('l');
  await expect(exam.heading).toContainText(`Question ${second} of`);
  // A quiet word at the last half hour and the last minutes.
  await clock.pass(100 * MINUTE);
  await expect(exam.timer).toHaveText('30:00');
  await expect(exam.warning).toHaveText('30 minutes left');
  await clock.pass(25 * MINUTE);
  await expect(exam.warning).toHaveText('5 minutes left');
  await clock.pass(5 * MINUTE);
  await expect(exam.report).toBeVisible();
  await expect(exam.report).toContainText('The time ran out.');
  await expect(exam.report).toContainText('130 of 130 minutes');
  await expect(exam.verdict).toHaveText('Would not pass');
});

test('a closed page goes on where it was, with the time it had', async ({ page, clock }) => {
  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin();
  if (await exam.isDrill()) await exam.leave('1', 'Enter');
  else await exam.answer(true);
  await clock.pass(10 * MINUTE);
  await page.keyboard.press('3');
  await expect(exam.question.locator('.option.picked')).toHaveCount(1);
  const item = await exam.item();
  await clock.pass(24 * 60 * MINUTE);
  await page.reload();
  await expect(exam.room).toContainText('120 minutes left on the clock.');
  await page.keyboard.press('Enter');
  await expect(exam.timer).toHaveText('2:00:00');
  await page.keyboard.press('p');
  if ((await exam.item()) !== item) await page.keyboard.press('n');
  await expect(exam.question).toHaveAttribute('data-item', new RegExp(`^${item}`));
  await expect(exam.question.locator('.option.picked')).toHaveCount(1);
});

test('another tab takes the sitting over, and the first one lets go', async ({ page, context }) => {
  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin();
  const other = new ExamPage(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.resume).toBeVisible();
  await other.resume.click();
  await expect(other.question).toBeVisible();
  await expect(exam.resume).toBeVisible();
  await expect(exam.question).toHaveCount(0);
});

test('with the answer after each question, and no clock', async ({ page }) => {
  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin('quick');
  await expect(exam.timer).toHaveCount(0);
  await page.keyboard.press('1');
  if (await exam.lacking.textContent()) {
    await expect(exam.lacking).toContainText('1 more to choose');
    await page.keyboard.press('2');
  }
  await page.keyboard.press('Enter');
  await expect(exam.question.locator('.answer ol > li')).not.toHaveCount(0);
  await expect(exam.question.getByRole('region', { name: 'Answer' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(exam.heading).toContainText('Question 2 of 10');
});

test('what was missed is told why, comes first tomorrow, and can be looked at again', async ({ page, clock, study }) => {
  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin();
  await exam.skipDrills();
  const missed = await exam.item();
  await exam.answer(false);
  await exam.answer(true);
  await exam.handIn();
  const row = exam.rows.filter({ hasText: 'Wrong' });
  await row.locator('summary').click();
  await expect(row.locator('.answer ol > li')).not.toHaveCount(0);
  await expect(row.locator('.references a')).not.toHaveCount(0);
  await row.getByLabel('Why?').selectOption({ label: 'Missed the deciding word' });
  await exam.report.locator('[data-wanted]').click();
  await expect(exam.report).toContainText('is asked first in your next sessions');
  const address = page.url();
  await clock.eveningOfDay(1);
  await page.reload();
  await expect(exam.rows.filter({ hasText: 'Wrong' })).toHaveCount(1);
  expect(page.url()).toBe(address);
  await exam.rows.filter({ hasText: 'Wrong' }).locator('summary').click();
  await expect(exam.rows.filter({ hasText: 'Wrong' }).getByLabel('Why?')).toHaveValue('2');
  await study.visit(TRACK);
  const first = [];
  for (let count = 0; count < 3; count += 1) first.push((await study.answerWith('Good')).item);
  expect(first).toContain(missed);
});

test('on paper a report holds every question with its options, answers and reasons', async ({ page }) => {
  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin();
  await exam.answer(true);
  await exam.handIn();
  await page.evaluate(() => (window.print = () => dispatchEvent(new Event('beforeprint'))));
  await exam.report.locator('[data-print]').click();
  await page.emulateMedia({ media: 'print' });
  const count = await exam.rows.count();
  expect(count).toBe(65);
  for (const row of await exam.rows.all()) {
    await expect(row.locator('.stem')).toBeVisible();
    await expect(row.locator('.explanation, .answer ol, .references').first()).toBeVisible();
  }
  const options = exam.rows.locator('.option-text');
  expect(await options.count()).toBeGreaterThan(4 * 40);
  await expect(options.first()).toBeVisible();
  await expect(exam.report.locator('[data-print]')).toBeHidden();
  // Back on the screen nothing is open that was not.
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.report-question[open]')).toHaveCount(0);
});
