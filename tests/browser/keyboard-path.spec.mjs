// Promise: from the first run over study and a mock exam to the readiness, everything goes by keys.
// Must not: need the mouse, or lead the focus into a place that keys do not leave.
// Changes: books an exam, answers items, sits a mock exam.

import { expect, test } from './fixtures.mjs';
import { ExamPage } from './pages/exam.mjs';

test('first run, study, mock exam, readiness', async ({ page, start, study }) => {
  test.setTimeout(120_000);
  const press = async (target) => {
    await study.tabTo(target);
    await page.keyboard.press('Enter');
  };
  await start.visit();
  // A date field takes its parts one after the other; its values come by keys.
  await study.tabTo(start.firstRun.getByLabel('Day of the exam'));
  await page.keyboard.type('12202026');
  await expect(start.firstRun.getByLabel('Day of the exam')).toHaveValue(/^2026-(12-20|20-12)$/);
  await page.keyboard.press('Enter');
  for (let count = 0; count < 3; count += 1) await study.answerWith('Good');
  await page.keyboard.press('Escape');

  await start.ready();
  await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Exams' }));
  const track = page.locator('[data-screen=exams] .track[data-track=aws-saa-c03]');
  await track.waitFor();
  await press(track);
  const exam = new ExamPage(page);
  await exam.setup.locator('[data-begin=mock]').waitFor();
  await press(exam.setup.locator('[data-begin=mock]'));
  await exam.question.waitFor();
  await exam.answerAll((count) => count % 8 !== 7);
  await exam.list.first().waitFor();
  await press(exam.submit);
  await exam.report.waitFor();
  await expect(exam.rows).toHaveCount(65);

  await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }));
  await start.ready();
  await press(start.exams.getByRole('link', { name: 'Solutions Architect – Associate' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your chance of passing');
  await expect(page.locator('.chance strong').first()).toHaveText(/^\d+ %$/);
});
