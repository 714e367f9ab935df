// Promise: a whole session goes by keyboard alone, and a reload loses nothing of it.
// Must not: need the mouse anywhere; forget an answer; ask another item after a reload than would have come without it.
// Changes: answers ten items of AWS SAA-C03.

import { expect, test } from './fixtures.mjs';

const GRADES = ['Good', 'Again', 'Easy', 'Hard', 'Good', 'Good', 'Again', 'Good', 'Hard', 'Easy'];

test('ten items by keyboard, a reload, and on with the next one', async ({ page, start, study, data }) => {
  await start.visit();
  await study.tabTo(start.track('aws-saa-c03'));
  await page.keyboard.press('Enter');
  await study.asking.waitFor();
  expect(page.url()).toContain('#/study/aws-saa-c03');

  const answered = [(await study.answerWith(GRADES[0])).item];

  // The track is begun now, and Enter on the start page goes on with it.
  await page.keyboard.press('Escape');
  await start.ready();
  await expect(start.begun).toHaveCount(1);
  await page.keyboard.press('Enter');

  for (const grade of GRADES.slice(1)) answered.push((await study.answerWith(grade)).item);

  const next = await study.item();
  const parts = await study.question.innerText();
  await page.reload();
  await study.asking.waitFor();
  expect(await study.item()).toBe(next);
  expect(await study.question.innerText(), 'it looks the same, the order of its options too').toBe(parts);

  await study.tabTo(page.getByRole('link', { name: 'Settings' }));
  await page.keyboard.press('Enter');
  await data.expectKept(10, new Set(answered).size);

  await study.tabTo(page.getByRole('link', { name: 'Today' }));
  await page.keyboard.press('Enter');
  await start.ready();
  await study.tabTo(start.go);
  await page.keyboard.press('Enter');
  await study.asking.waitFor();
  expect(await study.item()).toBe(next);
});

test('from any screen, Escape leads to the start page, and Enter there goes on', async ({ page, start, study }) => {
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  const next = await study.item();
  for (const [screen, heading] of [['Settings', /Settings/], ['Library', /Library/]]) {
    await study.tabTo(page.getByRole('link', { name: screen }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.keyboard.press('Escape');
    await start.ready();
    await page.keyboard.press('Enter');
    await expect(study.asking, `after ${screen}`).toHaveAttribute('data-item', next);
  }
});

test('Enter takes the suggested grade, and goes on', async ({ page, study }) => {
  await study.visit('aws-saa-c03');
  const first = await study.item();
  await study.reveal();
  await expect(study.suggested).toHaveCount(1);
  await page.keyboard.press('Enter');
  await study.settled();
  expect(await study.item()).not.toBe(first);
});

test('Enter on a link of the answer follows the link and grades nothing', async ({ page, context, study }) => {
  // The reference leads to a stranger, so the page that opens is stopped before it asks for anything.
  await context.route(/^https:/, (route) => route.abort());
  await study.visit('aws-saa-c03');
  const first = await study.item();
  await study.reveal();
  await study.references.first().focus();
  await study.references.first().evaluate((link) => {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      link.dataset.followed = 'yes';
    });
  });
  await page.keyboard.press('Enter');
  await expect(study.references.first()).toHaveAttribute('data-followed', 'yes');
  expect(await study.item()).toBe(first);
  await expect(study.revealed).toBeVisible();
});

test('? shows the keys, and Escape closes them without leaving the question', async ({ page, start, study }) => {
  await study.visit('aws-saa-c03');
  const item = await study.item();
  await page.keyboard.press('?');
  await expect(start.keysDialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(start.keysDialog).toBeHidden();
  expect(await study.item()).toBe(item);
});
