// Promise: the learner can take away everything that Cairn keeps in this browser, in every tab, once the word was typed.
// Must not: do it without the word, leave anything of the log behind, or let another tab write it back.
// Changes: answers items in two tabs, then deletes everything.

import { expect, pagesOf, test } from './fixtures.mjs';
import { copies, everything, isMarked, put } from './log.mjs';
import { sample } from './samples/read.mjs';

test('nothing happens without the word', async ({ page, start, study, data }) => {
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await expect(study.saved).toHaveText('Saved');
  await data.enter();
  const before = [await everything(page), await copies(page)];
  await expect(data.eraseButton).toBeDisabled();
  for (const word of ['', 'delet', 'deleted', 'yes']) {
    await data.eraseWord.fill(word);
    await expect(data.eraseButton).toBeDisabled();
    await data.eraseWord.press('Enter');
  }
  await data.expectKept(1, 1);
  expect([await everything(page), await copies(page)]).toEqual(before);
  await page.reload();
  await start.visit();
  await expect(start.begun).toHaveCount(1);
});

test('both copies, the marker and every tab are emptied, and what follows is a first visit', async ({ context, clock, pages }) => {
  const { page, start, study, decks, data } = pages;
  await start.visit();
  await decks.enter();
  await decks.bring('kinds.md', sample('kinds.md'));
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  const other = pagesOf(await context.newPage(), clock);
  await other.study.visit('cncf-cka');
  await other.study.answerWith('Good');
  await expect(other.study.saved).toHaveText('Saved');
  await other.study.reveal();
  expect(await isMarked(page)).toBe(true);
  await put(page, 'somebody-else', 'milk');

  await data.enter();
  await data.exported();
  await data.eraseWord.fill('delete');
  await data.eraseButton.click();

  for (const tab of [pages, other]) {
    await tab.start.ready();
    await expect(tab.start.begun).toHaveCount(0);
    await expect(tab.start.notice).toHaveCount(0);
    await expect(tab.start.headline).toHaveText('What are you studying for?');
  }
  // What belongs to somebody else stays, and nothing else does.
  for (const tab of [pages, other]) {
    expect(await everything(tab.page)).toEqual({ 'somebody-else': 'milk' });
    expect(await copies(tab.page)).toEqual({});
    expect(await isMarked(tab.page)).toBe(false);
  }

  // Either tab begins anew, and nothing old is written back.
  for (const tab of [other, pages]) await tab.start.visit();
  await other.start.pick('aws-saa-c03');
  await other.study.settled();
  await other.study.answerWith('Good');
  await expect(other.study.saved).toHaveText('Saved');
  await start.visit();
  await expect(start.notice).toHaveCount(0);
  await expect(start.begun).toHaveCount(1);
  await data.enter();
  await data.expectKept(1, 1);
  await expect(data.backup).toContainText('No backup was made from this browser yet.');
  await decks.enter();
  await expect(decks.own).toHaveCount(0);
});
