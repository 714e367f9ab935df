// Promise: a log of the first version and of many short texts is read, becomes few long texts, and stays whole through all of it.
// Must not: lose or double anything while that goes on, take a text away before both copies have what replaces it, or overlook
// damage because a start is spared the reading.
// Changes: puts texts of the first version into local storage, and starts the app several times.

import { expect, test } from './fixtures.mjs';
import { LINES_PREFIX, altered, answersIn, chunks, copies, firstVersionPart, leave, namesIn, put, tendAtOnce, tended, wipeSecond } from './log.mjs';

const PARTS = 30;
/** Answers in all: those of the first version, and one of now. */
const ALL = PARTS + 1;

test.beforeEach(async ({ page, start }) => {
  await start.visit();
  await leave(page);
  for (let place = 0; place < PARTS; place++) await put(page, ...firstVersionPart(place));
  await page.addInitScript(tendAtOnce);
});

/** Starts anew, waits until the log was tidied up, and checks that everything is there. */
async function startAnew({ page, start, data }, answers) {
  await leave(page);
  await start.visit();
  await data.enter();
  await data.expectKept(answers, answers);
  await expect(data.notice).toHaveCount(0);
  await tended(page);
}

test('short texts become long ones, both copies the same, and every answer is there once', async ({ pages }) => {
  const { page, start, study, data } = pages;
  await startAnew(pages, PARTS);
  const first = await chunks(page);
  for (let place = 0; place < PARTS; place++) {
    const [key, text] = firstVersionPart(place);
    expect(first[key], 'nothing is taken away in the session that wrote the long text').toBe(text);
  }
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await expect(study.saved).toHaveText('Saved');

  await startAnew(pages, ALL);
  await startAnew(pages, ALL);
  const log = await chunks(page);
  expect(Object.keys(log).filter((key) => key.startsWith(LINES_PREFIX)), 'the short ones are gone').toEqual([]);
  expect(Object.keys(log).length).toBeLessThan(5);
  await expect.poll(() => copies(page)).toMatchObject(log);

  const backup = await data.exportedAsText();
  expect(new Set(answersIn(backup).map((answer) => answer.item)).size).toBe(ALL);
  expect(new Set(namesIn(backup)).size).toBe(namesIn(backup).length);
  expect(answersIn(backup)).toHaveLength(ALL);
  await start.visit();
  await expect(start.notice).toHaveCount(0);
});

test('damage is found and mended in what a start was spared the reading of', async ({ pages }) => {
  const { page, start, data } = pages;
  for (let n = 0; n < 3; n++) await startAnew(pages, PARTS);
  const [[key, text]] = Object.entries(await chunks(page));
  await leave(page);
  await put(page, key, altered(text));
  await start.visit();
  await expect(start.notice).toHaveText(`One of the two copies of “${key}” was damaged and was replaced by the other. Nothing is lost.`);
  await data.enter();
  await data.expectKept(PARTS, PARTS);
  await startAnew(pages, PARTS);

  // Without the second copy there is no snapshot either, and everything is read.
  await leave(page);
  await wipeSecond(page);
  await start.visit();
  await expect(start.notice).toContainText('was made anew from the first. Nothing is lost.');
  await data.enter();
  await data.expectKept(PARTS, PARTS);
});
