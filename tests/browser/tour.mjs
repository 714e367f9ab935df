// Every screen in every state that a learner meets in a day, one after the other.

import { expect } from '@playwright/test';
import { PREFIX, put } from './log.mjs';
import { ExamPage } from './pages/exam.mjs';
import { InPlace } from './pages/in_place.mjs';
import { LibraryPage } from './pages/library.mjs';
import { PlanPage } from './pages/plan.mjs';
import { StatisticsPage } from './pages/statistics.mjs';
import { sample } from './samples/read.mjs';

/** Goes through the screens and calls `look` with the name of each, when it is ready. */
export async function tour({ page, start, study, decks, data }, look) {
  await start.visit();
  await look('the first run');
  await page.keyboard.press('?');
  await expect(start.keysDialog).toBeVisible();
  await look('keys');
  await page.keyboard.press('Escape');
  await expect(start.keysDialog).toBeHidden();
  const statistics = new StatisticsPage(page);
  await page.goto('./#/statistics');
  await statistics.screen.getByRole('link', { name: 'To the start page' }).waitFor();
  await look('statistics, nothing answered');

  const plan = new PlanPage(page);
  await plan.visit();
  await look('plan, nothing booked');
  await plan.book('aws-saa-c03', '2027-01-20');
  await plan.exam('aws-saa-c03').getByText('What if').click();
  await look('plan, an exam booked');
  await start.enter();
  await start.exams.getByText('of 40 questions').waitFor();
  await look('start, an exam booked');
  await plan.visit();
  await plan.exam('aws-saa-c03').getByRole('button', { name: 'Take back' }).click();

  const exam = new ExamPage(page);
  await page.goto('./#/exams');
  await page.locator('[data-screen=exams] .track').first().waitFor();
  await look('mock exams');
  await exam.visit('aws-saa-c03');
  await look('mock exams of a track');
  await exam.begin();
  await page.keyboard.press('Shift+Digit2');
  await look('mock exam, a question');
  await exam.answer(false);
  await page.keyboard.press('l');
  await exam.list.first().waitFor();
  await look('mock exam, the list');
  await exam.handIn();
  await exam.rows.filter({ hasText: 'Wrong' }).locator('summary').click();
  await look('mock exam, the report');
  await page.goto('./#/track/aws-saa-c03');
  await page.locator('.blueprint').first().waitFor();
  await look('a track');
  await page.goto('./#/drills');
  await page.locator('.drill-list').first().waitFor();
  await look('drills');
  await study.practise('aws-saa-c03/drill-cidr-easy');
  await look('a drill, practised');
  await study.practised();
  await look('a drill, the end of a run');
  await page.goto('./#/drills/cidr');
  await page.locator('.dots').waitFor();
  await look('a drill over time');
  await page.goto('./#/readiness/aws-saa-c03');
  await page.locator('[data-screen=readiness] .missing').waitFor();
  await look('readiness, too little evidence');

  const library = new LibraryPage(page);
  await library.visit();
  await look('library');
  await library.search.fill('gateway');
  await library.rows.first().getByRole('checkbox').check();
  await look('library, something found and picked');
  await library.search.fill('xyzzy');
  await expect(library.rows).toHaveCount(0);
  await look('library, nothing found');
  await page.goto('./#/item/cncf-cka/sc-wait-for-first-consumer');
  await library.item.getByText('None yet').waitFor();
  await look('an item');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want' }).fill('saa');
  await look('the command palette');
  await page.keyboard.press('Escape');

  await decks.enter();
  await look('decks, none');
  await decks.choose('errors.md', sample('errors.md'));
  await decks.screen.getByText('What a deck looks like').click();
  await look('decks, preview with problems');
  await decks.close.click();
  await decks.bring('kinds.md', sample('kinds.md'));
  await look('decks, one');
  await decks.own.getByRole('button', { name: 'Remove…' }).click();
  await look('decks, asked whether to remove one');

  await study.visit('aws-saa-c03');
  await look('question of a track');
  await study.reveal();
  await look('question of a track, answered');
  const here = new InPlace(page);
  await page.keyboard.press('n');
  await here.note.fill('mind the Region');
  await look('question of a track, its note open');
  await page.keyboard.press('Escape');
  await here.shown.waitFor();
  await look('question of a track, with its note');
  await study.give('Good');

  await study.visit('kinds');
  await page.keyboard.press('e');
  await here.change('https://www', 'http://www');
  await page.keyboard.press('Control+Enter');
  await here.problems.first().waitFor();
  await look('question, edited, with a problem');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  while (!(await study.isDone())) {
    const item = await study.item();
    await look(`question ${item}`);
    await study.reveal();
    // By its key: after a click the button would have the focus, and Enter.
    await page.keyboard.press('f');
    await expect(study.flag).toHaveAttribute('aria-pressed', 'true');
    await look(`question ${item}, answered`);
    await study.give('Good');
  }
  await look('summary');

  await statistics.visit('?track=aws-saa-c03');
  await statistics.rows('hours');
  await look('statistics of a track, a table open');

  await start.enter();
  await look('start, two begun');
  await start.screen.getByText('More tracks').click();
  await look('start, every track');
  await data.enter();
  await data.screen.getByText('Every key').click();
  await look('settings');
  const backup = await data.exported();
  await expect(data.notice).toBeVisible();
  await look('data, exported');
  await data.choose(backup.name, backup.bytes);
  await data.preview.waitFor();
  await look('data, preview of an import');

  await put(page, `${PREFIX}notes`, 'shopping: milk');
  await start.visit();
  await expect(start.notice).toBeVisible();
  await look('start, something damaged');
}
