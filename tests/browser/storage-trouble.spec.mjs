// Promise: when the browser's storage is switched off, full or damaged, the learner is told in plain words and loses nothing stored.
// Must not: overwrite or remove what it cannot read, go on as if an answer was kept, or ask anything where nothing can be kept.
// Changes: fills local storage, and writes damaged and foreign values under Cairn's names. What goes wrong in one of the two copies
// only is the matter of second-copy.spec, and what a newer version wrote that of newer-version.spec.

import { expect, test } from './fixtures.mjs';
import { LINES_PREFIX, PREFIX, altered, answersIn, chunks, copies, entriesIn, everything, fill, put, putBoth, remove, removeBoth } from './log.mjs';
import { sample } from './samples/read.mjs';

test.describe('switched off', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    });
  });

  test('it is said on the start and data pages, and nothing is asked', async ({ start, study, data }) => {
    const words = 'This browser does not let Cairn store anything. Leave private mode, or allow this page to keep data.';
    await start.visit();
    await expect(start.notice).toContainText('Your answers cannot be kept.');
    await expect(start.notice).toContainText(words);
    await data.enter();
    await expect(data.notice).toContainText(words);
    await start.enter();
    await start.pick('aws-saa-c03');
    await expect(study.screen.getByRole('heading', { level: 1 })).toHaveText('Your answers could not be kept');
    await expect(study.notice).toContainText(words);
    await expect(study.question).toHaveCount(0);
  });

  test('a backup cannot be written or read in, and that is said', async ({ start, data }) => {
    await start.visit();
    await data.enter();
    await data.exportButton.click();
    await expect(data.notice.last()).toContainText('does not let Cairn store anything');
    await data.choose('backup.jsonl', 'cairn-backup 1 0\n');
    await expect(data.importButton).toHaveCount(0);
  });

  test('settings and decks are said not to be saved', async ({ start, data, decks }) => {
    await start.visit();
    await data.enter();
    await data.newPerDay.fill('5');
    await data.newPerDay.press('Tab');
    await expect(data.screen).toContainText('Not saved: This browser does not let Cairn store anything');
    await decks.enter();
    await decks.choose('kinds.md', sample('kinds.md'));
    await decks.add.click();
    await expect(decks.notice).toContainText('does not let Cairn store anything');
    await expect(decks.own).toHaveCount(0);
  });
});

test.describe('full', () => {
  test('an answer that finds no room stays on screen, and is stored once there is room', async ({ page, study, data }) => {
    await study.visit('aws-saa-c03');
    await study.answerWith('Good');
    const kept = await chunks(page);
    await fill(page, 'somebody-else');

    await study.reveal();
    const item = await study.item();
    await page.keyboard.press('4');
    await expect(study.notice).toContainText('This answer is not saved yet.');
    await expect(study.notice).toContainText('full');
    await expect(study.revealed).toHaveAttribute('data-item', item);
    expect(await chunks(page), 'what was stored is as it was').toEqual(kept);

    // Neither another grade nor Enter nor "Try again" gets past it while there is no room.
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await study.tryAgain.click();
    await expect(study.notice).toContainText('This answer is not saved yet.');
    await expect(study.revealed).toHaveAttribute('data-item', item);
    expect(await chunks(page)).toEqual(kept);

    await remove(page, 'somebody-else');
    await study.tryAgain.click();
    await expect(study.notice).toHaveCount(0);
    await expect(study.asking).not.toHaveAttribute('data-item', item);
    await page.reload();
    await data.enter();
    await data.expectKept(2, 2);
    await expect(data.notice).toHaveCount(0);
    const answers = answersIn(await data.exportedAsText());
    expect(answers).toHaveLength(2);
    expect(answers.find((answer) => answer.item === item).grade, 'the grade that was given first, Easy').toBe(4);
  });

  test('an undo that finds no room keeps the answer', async ({ page, study, data }) => {
    await study.visit('aws-saa-c03');
    const { item } = await study.answerWith('Good');
    await fill(page, 'somebody-else');
    await page.keyboard.press('u');
    await expect(study.notice).toContainText('full');
    await remove(page, 'somebody-else');
    await page.keyboard.press('Enter');
    await expect(study.asking).toHaveAttribute('data-item', item);
    await data.enter();
    await data.expectKept(0, 0);
  });

  test('a full store can still be read, and everything in it exported', async ({ page, start, study, data }) => {
    await study.visit('aws-saa-c03');
    await study.answerWith('Good');
    await fill(page, 'somebody-else');
    await start.visit();
    await expect(start.begun).toHaveCount(1);
    await data.enter();
    await data.expectKept(1, 1);
    expect(entriesIn(await data.exported())).toBe(1);
    expect(answersIn(await data.exportedAsText())).toHaveLength(1);
  });

  test('an import that finds no room adds nothing, and can be tried again', async ({ page, study, data }) => {
    await study.visit('aws-saa-c03');
    for (let n = 0; n < 3; n++) await study.answerWith('Good');
    await data.enter();
    const backup = await data.exported();
    for (const key of Object.keys(await chunks(page))) await removeBoth(page, key);
    await page.reload();
    await fill(page, 'somebody-else');
    await data.choose(backup.name, backup.bytes);
    await data.importButton.click();
    await expect(data.notice.filter({ hasText: 'Nothing was imported.' })).toContainText('full');
    expect(await chunks(page)).toEqual({});
    await data.expectKept(0, 0);
    await remove(page, 'somebody-else');
    await data.importButton.click();
    await data.expectKept(3, 3);
    await page.reload();
    await data.expectKept(3, 3);
  });

  test('a setting and a deck that find no room are said, and stored once there is', async ({ page, start, data, decks }) => {
    await start.visit();
    await fill(page, 'somebody-else');
    await data.enter();
    await data.newPerDay.fill('7');
    await data.newPerDay.press('Tab');
    const unsaved = data.notice.filter({ hasText: 'Not saved' });
    await expect(unsaved).toContainText('full');
    await remove(page, 'somebody-else');
    await data.tryAgain.click();
    await expect(unsaved).toHaveCount(0);
    await decks.enter();
    await decks.choose('kinds.md', sample('kinds.md'));
    await fill(page, 'somebody-else');
    await decks.add.click();
    await expect(decks.notice).toContainText('The deck is not saved');
    await remove(page, 'somebody-else');
    await decks.notice.getByRole('button', { name: 'Try again' }).click();
    await expect(decks.own).toHaveCount(1);
    await page.reload();
    await expect(decks.own).toHaveCount(1);
    await data.enter();
    await expect(data.newPerDay).toHaveValue('7');
  });
});

