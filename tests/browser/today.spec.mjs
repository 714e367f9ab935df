// Promise: the start page says at one look how the exams stand, what the week holds, and what was done; Enter begins.
// Must not: tell a chance without evidence, or jump while figures arrive.
// Changes: books an exam, answers items, sits a mock exam.

import { expect, test } from './fixtures.mjs';
import { ExamPage } from './pages/exam.mjs';
import { PlanPage } from './pages/plan.mjs';

const TRACK = 'aws-saa-c03';

test('a booked exam with what is missing, then with its chance, as on its own screen', async ({ page, start }) => {
  test.setTimeout(180_000);
  const plan = new PlanPage(page);
  await plan.visit();
  await plan.book(TRACK, '2026-12-20');
  await start.enter();
  const card = start.exams;
  await expect(card).toContainText('Sun 20 Dec, in 29 days');
  await expect(card).toContainText('0 of 40 questions met so far');
  await expect(card).toContainText(/On the day you will know about \d+ % of what it asks/);

  const exam = new ExamPage(page);
  await exam.visit(TRACK);
  await exam.begin();
  await exam.answerAll((count) => count % 8 !== 7);
  await exam.handIn();
  await start.enter();
  await expect(card.locator('strong')).toHaveText(/^\d+ %$/);
  const chance = await card.locator('strong').textContent();
  await expect(card).toContainText(/between \d+ and \d+ %\. With your plan kept: \d+ %\./);
  await card.getByRole('link', { name: 'Solutions Architect – Associate' }).click();
  await expect(page.locator('.chance strong').first()).toHaveText(chance);
});

test('the week ahead and the weeks behind', async ({ page, clock, start, study }) => {
  await start.visit();
  await study.visit(TRACK);
  for (let count = 0; count < 4; count += 1) await study.answerWith('Good');
  await clock.eveningOfDay(2);
  await new PlanPage(page).visit();
  await start.enter();
  const ahead = page.getByRole('region', { name: 'The coming week' });
  await expect(ahead.getByRole('listitem')).toHaveCount(7);
  await expect(ahead.getByRole('listitem').first()).toContainText(/Mon 23 Nov: \d+ items?, about \d+ of 20 min/);
  const behind = page.getByRole('region', { name: 'The weeks behind' });
  await expect(behind.getByRole('img')).toHaveAccessibleName('In the last 12 weeks you studied on 1 day, 1 minute in all.');
  await expect(behind).toContainText('This week 0 of 140 minutes, on 0 of 1 day so far.');
  await expect(behind.locator('.day.some')).toHaveCount(1);
});
