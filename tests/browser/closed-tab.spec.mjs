// Promise: what was answered is kept before the next item is shown, so a tab may be closed at any moment.
// Must not: show the next item while the answer is on its way.
// Changes: answers items in tabs that are closed right after.

import { expect, pagesOf, test } from './fixtures.mjs';
import { leave, restore } from './log.mjs';

/** Notes what local storage holds whenever a question appears: in the very turn in which it does, before it is even painted. */
function noteEveryQuestion() {
  globalThis.noted = [];
  let last = null;
  new MutationObserver(() => {
    const question = document.querySelector('article.question[data-revealed=false]');
    if (question && question.dataset.item !== last) {
      last = question.dataset.item;
      globalThis.noted.push({ item: last, kept: { ...localStorage } });
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

test('each answer is in local storage when the next question appears', async ({ page, study, data }) => {
  await page.addInitScript(noteEveryQuestion);
  await study.visit('aws-saa-c03');
  const answered = [];
  for (const grade of ['Good', 'Again', 'Easy', 'Good']) answered.push((await study.answerWith(grade)).item);
  const noted = await page.evaluate(() => globalThis.noted);
  expect(noted.map((question) => question.item).slice(0, 4)).toEqual(answered);
  expect(noted).toHaveLength(5);
  // What was kept in each of those moments is all there is when the tab crashes: it holds every answer up to then.
  for (const [count, { item, kept }] of noted.entries()) {
    await leave(page);
    await restore(page, kept);
    await study.visit('aws-saa-c03');
    expect(await study.item()).toBe(item);
    await data.enter();
    await data.expectKept(count, count);
  }
});

test('closing the tab when the next question appears loses nothing', async ({ context, clock }) => {
  const answered = [];
  for (const grade of ['Good', 'Easy', 'Hard']) {
    const page = await context.newPage();
    const { study } = pagesOf(page, clock);
    await study.visit('aws-saa-c03');
    answered.push((await study.answerWith(grade)).item);
    const next = await study.item();
    await page.close();

    const again = await context.newPage();
    const { study: resumed, data } = pagesOf(again, clock);
    await resumed.visit('aws-saa-c03');
    expect(await resumed.item(), 'the next item is the one that was shown').toBe(next);
    await data.enter();
    await data.expectKept(answered.length, answered.length);
    await again.close();
  }
  expect(new Set(answered).size).toBe(3);
});

test('two tabs that answer in turn lose nothing of each other', async ({ context, clock }) => {
  const tabs = [];
  for (const deck of ['aws-saa-c03', 'cncf-cka']) {
    const tab = pagesOf(await context.newPage(), clock);
    await tab.study.visit(deck);
    tabs.push(tab);
  }
  for (let turn = 0; turn < 3; turn++) for (const tab of tabs) await tab.study.answerWith('Good');
  for (const tab of tabs) await tab.page.close();
  const { start, data } = pagesOf(await context.newPage(), clock);
  await start.visit();
  await data.enter();
  await data.expectKept(6, 6);
  await expect(data.notice).toHaveCount(0);
});
