// Promise: a deck with errors says each of them, with its line and what to do, and what is sound in it can be studied.
// Must not: stop at the first error, ask an item that was reported, lose the deck in a reload, or hang on a huge file.
// Changes: adds own decks.

import { expect, test } from './fixtures.mjs';
import { everything } from './log.mjs';
import { sample } from './samples/read.mjs';

const ERRORS = sample('errors.md');

/** The line of the sample that holds a text. */
const lineOf = (text) => ERRORS.slice(0, ERRORS.indexOf(text)).split('\n').length;

/** Every problem of the sample: where it stands, what is said, and what to do. */
const PROBLEMS = [
  ['colour: red', 'unknown key `colour`', /Known are deck, name/],
  ['.choise', 'unknown kind `choise`', 'Did you mean `choice`?'],
  ['#nothing', 'no answer is marked as right', 'Mark what is right with `- [x]`.'],
  ['{{c1::is', 'this deletion is never closed', 'Close the deletion with `}}`.'],
  ['is taken {#sound', 'the id `sound` is taken already (errors.md, line 8)', 'Give one of them another id.'],
  ['task=9.9', '`aws-saa-c03` has no task `9.9`', /blueprint|Did you mean/],
  ['#answer', /has no line between question and answer|has no answer/, /---/],
];

test.beforeEach(async ({ start, decks }) => {
  // The list of tracks is there, so that tasks can be checked.
  await start.visit();
  await decks.enter();
});

test('every error is shown with its line and what to do', async ({ decks }) => {
  await decks.choose('errors.md', ERRORS);
  await expect(decks.headline).toContainText(`${PROBLEMS.length} problems`);
  await expect(decks.problems).toHaveCount(PROBLEMS.length);
  for (const [place, words, advice] of PROBLEMS) {
    const problem = decks.problemAt(lineOf(place));
    await expect.soft(problem, place).toHaveCount(1);
    await expect.soft(problem, place).toContainText(words);
    await expect.soft(problem.locator('p').last(), place).toContainText(advice);
  }
});

test('problems are in the order of the file', async ({ decks }) => {
  await decks.choose('errors.md', ERRORS);
  const places = await decks.problems.locator('strong').allTextContents();
  const lines = places.map((place) => Number(/line (\d+)/.exec(place)[1]));
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});

test('it is added without the bad items, studied, and there after a reload', async ({ page, start, decks, study, data }) => {
  await decks.choose('errors.md', ERRORS);
  await expect(decks.preview).toContainText('Items with errors are left out');
  const items = Number(/: (\d+) items/.exec(await decks.headline.textContent())[1]);
  await decks.add.click();
  await expect(decks.preview).toBeHidden();
  await expect(decks.own).toContainText(`${items} items`);
  await expect.soft(decks.own, 'as many problems as were shown').toContainText(`${PROBLEMS.length} problems`);

  await decks.own.getByRole('link', { name: 'With errors' }).click();
  const asked = [];
  while (!(await study.isDone())) asked.push((await study.answerWith('Good')).item);
  expect(asked).toHaveLength(items);
  for (const item of ['with-errors/sound', 'with-errors/sound-2']) expect(asked).toContain(item);
  for (const item of ['kind', 'nothing', 'gap', 'answer', 'task']) expect.soft(asked, item).not.toContain(`with-errors/${item}`);

  await page.reload();
  await expect(study.summary).toBeVisible();
  await data.enter();
  await data.expectKept(items, items);
  await decks.enter();
  await expect(decks.own).toContainText(`${items} items`);
  await start.enter();
  await expect(start.track('with-errors')).toContainText('Your own deck');
});

