// Promise: the README shows the app as it is.
// Must not: show anything that differs from run to run.
// Changes: answers items over two days. With SHOTS=1 it writes docs/*.png; without, it checks that the screens have what they show.

import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.mjs';
import { ExamPage } from './pages/exam.mjs';
import { LibraryPage } from './pages/library.mjs';
import { PlanPage } from './pages/plan.mjs';

const FOLDER = fileURLToPath(new URL('../../docs/', import.meta.url));
const GRADES = ['Good', 'Good', 'Hard', 'Good', 'Easy', 'Good', 'Again', 'Good'];

test.use({ viewport: { width: 1200, height: 800 }, deviceScaleFactor: 1, colorScheme: 'light' });

async function shoot(page, name) {
  // Whatever has the focus or the pointer over it would draw a ring.
  await page.mouse.move(0, 0);
  if (process.env.SHOTS === '1') {
    await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled', caret: 'hide', scale: 'css' });
  }
}

test('the pictures of the README', async ({ clock, page, start, study }) => {
  test.setTimeout(60_000);
  // Two days of study, in two tracks.
  await study.visit('aws-saa-c03');
  for (const grade of GRADES) await study.answerWith(grade);
  await study.visit('cncf-cka');
  for (const grade of GRADES.slice(0, 5)) await study.answerWith(grade);
  await clock.eveningOfDay(1);
  // What a first visit does without has come meanwhile.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('cairn.whole'))).not.toBeNull();
  await page.reload();
  await study.visit('aws-saa-c03');
  for (const grade of GRADES) await study.answerWith(grade);

  await start.visit();
  await expect(start.headline).toHaveText(/^\d+ items are waiting\.$/);
  await expect(start.screen).toContainText('8 answers in 2 minutes today, 20 minutes planned.');
  await expect(start.begun).toHaveCount(2);
  await expect(start.waitingOf('aws-saa-c03')).toHaveText(/^\d+ waiting, \d+ new$/);
  await expect(start.meterOf('aws-saa-c03')).toBeVisible();
  await expect(start.screen.getByRole('heading', { name: 'The weeks behind' })).toBeVisible();
  await shoot(page, 'start');

  // The first question with one right option: answered wrong it shows most.
  await study.visit('aws-saa-c03');
  while (!((await study.group.count()) && (await study.wanted()) === 1)) await study.answerWith('Good');
  await expect(study.options).toHaveCount(4);
  await expect(study.bar).toBeVisible();
  await page.keyboard.press('2');
  await expect(study.check).toHaveText(/^Check/);
  await expect(study.heading).toContainText(/\d\.\d/);
  await shoot(page, 'study');

  await page.keyboard.press('Enter');
  await expect(study.verdict).toHaveText(/Right|Not right/);
  await expect(study.question.locator('.answer ol > li')).toHaveCount(4);
  await expect(study.references).not.toHaveCount(0);
  await expect(study.grades).toHaveCount(4);
  for (const next of await study.grades.locator('.grade-next').allTextContents()) expect(next).toMatch(/^(today|\d+ days?)$/);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'answer');

  const plan = new PlanPage(page);
  await plan.visit();
  await plan.book('aws-saa-c03', '2027-01-20');
  await expect(plan.exam('aws-saa-c03')).toContainText(/study days are left/);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'plan');

  const exam = new ExamPage(page);
  await exam.visit('aws-saa-c03');
  await expect(page.locator('[data-begin=mock]')).toContainText('65 questions, 130 minutes');
  await shoot(page, 'exam');

  const library = new LibraryPage(page);
  await library.visit('?words=gateway');
  await expect(library.rows.first()).toBeVisible();
  await shoot(page, 'library');
});
