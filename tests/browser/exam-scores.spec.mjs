// Promise: a mock exam is scored by the rule of its family, to the last point.
// Must not: count what the exam would not count, or call an estimate a pass.
// Changes: sits a mock exam of each family; marks are worked out here by hand.

import { expect, test } from './fixtures.mjs';
import { ExamPage } from './pages/exam.mjs';

test.setTimeout(120_000);

/** Sits the exam with so many questions right, with their places from 1, and the rest unanswered. */
async function sat(page, track, right) {
  const exam = new ExamPage(page);
  await exam.visit(track);
  await exam.begin();
  const places = [];
  for (let count = 0; count < right; count += 1) places.push(await exam.answer(true));
  await exam.handIn();
  return Object.assign(exam, { places });
}

test('AWS: scaled, with questions that do not count', async ({ page }) => {
  const exam = await sat(page, 'aws-saa-c03', 30);
  await exam.report.getByLabel('Only what was not right').uncheck();
  const uncounted = await exam.uncounted();
  expect(uncounted).toHaveLength(15);
  const share = exam.places.filter((place) => !uncounted.includes(place)).length / 50;
  const score = share < 0.7 ? 100 + (620 * share) / 0.7 : 720 + (280 * (share - 0.7)) / 0.3;
  await expect(exam.score).toHaveText(`${Math.round(score)}`);
  await expect(exam.report).toContainText('Pass mark 720.');
  await expect(exam.report).toContainText('publishes no conversion');
});

test('HashiCorp: percent, and a mark that is an estimate', async ({ page }) => {
  const exam = await sat(page, 'hashicorp-terraform-004', 40);
  // 40 of 57.
  await expect(exam.score).toHaveText('70 %');
  await expect(exam.verdict).toHaveText('Would pass');
});

test('FinOps: percent, and a mark that is published', async ({ page }) => {
  const exam = await sat(page, 'finops-focp', 37);
  // 37 of 50, pass at 75 %.
  await expect(exam.score).toHaveText('74 %');
  await expect(exam.verdict).toHaveText('Not passed');
});

test('ISACA: a shorter form where the deck is small, scaled from 200 to 800', async ({ page }) => {
  const exam = new ExamPage(page);
  await exam.visit('isaca-crisc');
  await expect(exam.setup).toContainText('The deck is too small for a full form');
  await exam.begin();
  const count = Number((await exam.heading.textContent()).match(/of (\d+)/)[1]);
  for (let answered = 0; answered < 20; answered += 1) await exam.answer(true);
  await exam.handIn();
  await expect(exam.score).toHaveText(`${Math.round(200 + (250 * 20) / count / 0.7)}`);
});

test('Linux Foundation: points of tasks by the weights of the domains', async ({ page }) => {
  const exam = await sat(page, 'cncf-cka', 17);
  // Commands are checked; tasks wait for the learner's own marks. All of these are met, so everything is.
  while (await exam.report.getByRole('heading', { name: 'Mark these tasks' }).count()) {
    const task = exam.report.locator('article.panel').first();
    const left = await exam.report.locator('article.panel').count();
    for (const check of await task.getByRole('checkbox').all()) await check.check();
    await task.getByRole('button', { name: 'Count it so' }).click();
    await expect(exam.report.locator('article.panel')).toHaveCount(left - 1);
  }
  await expect(exam.score).toHaveText('100 %');
  await expect(exam.verdict).toHaveText('Passed');
});

test('CISSP: adaptive, forward only, and ended as soon as it is sure', async ({ page }) => {
  const exam = new ExamPage(page);
  await exam.visit('isc2-cissp');
  await exam.begin();
  await expect(exam.heading).toContainText('Question 1 of at most 150');
  await expect(exam.room.getByRole('button', { name: 'Back' })).toBeDisabled();
  // Drills among them may be right by chance.
  while (!(await exam.report.isVisible())) await exam.answer(false);
  await expect(exam.report).toContainText('It ended after 100 questions: below the mark with 95 % confidence.');
  await expect(exam.report).toContainText('illustrative');
});
