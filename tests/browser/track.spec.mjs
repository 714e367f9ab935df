// Promise: a track shows its blueprint by the exam's weights, how far each task is known, and where that leads.
// Must not: count what was never seen as known.
// Changes: answers two items.

import { expect, test } from './fixtures.mjs';

const TRACK = 'aws-saa-c03';

test('each task says how far it is known, and leads to its items', async ({ page, study }) => {
  await page.goto(`./#/track/${TRACK}`);
  const screen = page.locator('[data-screen=track]');
  await expect(screen.getByRole('table')).toHaveCount(4);
  await expect(screen).toContainText('30 % of the exam');
  await expect(screen).toContainText('Nothing of it was asked yet.');
  for (const words of await screen.locator('tfoot td:last-child').allTextContents()) expect(words).toMatch(/^0 %/);
  await study.visit(TRACK);
  for (const grade of ['Good', 'Good', 'Easy']) await study.answerWith(grade);
  await page.goto(`./#/track/${TRACK}`);
  await expect(screen).toContainText(/3 of \d+ items seen\. By the exam's weights you would remember \d+ % of it today\./);
  await expect(screen.getByRole('heading', { name: 'Where most is missing' })).toBeVisible();
  const task = screen.getByRole('rowheader').getByRole('link').first();
  const number = (await task.textContent()).split(' ')[0];
  await task.click();
  await expect(page.locator('[data-screen=library] .item-origin').first()).toContainText(number);
});
