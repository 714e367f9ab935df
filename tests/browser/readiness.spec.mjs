// Promise: the chance of passing is told with its range and its evidence, and never before there is evidence enough.
// Must not: show a figure that nothing supports, or forget how the real exam went.
// Changes: sits mock exams, books an exam, tells a result.

import { expect, test } from './fixtures.mjs';
import { ExamPage } from './pages/exam.mjs';
import { PlanPage } from './pages/plan.mjs';

const TRACK = 'aws-saa-c03';

async function visit(page) {
  await page.goto(`./#/readiness/${TRACK}`);
  const screen = page.locator('[data-screen=readiness]');
  await screen.locator('h1').waitFor();
  return screen;
}

test('with no evidence, and with little, it says exactly what is missing', async ({ page }) => {
  const screen = await visit(page);
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Not enough evidence yet');
  await expect(screen).toContainText('40 more questions answered for the first time');
  await expect(screen).toContainText('5 more from “Design Secure Architectures”');
  await expect(screen).not.toContainText(/chance of passing/i);
  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin();
  for (let count = 0; count < 10; count += 1) await exam.answer(true);
  await exam.handIn();
  await visit(page);
  await expect(screen).toContainText('You have answered 10 of its questions for the first time.');
  await expect(screen).toContainText('30 more questions answered for the first time');
});

test('with much evidence it tells the chance, why, and what raises it, and keeps the real result beside it', async ({ page, clock }) => {
  test.setTimeout(120_000);
  const plan = new PlanPage(page);
  await plan.visit();
  await plan.book(TRACK, '2026-12-20');
  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin();
  await exam.answerAll((count) => count % 8 !== 7);
  await exam.handIn();
  const screen = await visit(page);
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Your chance of passing');
  await expect(screen.locator('.chance')).toHaveCount(3);
  await expect(screen.locator('.chance strong')).toHaveText([/^\d+ %$/, /^\d+ %$/, /^\d+ %$/]);
  await expect(screen).toContainText('it still takes');
  await expect(screen).toContainText('one timed mock of new questions at 75 % or more');
  await expect(screen.getByRole('region', { name: 'What raises it most for the time' }).getByRole('listitem')).toHaveCount(3);
  await expect(screen.getByRole('region', { name: 'The evidence by domain' }).locator('tbody tr')).toHaveCount(4);
  const weeks = screen.getByRole('region', { name: 'Over the weeks' });
  await weeks.getByText('As a table').click();
  await expect(weeks.getByRole('row')).toHaveCount(9);
  await expect(weeks.getByRole('row').nth(1)).toContainText('not known');
  await expect(weeks.getByRole('row').last()).toContainText(/Sat 21 Nov\s*\d+ %\s*\d+ to \d+ %/);
  const domain = screen.getByRole('region', { name: 'The evidence by domain' }).locator('tbody tr').first();
  await domain.locator('summary').click();
  await expect(domain.locator('.tasks li').first()).toContainText(/\d+ questions?, \d+ % expected/);
  const today = await screen.locator('.chance strong').first().textContent();
  await clock.eveningOfDay(1);
  await page.reload();
  await screen.locator('[data-took] summary').click();
  await screen.getByLabel('Result').selectOption('Passed');
  await screen.getByLabel('Score, if you were told').fill('812');
  await screen.getByRole('button', { name: 'Save the result' }).click();
  const result = screen.getByRole('region', { name: 'The real exam' });
  await expect(result).toContainText('Passed with 812');
  await expect(result).toContainText(`${today} was foretold the day before`);
  await plan.visit();
  await expect(plan.exam(TRACK)).not.toContainText('study days are left');
});
