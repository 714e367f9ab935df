// Promise: the log is kept twice, and what one copy has lost or damaged comes back from the other; what both have lost is said.
// Must not: take a lost log for a first visit, overwrite what cannot be read, or keep quiet about anything that is missing.
// Changes: answers items, then clears, damages and hides local storage and IndexedDB.

import { expect, pagesOf, test } from './fixtures.mjs';
import {
  BAD_PREFIX, altered, chunks, copies, dropDatabase, entriesIn, everything, fill, isMarked, leave, lose, put, putCopy, remove, removeBoth, wipeFirst,
} from './log.mjs';
import { longDeck } from './samples/read.mjs';

const NOT_AS_WRITTEN = 'Part of your log is not as it was written.';

/** Answers items and waits until both copies have them; then the app is not open any more. */
async function answered({ page, study }, count) {
  await study.visit('aws-saa-c03');
  for (let n = 0; n < count; n++) await study.answerWith('Good');
  await expect(study.saved).toHaveText('Saved');
  await leave(page);
  const log = await chunks(page);
  expect(await copies(page), 'both copies are the same').toEqual(log);
  return log;
}

/** Starts anew, when nothing is to be told. */
async function expectSound({ start, data }, answers) {
  await start.visit();
  await expect(start.notice).toHaveCount(0);
  await data.enter();
  await data.expectKept(answers, answers);
  await expect(data.notice).toHaveCount(0);
}

test('local storage that was cleared is put back, and that is told', async ({ pages }) => {
  const { page, start, study, data } = pages;
  await start.visit();
  await data.enter();
  await data.set(data.newPerDay, 17);
  const log = await answered(pages, 3);
  await wipeFirst(page);

  await start.visit();
  await expect(start.notice).toHaveText(
    'The browser had cleared this page\'s local storage. Everything was put back from the second copy.',
  );
  await expect(start.notice).toHaveRole('status');
  expect(await chunks(page)).toEqual(log);
  await expect(start.begun).toHaveCount(1);
  await data.enter();
  await data.expectKept(3, 3);
  await expect(data.newPerDay).toHaveValue('17');
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await expectSound(pages, 4);
});

test('what local storage had not kept before the browser was killed is put back', async ({ pages }) => {
  const { page, start, data } = pages;
  const before = await answered(pages, 1);
  const log = await answered(pages, 2);
  // One text as good as new, and one that was never there.
  const [key] = Object.keys(log).filter((key) => !(key in before));
  await remove(page, key);
  await start.visit();
  await expect(start.notice).toContainText('They were put back from the second copy.');
  await expect(start.notice).toHaveRole('status');
  expect(await chunks(page)).toEqual(log);
  await data.enter();
  await data.expectKept(3, 3);
  await expectSound(pages, 3);
});

test('a text that local storage has in an older state is brought up to date', async ({ pages }) => {
  const { page, start, study, data } = pages;
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  const [[key, older]] = Object.entries(await chunks(page));
  await study.answerWith('Good');
  await expect(study.saved).toHaveText('Saved');
  await leave(page);
  const newer = (await chunks(page))[key];
  expect(newer).not.toBe(older);
  await put(page, key, older);
  await start.visit();
  await expect(start.notice).toContainText('They were put back from the second copy.');
  expect((await chunks(page))[key]).toBe(newer);
  await data.enter();
  await data.expectKept(2, 2);

  // The other way round the second copy follows, and there is nothing to tell: it is always a moment behind.
  await leave(page);
  await putCopy(page, key, older);
  await expectSound(pages, 2);
  await expect.poll(async () => (await copies(page))[key]).toBe(newer);
});

test('a second copy that is gone is made anew, and that is told', async ({ pages }) => {
  const { page, start, data } = pages;
  const log = await answered(pages, 3);
  await dropDatabase(page);
  await start.visit();
  await expect(start.notice).toHaveText(
    'The second copy of your log was gone and was made anew from the first. Nothing is lost.',
  );
  await expect(start.notice).toHaveRole('status');
  await expect.poll(() => copies(page)).toEqual(log);
  await data.enter();
  await data.expectKept(3, 3);
  await expectSound(pages, 3);
});

test('both copies gone is told as a loss and not taken for a first visit, and a backup brings it back', async ({ pages }) => {
  const { page, start, study, data } = pages;
  await answered(pages, 3);
  await start.visit();
  await data.enter();
  const backup = await data.exported();
  expect(await isMarked(page)).toBe(true);
  await leave(page);
  await lose(page);

  await start.visit();
  await expect(start.notice).toHaveRole('alert');
  await expect(start.notice).toContainText('Your log is gone from this browser.');
  await expect(start.notice).toContainText('There was a log here, last written on 2026-11-21, and both copies of it are gone');
  // It is said for as long as nothing was done about it.
  await page.reload();
  await expect(start.notice).toContainText('Your log is gone from this browser.');

  await start.notice.getByRole('link', { name: 'Backup and import' }).click();
  await data.choose(backup.name, backup.bytes);
  await expect(data.preview).toContainText('Importing adds 3 answers');
  await data.importButton.click();
  await data.expectKept(3, 3);
  await expectSound(pages, 3);
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await expectSound(pages, 4);
});

test('after a loss the learner may begin anew', async ({ pages }) => {
  const { page, start, study } = pages;
  await answered(pages, 2);
  await lose(page);
  await start.visit();
  await expect(start.notice).toContainText('Your log is gone from this browser.');
  await start.pick('aws-saa-c03');
  await study.settled();
  await study.answerWith('Good');
  await expect(study.saved).toHaveText('Saved');
  await expectSound(pages, 1);
});

