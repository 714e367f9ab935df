// Promise: memory parameters are trained on the learner's own answers, beside the page; it says whether they predict better and by how
// much, they hold only if the learner takes them up, and what held before can be had back.
// Must not: change anything unasked, hold up the screen, or go on when it is stopped.
// Changes: imports a learner's answers, takes up parameters and goes back.

import { violations } from './axe.mjs';
import { expect, test } from './fixtures.mjs';
import { line } from './log.mjs';

const DAY = 24 * 60 * 60 * 1_000;
const WHOLE = '**/cairn-*_bg.wasm';

/** Nights between the answers to an item: to one half of them, and to the other. */
const GAPS = [[0, 1, 5, 1, 8, 2, 4], [0, 4, 1, 5, 1, 8, 2]];
const EACH = 7;

/** A backup as plain text of a learner who finds every item easy and forgets it within three nights: seven answers to each item. */
function forgetful(items) {
  const last = Date.parse('2026-11-20T20:00:00+01:00');
  const answers = Array.from({ length: items }, (_, item) => {
    let at = last - 80 * DAY + (item % 40) * DAY + item * 10_000;
    return GAPS[item % 2].map((gap, place) => {
      at += gap * DAY;
      const first = { grade: 4, sighting: 'first' };
      const later = { grade: gap > 3 ? 1 : 3, sighting: 'repeated' };
      return [at, { item: `aws-saa-c03/made-${item}`, ms: 9_000, ...(place === 0 ? first : later) }];
    });
  }).flat().sort(([a], [b]) => a - b);
  const lines = answers.map(([at, answered], place) => line(['00000000000000bb', place + 1, at, 60, { answered }]));
  return `cairn-backup 1 ${lines.length}\n${lines.join('\n')}\n`;
}

/** Brings the answers in, and stays on the data page. */
async function bring({ start, data }, items) {
  await start.visit();
  await data.enter();
  await data.choose('learner.jsonl', forgetful(items));
  await data.importButton.click();
  await data.expectKept(items * EACH, items);
}

/** What the button promises for a new item, in days. A question that was answered before shows its answer still. */
async function promised(study) {
  await study.page.goto('./#/study/aws-saa-c03');
  await study.question.waitFor();
  if (await study.asking.count()) await study.reveal();
  return study.promised('Easy');
}

/** Nothing breaks a rule of accessibility that a program can check, or sticks out on a narrow phone. */
async function expectUsable(page, screen) {
  expect.soft(await violations(page), screen).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await page.evaluate(() => document.scrollingElement.scrollWidth), screen).toBe(320);
  await page.setViewportSize({ width: 1200, height: 800 });
}

/** Holds the worker's module back until it is let go. The page has its own already. */
async function hold(page) {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(WHOLE, async (route) => {
    await held;
    // A worker that was stopped meanwhile wants it no longer.
    await route.continue().catch(() => {});
  });
  return release;
}

test('what predicts better is told, taken up, kept over a reload, and given back', async ({ clock, page, pages }) => {
  const { study, data } = pages;
  await bring(pages, 80);
  await expect(data.parameters).toContainText('The published parameters of FSRS-6 hold');
  await expect(data.parameters).toContainText('560 answers are here to learn from');
  const before = await promised(study);

  await data.enter();
  // Steps may pass faster than they can be looked for, so the page notes them itself.
  await page.evaluate(() => {
    globalThis.steps = new Set();
    const note = () => globalThis.steps.add(document.querySelector('.training [role=status]')?.textContent);
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await data.train.click();
  await expect(data.found).toHaveText(
    /Trained on 384 answers\. On the 96 newest, predictions are \d+\.\d % better \(log loss \d\.\d{3} instead of \d\.\d{3}\)\./,
  );
  expect(await page.evaluate(() => [...globalThis.steps].filter(Boolean))).toEqual([
    'Step 1 of 4: Reading your answers…',
    'Step 2 of 4: Learning from the older answers…',
    'Step 3 of 4: Predicting the newest answers…',
    'Step 4 of 4: Learning from all answers…',
  ]);
  await expect(data.parameters, 'nobody said so yet').toContainText('The published parameters of FSRS-6 hold');
  await expect.poll(() => page.workers(), 'the worker has done its work').toEqual([]);

  await data.parameters.getByRole('button', { name: 'Use them' }).click();
  await expect(data.parameters).toContainText('They are in use now.');
  await expect(data.parameters).toContainText('Parameters of your own hold, taken up on Sat 21 Nov with 560 answers in the log (FSRS-6).');
  const after = await promised(study);
  expect(after, `${before} days before`).toBeLessThan(before);

  await page.reload();
  await clock.pass(5);
  expect(await promised(study), 'the same after a reload').toBe(after);
  await data.enter();
  await expect(data.parameters).toContainText('Parameters of your own hold');
  await expect(data.parameters, 'nothing has come since').not.toContainText('training may');
  await expectUsable(page, 'parameters of one\'s own');

  await data.parameters.getByRole('button', { name: 'Go back to the published parameters' }).click();
  await expect(data.parameters).toContainText('The published parameters of FSRS-6 hold');
  expect(await promised(study)).toBe(before);
  await page.reload();
  await clock.pass(5);
  expect(await promised(study)).toBe(before);

  await data.enter();
  await data.parameters.getByRole('button', { name: 'Go back to your own of Sat 21 Nov' }).click();
  await expect(data.parameters).toContainText('Parameters of your own hold');
  expect(await promised(study)).toBe(after);
});

test('a few answers are too few, and it is said how many it takes', async ({ start, study, data }) => {
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await start.visit();
  await data.enter();
  await expect(data.parameters).not.toContainText('training may');
  await data.train.click();
  await expect(data.parameters.getByRole('status')).toHaveText(
    'Training needs 150 answers to items that you had answered on a day before; there are 0 so far. Nothing was changed.',
  );
  await expect(data.train).toBeVisible();
});

test('the learner goes on meanwhile, may stop it, and may begin again', async ({ page, pages }) => {
  const { start, study, data } = pages;
  await bring(pages, 80);
  const release = await hold(page);
  await data.train.click();
  await expect(data.progress).toBeVisible();
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await data.enter();
  await expect(data.progress, 'it is still going on').toBeVisible();
  await expectUsable(page, 'a training that goes on');
  await data.parameters.getByRole('button', { name: 'Stop' }).click();
  await expect(data.parameters.getByRole('status')).toHaveText('The training was stopped. Nothing was changed.');
  await expect.poll(() => page.workers()).toEqual([]);
  release();
  await page.unrouteAll({ behavior: 'wait' });

  await data.train.click();
  await expect(data.found).toBeVisible();
  await expectUsable(page, 'what was found');
  await data.parameters.getByRole('button', { name: 'Leave as it is' }).click();
  await expect(data.found).toHaveCount(0);
  await expect(data.train).toBeVisible();
  await expect(data.parameters).toContainText('The published parameters of FSRS-6 hold');
  await page.reload();
  await start.enter();
  await data.enter();
  await expect(data.parameters).toContainText('The published parameters of FSRS-6 hold');
});

test('a worker that cannot start is told in words, and it can be tried again', async ({ page, pages }) => {
  const { data } = pages;
  await bring(pages, 80);
  await page.route(WHOLE, (route) => route.abort());
  await data.train.click();
  await expect(data.parameters.getByRole('status')).toHaveText(
    'The training could not be done: the program could not be loaded once more; connect and try again. Nothing was changed.',
  );
  await page.unroute(WHOLE);
  await data.train.click();
  await expect(data.found).toBeVisible();
});
