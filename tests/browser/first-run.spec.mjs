// Promise: from nothing to the first question in one form and one key, with the exam booked and the minutes kept.
// Must not: book a day that is gone, lose what was chosen when it says so, or load more than a first visit needs.
// Changes: books an exam, sets minutes, answers an item.

import { expect, test } from './fixtures.mjs';
import { PlanPage } from './pages/plan.mjs';

const TRACK = 'hashicorp-terraform-004';

test('Enter alone begins with the first track, and nothing but its deck is asked for', async ({ page, start, study }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await start.visit();
  await expect(start.headline).toHaveText('What are you studying for?');
  await page.keyboard.press('Enter');
  await study.asking.waitFor();
  expect(page.url()).toContain('#/study/aws-saa-c03');
  expect(asked.filter((path) => path.endsWith('.pack'))).toHaveLength(1);
  expect(asked.filter((path) => path.endsWith('.wasm')).map((path) => path.split('/').pop())).toEqual([expect.stringMatching(/^first-/)]);
});

test('by keys: a track, a day, minutes; all of it is kept', async ({ page, start, study, data }) => {
  await start.visit();
  const form = start.firstRun;
  await study.tabTo(form.getByRole('combobox'));
  await page.keyboard.type('Terraform');
  await expect(form.getByRole('combobox')).toHaveValue(TRACK);
  await expect(form).toContainText('341 items.');
  const day = form.getByLabel('Day of the exam');
  await study.tabTo(day);
  await day.fill('2026-11-20');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText('That day is not to come any more.');
  await expect(form.getByRole('combobox')).toHaveValue(TRACK);
  await day.fill('2027-01-20');
  await study.tabTo(form.getByRole('radio', { name: '20' }));
  await page.keyboard.press('ArrowRight');
  await expect(form.getByRole('radio', { name: '30' })).toBeChecked();
  await page.keyboard.press('Enter');
  await study.asking.waitFor();
  expect(page.url()).toContain(`#/study/${TRACK}`);
  await study.answerWith('Good');
  // What the first visit did without has come meanwhile, and the start page shows what was booked.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('cairn.whole'))).not.toBeNull();
  await start.enter();
  await expect(start.exams).toContainText('Wed 20 Jan, in 8 weeks');

  const plan = new PlanPage(page);
  await plan.visit();
  await expect(plan.exam(TRACK).locator('input[type=date]')).toHaveValue('2027-01-20');
  for (const weekday of ['Monday', 'Sunday']) await expect(plan.minutes(weekday)).toHaveValue('30');
  await page.reload();
  await start.enter();
  await expect(start.headline).not.toHaveText('What are you studying for?');
  await expect(start.exams).toHaveCount(1);
  await expect(start.exams).toContainText('Wed 20 Jan, in 8 weeks');
  await expect(start.screen).toContainText('30 minutes planned');
  await data.enter();
  await data.expectKept(1, 1);
});
