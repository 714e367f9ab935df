// Promise: a drill can be practised without end, by keys alone, against the clock, and how it goes over time is kept.
// Must not: ask the same question twice in a run, or let the working that is read count as time.
// Changes: answers drills of the AWS architect's deck.

import { expect, test } from './fixtures.mjs';
import { ExamPage } from './pages/exam.mjs';

test('from the palette to ten questions and what came of them, by keys alone', async ({ page, study }) => {
  await page.goto('./#/drills');
  await page.locator('.drill-list').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('drill subnets');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subnets');
  const practise = page.getByRole('link', { name: 'Practise ten, easy' });
  await study.tabTo(practise);
  await page.keyboard.press('Enter');
  await study.settled();
  await expect(study.bar).toHaveAccessibleName(/^Question 1 of 10, 0 right so far, 40 seconds/);
  const stems = await study.practised();
  expect(stems).toHaveLength(10);
  expect(new Set(stems).size).toBe(10);
  await expect(study.summary.getByRole('heading', { level: 1 })).toHaveText('10 of 10 right');
  await page.keyboard.press('Enter');
  await expect(study.bar).toHaveAccessibleName(/^Question 1 of 10, 0 right so far/);
});

test('the clock runs until the answer is shown, and stands while its working is read', async ({ clock, study }) => {
  await study.practise('aws-saa-c03/drill-cidr-easy');
  await expect(study.bar).toContainText('0:00 / 0:40');
  await clock.pass(25);
  await expect(study.bar).toContainText('0:25 / 0:40');
  await clock.pass(30);
  await expect(study.bar).toContainText('0:55 / 0:40');
  await study.reveal();
  await clock.pass(600);
  await expect(study.bar).toContainText('0:55 / 0:40');
  await study.give('Good');
  await expect(study.bar).toContainText('0:00 / 0:40');
  await expect(study.bar).toContainText('2 of 10');
});

test('how surely and how fast it goes is there the next day, and a run that was left goes on as a new one', async ({ clock, page, study }) => {
  await study.practise('aws-saa-c03/drill-cidr-easy');
  await study.practised();
  await clock.eveningOfDay(1);
  await page.goto('./#/drills/cidr');
  await page.reload();
  const easy = page.getByRole('region', { name: 'easy', exact: true });
  await expect(easy).toContainText('10 of 10 right so far, 100 %.');
  await expect(easy).toContainText(/Your last 10: 10 of 10 right, half of them in \d+ s or less\./);
  await expect(page.getByRole('region', { name: 'Day by day' }).getByRole('row')).toHaveCount(2);
  await page.goto('./#/drills');
  await expect(page.getByRole('link', { name: 'Practise Subnets, easy: 10 of 10 right' })).toBeVisible();
});

test('an address of a drill that is not there says so, and leads on', async ({ page, start }) => {
  await page.goto('./#/practice/aws-saa-c03/drill-cidr-heroic');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await page.getByRole('link', { name: 'To the start page' }).click();
  await start.ready();
});

test('an answer of a run can be taken back, and the same question is asked again', async ({ page, study }) => {
  await study.practise('aws-saa-c03/drill-availability-medium');
  const first = await study.stem.innerText();
  await study.answerWith('Good');
  await expect(study.stem).not.toHaveText(first);
  await page.keyboard.press('u');
  await expect(study.stem).toHaveText(first);
  await expect(study.bury).toHaveCount(0);
});

test('a drill in a mock exam is asked with options, and is the same after the page was closed', async ({ page }) => {
  const exam = new ExamPage(page);
  await exam.visit('aws-saa-c03');
  await exam.begin();
  for (let place = 1; place < 65 && !(await exam.isDrill()); place += 1) await page.keyboard.press('n');
  expect(await exam.isDrill()).toBe(true);
  expect(await exam.options.count()).toBeGreaterThan(2);
  const stem = await exam.question.locator('.stem').textContent();
  const place = await exam.place();
  await page.reload();
  await exam.resume.click();
  for (let at = 1; at < place; at += 1) await page.keyboard.press('n');
  await expect(exam.question.locator('.stem')).toHaveText(stem);
});
