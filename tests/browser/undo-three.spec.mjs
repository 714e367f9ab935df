// Promise: any number of steps can be taken back, and each brings its item back.
// Must not: leave an answer counted that was taken back, or count it again after a reload.
// Changes: answers five items and takes three back; sets items aside and takes that back.

import { expect, test } from './fixtures.mjs';

test('three answers are taken back, newest first', async ({ page, study, data }) => {
  await study.visit('aws-saa-c03');
  const answered = [];
  for (const grade of ['Good', 'Hard', 'Easy', 'Again', 'Good']) answered.push((await study.answerWith(grade)).item);
  for (const [steps, item] of answered.reverse().slice(0, 3).entries()) {
    await page.keyboard.press('u');
    await expect(study.asking).toHaveAttribute('data-item', item);
    await data.enter();
    await data.expectKept(4 - steps, 4 - steps);
    await page.goBack();
    await expect(study.asking).toHaveAttribute('data-item', item);
  }
  await page.reload();
  await data.enter();
  await data.expectKept(2, 2);
  await page.goBack();
  await expect(study.asking, 'the item taken back last is the next one').toHaveAttribute('data-item', answered[2]);
});

test('an answer, a bury and a suspension are taken back with the button', async ({ page, study, data }) => {
  await study.visit('aws-saa-c03');
  const steps = [(await study.answerWith('Good')).item];
  for (const tool of [study.bury, study.suspend]) {
    const item = await study.item();
    steps.push(item);
    await tool.click();
    await expect(study.asking).not.toHaveAttribute('data-item', item);
  }
  for (const item of steps.reverse()) {
    await study.undo.click();
    await expect(study.asking).toHaveAttribute('data-item', item);
  }
  await page.reload();
  await data.enter();
  await data.expectKept(0, 0);
});

test('undo reaches back over a reload, and the summary offers it', async ({ page, study, data }) => {
  await study.visit('aws-saa-c03');
  const { item } = await study.answerWith('Good');
  await data.enter();
  await data.set(data.newPerDay, 0);
  await page.goBack();
  await page.reload();
  await study.summary.getByRole('button', { name: 'Undo the last answer' }).click();
  await expect(study.asking).toHaveAttribute('data-item', item);
  await page.reload();
  await data.enter();
  await data.expectKept(0, 0);
});
