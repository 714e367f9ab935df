// Promise: an answer is called saved only when the second copy has it, which survives a killed browser and lost local storage.
// Must not: say “Saved” while that is under way or after it failed, or hold up the next question.
// Changes: answers items while the writing of the second copy is held back, broken off, or impossible.

import { expect, test } from './fixtures.mjs';
import { chunks, copies, leave, wipeFirst } from './log.mjs';
import { longDeck } from './samples/read.mjs';

/** Takes hold of every transaction that changes the log's second copy, and notes every word of the screen about it. */
function takeHold() {
  globalThis.words = [];
  globalThis.how = 'let';
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const transaction = begin.call(this, names, mode, options);
    if (mode === 'readwrite' && [names].flat().includes('texts')) {
      // A transaction stays open for as long as it is asked something.
      const ask = () => {
        if (globalThis.how === 'hold') transaction.objectStore('texts').count().onsuccess = ask;
      };
      ask();
      if (globalThis.how === 'break') queueMicrotask(() => transaction.abort());
    }
    return transaction;
  };
  new MutationObserver(() => {
    const word = document.querySelector('p.saved')?.textContent;
    if (word && word !== globalThis.words.at(-1)) globalThis.words.push(word);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

const ONE_PLACE = 'Kept in one place only (the second copy could not be written). Export a backup now and then.';

const set = (page, how) => page.evaluate((how) => (globalThis.how = how), how);
const words = (page) => page.evaluate(() => globalThis.words);

test('what is called saved comes back without local storage', async ({ page, start, study, data }) => {
  await study.visit('aws-saa-c03');
  await expect(study.saved).toHaveText('');
  for (const grade of ['Good', 'Again', 'Easy']) {
    await study.answerWith(grade);
    await expect(study.saved).toHaveText('Saved');
  }
  await leave(page);
  await wipeFirst(page);
  await start.visit();
  await data.enter();
  await data.expectKept(3, 3);
});

test('while the second copy is being written it says so, and the next question is there', async ({ page, study }) => {
  await page.addInitScript(takeHold);
  await study.visit('aws-saa-c03');
  await set(page, 'hold');
  await study.answerWith('Good');
  await study.answerWith('Easy');
  await expect(study.saved).toHaveText('Saving…');
  expect(await words(page), 'it was never called saved').toEqual(['Saving…']);
  await set(page, 'let');
  await expect(study.saved).toHaveText('Saved');
  const log = await chunks(page);
  expect(await copies(page)).toEqual(log);
});

test('an answer of which the writing is broken off is not called saved', async ({ page, study, data }) => {
  await page.addInitScript(takeHold);
  await study.visit('aws-saa-c03');
  await set(page, 'break');
  await study.answerWith('Good');
  await expect(study.saved).toHaveText(ONE_PLACE);
  expect(await words(page)).not.toContain('Saved');
  expect(await copies(page)).toEqual({});

  // Once it can be written again, the next answer takes the last one with it.
  await set(page, 'let');
  await study.answerWith('Good');
  await expect(study.saved).toHaveText('Saved');
  expect(await copies(page)).toEqual(await chunks(page));
  await page.reload();
  await data.enter();
  await data.expectKept(2, 2);
});

test('after a long text was broken off, saved means that text, too', async ({ page, start, study, decks }) => {
  await page.addInitScript(takeHold);
  await start.visit();
  await decks.enter();
  await set(page, 'break');
  // It fills a part of the log, so the answer after it goes to the next part.
  await decks.bring('long.md', longDeck());
  await start.enter();
  await start.pick('aws-saa-c03');
  await study.settled();
  await set(page, 'let');
  await expect(study.saved).toHaveText(ONE_PLACE);
  await study.answerWith('Good');
  const names = Object.keys(await chunks(page)).sort();
  expect(names).toHaveLength(2);
  // The second copy has the answer. Whether it has the deck by now, too, is the app's affair; what it says of it must be true.
  await expect.poll(async () => Object.keys(await copies(page))).toContain(names[1]);
  if ((await study.saved.textContent()) !== ONE_PLACE) expect(Object.keys(await copies(page)).sort()).toEqual(names);
});

test('a browser without a second store says so, and studying goes on', async ({ page, study, data }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError');
    };
  });
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await study.answerWith('Good');
  await expect(study.saved).toHaveText(/^Kept in one place only \(.+\)\. Export a backup now and then\.$/);
  await page.reload();
  await data.enter();
  await data.expectKept(2, 2);
  await expect(data.screen).toContainText('One copy: local storage.');
});
