// Promise: an item comes back on the very day that the button of its grade said, and on no other.
// Must not: ask anything early, late, twice or not at all.
// Changes: answers 16 items, sets new items a day to none, and studies every day until the last promise was kept.

import { expect, test } from './fixtures.mjs';

const GRADES = ['Hard', 'Good', 'Easy', 'Again'];

test('on each of the next days exactly the promised items are asked', async ({ clock, page, study, data }) => {
  test.setTimeout(120_000);
  await study.visit('aws-saa-c03');
  /** Item to the day it was promised for, counted from the first. */
  const promises = new Map();
  for (let n = 0; n < 16; n++) {
    const { item, days } = await study.answerWith(GRADES[n % GRADES.length]);
    promises.set(item, days);
  }
  await data.enter();
  await data.set(data.newPerDay, 0);
  await page.goBack();
  // A question that is open stays open; a new session keeps to the new limit.
  await page.reload();
  // What was forgotten comes back today: it was promised so.
  while (!(await study.isDone())) {
    expect(promises.get(await study.item()), 'only what is promised for today').toBe(0);
    const { item, days } = await study.answerWith('Good');
    expect(days).toBeGreaterThan(0);
    promises.set(item, days);
  }
  expect(new Set(promises.values()).size, 'the promises differ').toBeGreaterThan(3);

  const last = Math.max(...promises.values());
  for (let day = 1; day <= last; day++) {
    await clock.eveningOfDay(day);
    await page.reload();
    const promised = [...promises].filter(([, due]) => due === day).map(([item]) => item);
    const asked = [];
    while (!(await study.isDone())) {
      const { item, days } = await study.answerWith('Easy');
      asked.push(item);
      promises.set(item, day + days);
    }
    expect(asked.sort(), `on day ${day}`).toEqual(promised.sort());
  }
});

test('tomorrow’s summary counts what was promised for tomorrow', async ({ study, data, page }) => {
  await study.visit('aws-saa-c03');
  let tomorrow = 0;
  for (const grade of ['Hard', 'Good', 'Hard', 'Easy', 'Good']) {
    tomorrow += (await study.answerWith(grade)).days === 1;
  }
  await data.enter();
  await data.set(data.newPerDay, 0);
  await page.goBack();
  await page.reload();
  await expect(study.summary).toContainText('Done for today');
  const words = { 0: 'Nothing is due tomorrow.', 1: '1 item is due tomorrow.' };
  await expect(study.summary).toContainText(words[tomorrow] ?? `${tomorrow} items are due tomorrow.`);
});