test.describe('damaged', () => {
  /** Values that Cairn did not write. */
  const foreign = {
    [`${PREFIX}notes`]: 'shopping: milk',
    [`${PREFIX}empty`]: '',
    [`${LINES_PREFIX}notes`]: 'shopping: eggs',
  };

  test('foreign values are told, and left as they are', async ({ page, start, study, data }) => {
    await study.visit('aws-saa-c03');
    await study.answerWith('Good');
    for (const [key, value] of Object.entries(foreign)) await put(page, key, value);
    await start.visit();
    await expect(start.notice).toContainText('Part of your log is not as it was written.');
    for (const key of Object.keys(foreign)) {
      await expect.soft(start.notice).toContainText(`“${key}” was not written by Cairn. It is left alone.`);
    }
    const before = await everything(page);

    // Everything that writes, and then everything there was is still there.
    await start.pick('aws-saa-c03');
    await study.settled();
    await study.answerWith('Hard');
    await page.keyboard.press('u');
    await study.settled();
    await study.answerWith('Good');
    await data.enter();
    await data.expectKept(2, 2);
    await data.set(data.newPerDay, 9);
    const backup = await data.exported();
    await data.choose(backup.name, backup.bytes);
    await data.closeButton.click();
    await page.reload();
    await data.expectKept(2, 2);
    expect(await everything(page)).toMatchObject(before);
  });

  test('a text damaged in both copies is told, kept as it is, costs nothing beside it, and a backup fills the gap', async ({ pages }) => {
    const { page, start, study, data } = pages;
    await study.visit('aws-saa-c03');
    for (const grade of ['Good', 'Hard']) await study.answerWith(grade);
    const before = await chunks(page);
    // Another tab writes values of its own.
    await page.reload();
    await study.settled();
    for (const grade of ['Easy', 'Good']) await study.answerWith(grade);
    await data.enter();
    await data.expectKept(4, 4);
    const backup = await data.exported();
    const [key, text] = Object.entries(await chunks(page)).find(([key]) => !(key in before));

    for (const damaged of [altered(text), text.slice(0, Math.floor(text.length * 0.6))]) {
      await putBoth(page, key, damaged);
      await start.visit();
      await expect(start.notice).toContainText('Part of your log is not as it was written.');
      await expect(start.notice).toContainText(`“${key}” is damaged and was left out. It held 2 entries, the first of 2026-11-21.`);
      await expect(start.notice).toContainText('import a backup to fill the gap');
      await data.enter();
      await data.expectKept(2, 2);

      await data.choose(backup.name, backup.bytes);
      await expect(data.preview).toContainText('Importing adds 2 answers and 0 other entries');
      await data.importButton.click();
      await data.expectKept(4, 4);
      await study.visit('aws-saa-c03');
      await study.answerWith('Good');
      await page.keyboard.press('u');
      await study.settled();
      await page.reload();
      await data.enter();
      await data.expectKept(4, 4);
      expect((await everything(page))[key], 'the damaged text is kept as it is').toBe(damaged);
      expect((await copies(page))[key], 'in the second copy, too').toBe(damaged);

      // Back to before, for the other damage.
      for (const added of Object.keys(await chunks(page))) if (!(added in before) && added !== key) await removeBoth(page, added);
    }
  });
});