test('bytes that are no UTF-8 are reported with their line, and the item is the same after a reload', async ({ page, decks }) => {
  const deck = Buffer.concat([
    Buffer.from('---\ndeck: latin\nname: Latin\n---\n\n## Sound {#sound .card}\n\nq\n\n---\n\na\n\n## Not UTF-8 {#latin .card}\n\nM'),
    Buffer.from([0xfc]),
    Buffer.from('nchen?\n\n---\n\na\n'),
  ]);
  await decks.choose('latin.md', deck);
  const problem = decks.problemAt(16);
  await expect(problem).toContainText('line 16, column 2');
  await expect(problem).toContainText('this line is not valid UTF-8');
  await expect(problem).toContainText('Save the file as UTF-8.');
  const items = /(\d+) items?, 1 problem/.exec(await decks.headline.textContent())[1];
  await decks.add.click();
  await expect(decks.own).toContainText(`${items} item`);
  await expect.soft(decks.own, 'the problem is still known').toContainText('1 problem');
  await page.reload();
  await expect(decks.own).toContainText(`${items} item`);
});

test('a file that is no deck is refused, and nothing is added', async ({ page, decks }) => {
  const before = await everything(page);
  const files = {
    'notes.md': ['# Notes\n\nSome text.\n', /does not say which deck it is/],
    'empty.md': ['', /does not say which deck it is/],
    'nothing.md': ['---\ndeck: nothing\n---\n\n## One {#one .card}\n\nq\n', /no item in it that can be studied/],
    'shipped.md': ['---\ndeck: aws-saa-c03\n---\n\n## One {#one .card}\n\nq\n\n---\n\na\n', /name of a track that comes with Cairn/],
    'picture.md': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 0x0a, 0]), /does not say which deck it is/],
  };
  for (const [name, [content, refusal]] of Object.entries(files)) {
    await decks.choose(name, content);
    await expect.soft(decks.headline, name).toContainText(`“${name}” cannot be added`);
    await expect.soft(decks.refusal, name).toHaveText(refusal);
    await expect.soft(decks.add, name).toHaveCount(0);
  }
  expect(await everything(page)).toEqual(before);
});

test('a file of 10 MB is refused with words, and at once', async ({ page, decks }) => {
  const huge = '---\ndeck: huge\n---\n'.padEnd(10_000_000, '## Item {#item .card}\n\nq\n\n---\n\na\n\n');
  const before = await everything(page);
  // The page itself tells how long it took: how fast the file reaches the browser is no matter of the app. The clock stands still,
  // but events bear the real time.
  await page.evaluate(() => {
    const now = () => new Event('now').timeStamp;
    document.querySelector('input[type=file]').addEventListener('change', () => (globalThis.chosenAt = now()));
    new MutationObserver(() => {
      if (document.querySelector('.preview [role=alert]')) globalThis.refusedAt ??= now();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await decks.choose('huge.md', huge);
  await expect(decks.refusal).toHaveText('This file has 10000 kB; a deck may have 1000 kB. Split it into several decks.');
  await expect(decks.add).toHaveCount(0);
  const took = await page.evaluate(() => globalThis.refusedAt - globalThis.chosenAt);
  expect(took).toBeLessThan(1_000);
  expect(await everything(page)).toEqual(before);
});

test('a deck is replaced only when the learner says so, and removed only when asked twice', async ({ clock, page, decks }) => {
  const deck = (answer) => `---\ndeck: mine\nname: Mine\n---\n\n## One {#one .card}\n\nq\n\n---\n\n${answer}\n`;
  await decks.bring('mine.md', deck('first'));
  await decks.choose('mine.md', deck('second'));
  await expect(decks.preview.getByRole('button', { name: 'Replace the deck that is here' })).toBeVisible();
  await decks.close.click();
  await expect(decks.preview).toBeHidden();
  await decks.own.getByRole('button', { name: 'Remove…' }).click();
  await decks.own.getByRole('button', { name: 'Keep' }).click();
  await page.reload();
  await expect(decks.own).toHaveCount(1);
  // What happened later stands, and the clock stands still unless it is moved.
  await clock.pass(60);
  await decks.own.getByRole('button', { name: 'Remove…' }).click();
  await decks.own.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(decks.own).toHaveCount(0);
  await page.reload();
  await expect(decks.screen).toContainText('No own decks yet.');
});
