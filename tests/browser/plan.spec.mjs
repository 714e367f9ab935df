// Promise: a booked exam and some minutes make each day's list; it is never longer than the minutes, and says what to expect.
// Must not: take a day that is gone, go on asking when the minutes are used, or forget the booking.
// Changes: books exams and answers items.

import { expect, test } from './fixtures.mjs';
import { PlanPage } from './pages/plan.mjs';

const TRACK = 'aws-saa-c03';

test('an exam is booked, kept over a reload, and can be taken back', async ({ page, clock }) => {
  const plan = new PlanPage(page);
  await plan.visit();
  await plan.book(TRACK, '2027-01-20');
  await expect(plan.exam(TRACK)).toContainText('60 study days are left.');
  await expect(plan.exam(TRACK)).toContainText(/Expected on the day: \d+ % of what the exam asks with your minutes, 0 % with no more study\./);
  await plan.exam(TRACK).getByText('What if I study more, or less?').click();
  await expect(plan.exam(TRACK).locator('tbody tr')).toHaveCount(10);
  await page.reload();
  await clock.pass(5);
  await expect(plan.exam(TRACK)).toContainText('Wed 20 Jan');
  await plan.exam(TRACK).getByRole('button', { name: 'Take back' }).click();
  await expect(plan.exam(TRACK)).not.toContainText('study days');
  await page.reload();
  await expect(plan.exam(TRACK).locator('input[type=date]')).toHaveValue('');
});

test('a day that is gone is refused in words, and nothing is booked', async ({ page }) => {
  const plan = new PlanPage(page);
  await plan.visit();
  await plan.book(TRACK, '2026-11-21');
  await expect(plan.notice).toContainText('That day is not to come any more.');
  await page.reload();
  await expect(plan.exam(TRACK)).not.toContainText('study day');
});

test('the list ends with the minutes, and a day off has none', async ({ page, study }) => {
  const plan = new PlanPage(page);
  await plan.visit();
  // 2026-11-21 is a Saturday.
  await plan.minutes('Saturday').fill('1');
  await plan.minutes('Saturday').press('Tab');
  await plan.book(TRACK, '2026-12-20');
  await expect(plan.exam(TRACK)).toContainText('29 study days are left.');
  await study.visit(TRACK);
  let answers = 0;
  while (!(await study.isDone())) {
    await study.answerWith('Good');
    answers += 1;
    expect(answers, 'a minute is not for so many').toBeLessThan(12);
  }
  expect(answers).toBeGreaterThan(0);

  await plan.visit();
  await plan.minutes('Saturday').fill('60');
  await plan.minutes('Saturday').press('Tab');
  await plan.daysOff.locator('input[type=date]').fill('2026-11-21');
  await plan.daysOff.getByRole('button', { name: 'Take it off' }).click();
  await expect(plan.daysOff).toContainText('2026-11-21');
  await study.visit(TRACK);
  expect(await study.isDone()).toBe(true);
  await plan.visit();
  await plan.daysOff.getByRole('button', { name: 'Study after all' }).click();
  await study.visit(TRACK);
  expect(await study.isDone()).toBe(false);
});

test('when the minutes are used there is more for who wants it', async ({ page, study }) => {
  const plan = new PlanPage(page);
  await plan.visit();
  await plan.minutes('Saturday').fill('0');
  await plan.minutes('Saturday').press('Tab');
  await plan.book(TRACK, '2026-12-20');
  await expect(plan.exam(TRACK)).toContainText('29 study days are left.');
  await study.visit(TRACK);
  expect(await study.isDone()).toBe(true);
  await expect(study.summary).toContainText('No minutes are left for today');
  await expect(study.summary).toContainText('20 minutes are planned for tomorrow.');
  await study.summary.getByRole('button', { name: '10 more minutes' }).click();
  await expect(study.asking).toBeVisible();
});

test('days missed are told with what brings them back, and the coming weeks show what comes due', async ({ page, study, clock }) => {
  const plan = new PlanPage(page);
  await plan.visit();
  await plan.book(TRACK, '2026-12-20');
  const coming = page.getByRole('region', { name: 'The coming weeks' });
  await expect(coming).toContainText('Nothing you know comes due yet.');
  await study.visit(TRACK);
  for (let answers = 0; answers < 5; answers++) await study.answerWith('Good');
  await plan.visit();
  await expect(plan.exam(TRACK)).toContainText('with no more study.');
  await expect(plan.exam(TRACK)).not.toContainText('missed');
  await clock.eveningOfDay(4);
  await page.reload();
  await expect(plan.exam(TRACK)).toContainText(/You missed 3 study days in a row\. (That costs about .+ on the day; .+ more a day brings? it back|Your minutes make up for it)\./);
  await expect(coming).toContainText(/Today \d+ of the items you know come due, in the next seven days [1-9]\d*\./);
  await coming.getByText('Day by day').click();
  await expect(coming.locator('tbody tr')).toHaveCount(28);
  await expect(coming.locator('tbody tr').first()).toContainText('Wed 25 Nov');
});

test('without the list of tracks the page says so, and what to do', async ({ page, context }) => {
  const plan = new PlanPage(page);
  const nothing = (route) => route.fulfill({ body: 'nothing of ours' });
  await context.route('**/decks/index.bin', nothing);
  await plan.visit();
  await expect(plan.notice).toContainText('could not be loaded');
  await context.unroute('**/decks/index.bin', nothing);
  await plan.notice.getByRole('button', { name: 'Try again' }).click();
  await expect(plan.exam(TRACK)).toBeVisible();
  await expect(plan.notice).toHaveCount(0);
});
