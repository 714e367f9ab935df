// Promise: when a newer version has written part of the log, this one says so, shows and exports what it can read, and writes nothing.
// Must not: ask anything, or take a setting, a deck or an import, as if it were kept.
// Changes: answers items, and adds a text as a newer version might write it.

import { expect, test } from './fixtures.mjs';
import {
  LINES_PREFIX, PREFIX, answersIn, chunks, copies, entriesIn, firstVersionPart, leave, madeBackup, ofVersion, put, putBoth, tendAtOnce, tended,
} from './log.mjs';
import { sample } from './samples/read.mjs';

/** The number of a version that is far from coming. */
const LATER = 200;

/** What a newer version wrote: its name, and what makes it of a text of this version. */
const NEWER = {
  'a segment in both copies': [`${PREFIX}0123456789abcdef.00000001`, (text) => ofVersion(text, LATER), putBoth],
  'a segment in local storage': [`${PREFIX}0123456789abcdef.00000001`, (text) => ofVersion(text, LATER), put],
  'lines in local storage': [`${LINES_PREFIX}0123456789abcdef.000001`, () => 'cairn-log 2\nwhatever comes', put],
};
const WORDS = 'Part of your log was written by a newer version of Cairn. Reload the page to get that version';

/** Studies a little and leaves the app; gives the text that it wrote. */
async function aLog(page, study, grades) {
  await study.visit('aws-saa-c03');
  for (const grade of grades) await study.answerWith(grade);
  await expect(study.saved).toHaveText('Saved');
  await leave(page);
  const [text] = Object.values(await chunks(page));
  return text;
}

for (const [what, [key, make, place]] of Object.entries(NEWER)) {
  test(`${what}: said, read-only, exported`, async ({ page, start, study, decks, data }) => {
    await place(page, key, make(await aLog(page, study, ['Good', 'Easy'])));
    const before = [await chunks(page), await copies(page)];

    await start.visit();
    await expect(start.notice).toContainText('A newer version of Cairn wrote part of your log.');
    await expect(start.notice).toContainText(`“${key}” was written by a newer version of Cairn. It is kept as it is`);
    await expect(start.begun, 'what can be read is shown').toHaveCount(1);

    await start.pick('aws-saa-c03');
    await expect(study.notice).toContainText(WORDS);
    await expect(study.question).toHaveCount(0);

    await data.enter();
    await data.expectKept(2, 2);
    await data.newPerDay.fill('5');
    await data.newPerDay.press('Tab');
    await expect(data.notice.filter({ hasText: 'Not saved' })).toContainText(WORDS);
    await data.tryAgain.click();
    await expect(data.notice.filter({ hasText: 'Not saved' })).toContainText(WORDS);

    expect(entriesIn(await data.exported())).toBe(2);
    expect(answersIn(await data.exportedAsText())).toHaveLength(2);

    await page.reload();
    await decks.enter();
    await decks.choose('kinds.md', sample('kinds.md'));
    await decks.add.click();
    await expect(decks.notice).toContainText(WORDS);
    await expect(decks.own).toHaveCount(0);

    expect.soft(await chunks(page)).toEqual(before[0]);
    // The second copy follows the first: what it lacked may be there now, and nothing else.
    expect.soft({ ...(await chunks(page)), ...(await copies(page)) }).toEqual({ ...before[0], ...before[1] });
    await start.visit();
    await expect(start.notice, 'until that version is here').toContainText('A newer version of Cairn wrote part of your log.');
  });
}

test('an import is refused, too', async ({ page, start, study, data }) => {
  const [key, make] = NEWER['a segment in both copies'];
  await putBoth(page, key, make(await aLog(page, study, ['Good'])));
  const before = [await chunks(page), await copies(page)];
  await start.visit();
  await data.enter();
  await data.choose('backup.jsonl', madeBackup(4));
  await expect(data.preview).toContainText('Importing adds 4 answers');
  await data.importButton.click();
  await expect(data.notice.filter({ hasText: 'Nothing was imported.' })).toContainText(WORDS);
  await data.expectKept(1, 1);
  expect([await chunks(page), await copies(page)]).toEqual(before);
});

test('what is done to the log when nothing else happens is left undone', async ({ page, start, study, data }) => {
  const [key, make] = NEWER['a segment in both copies'];
  await putBoth(page, key, make(await aLog(page, study, ['Good'])));
  for (let place = 0; place < 30; place++) await putBoth(page, ...firstVersionPart(place));
  const before = [await chunks(page), await copies(page)];
  await page.addInitScript(tendAtOnce);
  await start.visit();
  await data.enter();
  await data.expectKept(31, 31);
  await tended(page);
  expect([await chunks(page), await copies(page)]).toEqual(before);
});
