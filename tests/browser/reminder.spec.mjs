// Promise: when much would be lost with this browser, the start page reminds of a backup, gently.
// Must not: remind too early, after a backup was made, or when the learner said later.
// Changes: imports answers, exports, and lets days pass.

import { expect, test } from './fixtures.mjs';
import { entriesIn, madeBackup } from './log.mjs';

/** Brings so many answers, none of them in a backup of this browser. */
async function bring({ start, data }, answers) {
  await start.visit();
  await data.enter();
  await data.choose('made.jsonl', madeBackup(answers));
  await data.importButton.click();
  await data.expectKept(answers, answers);
}

test('after 300 answers without a backup it reminds, and an export makes that go', async ({ pages }) => {
  const { page, start, study, data } = pages;
  await bring(pages, 299);
  await start.enter();
  await expect(start.reminder).toHaveCount(0);
  await start.pick('aws-saa-c03');
  await study.settled();
  await study.answerWith('Good');
  await page.keyboard.press('Escape');
  await start.ready();
  await expect(start.reminder).toContainText('300 answers are kept in this browser only. A backup takes one click.');
  await expect(start.reminder, 'it is no alarm').toHaveRole('status');
  await page.reload();
  await expect(start.reminder).toBeVisible();

  const downloading = page.waitForEvent('download');
  await start.reminder.getByRole('button', { name: 'Export a backup' }).click();
  expect((await downloading).suggestedFilename()).toBe('cairn-backup-2026-11-21.cairn');
  await expect(start.reminder).toHaveCount(0);
  await page.reload();
  await start.ready();
  await expect(start.reminder).toHaveCount(0);
  await data.enter();
  await expect(data.backup).toContainText('The last backup was made on');
  await expect(data.backup).toContainText('nothing has come since');
});

test('“Later” hides it, and studying is not disturbed', async ({ pages }) => {
  const { start, study, data } = pages;
  await bring(pages, 320);
  await expect(data.backup).toContainText('No backup was made from this browser yet.');
  await start.enter();
  await start.reminder.getByRole('button', { name: 'Later' }).click();
  await expect(start.reminder).toHaveCount(0);
  await start.pick('aws-saa-c03');
  await study.settled();
  await study.answerWith('Good');
  await start.enter();
  await expect(start.reminder).toHaveCount(0);
});

test('a week after the last backup it reminds if something has come since', async ({ pages }) => {
  const { clock, page, start, study, data } = pages;
  await bring(pages, 5);
  expect(entriesIn(await data.exported())).toBe(5);
  await clock.eveningOfDay(8);
  await page.reload();
  await start.enter();
  await expect(start.reminder, 'nothing has come').toHaveCount(0);
  await start.pick('aws-saa-c03');
  await study.settled();
  await study.answerWith('Good');
  await start.enter();
  await expect(start.reminder).toContainText(/The last backup was made 8 days ago; 1 answers? ha(s|ve) come since\./);
  await data.enter();
  await expect(data.backup).toContainText('1 answer has come since.');
  await data.exported();
  await start.enter();
  await expect(start.reminder).toHaveCount(0);
});