test('a text that is missing in both copies is reported, and a backup fills the gap', async ({ pages }) => {
  const { page, start, study, decks, data } = pages;
  // Texts are short: this deck fills one, and what follows goes to the next of the same writer.
  await start.visit();
  await decks.enter();
  await decks.bring('long.md', longDeck());
  await start.enter();
  await start.pick('aws-saa-c03');
  await study.settled();
  await study.answerWith('Good');
  await study.answerWith('Good');
  await expect(study.saved).toHaveText('Saved');
  await data.enter();
  const backup = await data.exported();
  await leave(page);
  const log = await chunks(page);
  expect(Object.keys(log).length, 'the deck and the answers are in texts of their own').toBeGreaterThan(1);
  const [deck] = Object.keys(log).sort((a, b) => log[b].length - log[a].length);
  await removeBoth(page, deck);

  await start.visit();
  await expect(start.notice).toContainText(NOT_AS_WRITTEN);
  await expect(start.notice).toContainText(/1 of the entries written by [0-9a-f]{16} is missing from this browser\. Import a backup to fill the gap\./);
  await data.enter();
  await data.expectKept(2, 2);
  await data.choose(backup.name, backup.bytes);
  await expect(data.preview).toContainText('Importing adds 0 answers and 1 other entries');
  await data.importButton.click();
  await expect(data.notice.filter({ hasText: 'added' })).toHaveText(/^1 entr(y|ies) added\.$/);
  await expectSound(pages, 2);
  await expect(start.track('long')).toHaveCount(0);
  await decks.enter();
  await expect(decks.own).toHaveCount(1);
});

test('local storage that throws on every read is told, and nothing is overwritten', async ({ context, clock, pages }) => {
  const { page } = pages;
  await answered(pages, 2);
  const before = [await everything(page), await copies(page)];

  const broken = pagesOf(await context.newPage(), clock);
  await broken.page.addInitScript(() => {
    const fail = () => {
      throw new DOMException('The file is damaged.', 'UnknownError');
    };
    Storage.prototype.getItem = fail;
    Storage.prototype.key = fail;
    Object.defineProperty(Storage.prototype, 'length', { get: fail });
  });
  const words = 'The browser\'s storage failed: UnknownError';
  await broken.start.visit();
  await expect(broken.start.notice).toContainText('Your answers cannot be kept.');
  await expect(broken.start.notice).toContainText(words);
  await broken.start.pick('aws-saa-c03');
  await expect(broken.study.notice).toContainText(words);
  await expect(broken.study.question).toHaveCount(0);
  await broken.data.enter();
  await broken.data.newPerDay.fill('5');
  await broken.data.newPerDay.press('Tab');
  await broken.data.exportButton.click();
  await expect(broken.data.notice.filter({ hasText: words })).not.toHaveCount(0);
  await broken.page.close();

  const after = [await everything(page), await copies(page)];
  expect(after[0]).toMatchObject(before[0]);
  expect(after[1]).toMatchObject(before[1]);
  const { start, data } = pages;
  await start.visit();
  await data.enter();
  await data.expectKept(2, 2);
});

for (const [place, damage] of Object.entries({ 'local storage': put, 'the second copy': putCopy })) {
  test(`a text damaged in ${place} alone is replaced by the other copy, told, and kept aside`, async ({ pages }) => {
    const { page, start, data } = pages;
    const log = await answered(pages, 3);
    const [[key, text]] = Object.entries(log);
    const damaged = altered(text);
    await damage(page, key, damaged);
    await start.visit();
    await expect(start.notice).toHaveText(
      `One of the two copies of “${key}” was damaged and was replaced by the other. Nothing is lost.`,
    );
    await expect(start.notice).toHaveRole('status');
    expect(await chunks(page)).toEqual(log);
    await expect.poll(async () => (await copies(page))[key]).toBe(text);
    await data.enter();
    await data.expectKept(3, 3);
    const aside = { ...(await copies(page)), ...(await everything(page)) };
    expect.soft(aside[`${BAD_PREFIX}${key}`], 'the damaged one is kept aside').toBe(damaged);
    await expectSound(pages, 3);
  });
}

/** What local storage may have lost, and how it is made so. */
const LOSSES = {
  lost: (page, key) => remove(page, key),
  damaged: (page, key, text) => put(page, key, altered(text)),
};

for (const [what, happen] of Object.entries(LOSSES)) {
  test(`a text ${what} in local storage counts even when there is no room to put it back`, async ({ pages }) => {
    const { page, start, data } = pages;
    await answered(pages, 1);
    const log = await answered(pages, 2);
    const [key, text] = Object.entries(log).at(-1);
    await happen(page, key, text);
    await fill(page, 'somebody-else');

    await start.visit();
    await expect(start.notice.filter({ hasText: `“${key}” could not be put back from the second copy` })).toHaveCount(1);
    await data.enter();
    await data.expectKept(3, 3);
    expect((await copies(page))[key]).toBe(text);
    expect.soft(entriesIn(await data.exported()), 'a backup has everything that is shown').toBe(3);

    // Once there is room it is put back at the next start.
    await remove(page, 'somebody-else');
    await start.visit();
    await expect(start.notice).toHaveRole('status');
    expect(await chunks(page)).toEqual(log);
    await expectSound(pages, 3);
  });
}
