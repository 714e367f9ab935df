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

test('the exam is booked here, and other minutes are tried out before they are planned', async ({ page }) => {
  await page.goto(`./#/track/${TRACK}`);
  const booking = page.getByRole('region', { name: /Book/ });
  await expect(booking.getByRole('heading')).toHaveText('Book the exam');
  const day = booking.getByLabel('Day of Solutions Architect – Associate');
  await day.fill('2027-01-20');
  await expect(booking.getByRole('heading')).toHaveText('Booked for Wed 20 Jan');
  // What is counted anew meanwhile does not take the field away.
  await expect(day).toBeFocused();
  await booking.getByText('What if I study more, or less?').click();
  const slider = booking.getByRole('slider', { name: 'Minutes a day' });
  await expect(slider).toHaveValue('20');
  const expected = Number(/about (\d+) %/.exec(await slider.getAttribute('aria-valuetext'))[1]);
  await slider.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^40 minutes a day: about \d+ %, (\d+ points|no) more than with 20$/);
  expect(Number(/about (\d+) %/.exec(await slider.getAttribute('aria-valuetext'))[1])).toBeGreaterThanOrEqual(expected);
  await booking.getByRole('button', { name: 'Plan 40 minutes a day' }).click();
  await expect(booking).toContainText('40 minutes a day, as you have now');
  await page.goto('./#/plan');
  for (const weekday of ['Monday', 'Sunday']) await expect(page.getByLabel(weekday)).toHaveValue('40');
  await page.goto(`./#/track/${TRACK}`);
  await booking.getByRole('button', { name: 'Take back' }).click();
  await expect(booking.getByRole('heading')).toHaveText('Book the exam');
});
