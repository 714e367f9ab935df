// Promise: everything that can be set stands on one screen, holds at once and after a reload, and keys of one character can be switched off.
// Must not: lose a choice, or leave anybody without keys stranded.
// Changes: sets the appearance, minutes and keys of this browser.

import { expect, test } from './fixtures.mjs';

test('the sections are reached from the top, and the address of the data leads there', async ({ page, data }) => {
  await page.goto('./#/settings');
  for (const [button, heading] of [['Appearance', 'Appearance'], ['Your data', 'Your data'], ['About', 'About']]) {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: button }).click();
    await expect(data.screen.getByRole('heading', { name: heading })).toBeFocused();
  }
  await page.goto('./#/data');
  await page.reload();
  await expect(data.screen.getByRole('heading', { name: 'Your data' })).toBeFocused();
  await expect(data.screen).toContainText(/Cairn \d+\.\d+\.\d+/);
});

test('the appearance is chosen, and the switch in the bar says the same', async ({ page }) => {
  await page.goto('./#/settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.getByRole('button', { name: 'Appearance: dark' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('button', { name: 'Appearance: dark' }).click();
  await expect(page.getByRole('radio', { name: 'As the system says' })).toBeChecked();
});

test('without keys of one character Enter still answers, and letters and digits do nothing', async ({ page, study }) => {
  await page.goto('./#/settings');
  await page.getByLabel('Keys of a single character').uncheck();
  await study.visit('aws-saa-c03');
  const item = await study.item();
  for (const key of ['1', 'f', 's', 'b', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(study.flag).toHaveAttribute('aria-pressed', 'false');
  expect(await study.item()).toBe(item);
  await page.goto('./#/settings');
  await page.reload();
  await expect(page.getByLabel('Keys of a single character')).not.toBeChecked();
  await page.getByLabel('Keys of a single character').check();
  await page.goto('./#/study/aws-saa-c03');
  await study.asking.waitFor();
  await page.keyboard.press('f');
  await expect(study.flag).toHaveAttribute('aria-pressed', 'true');
});

test('minutes and days off are those of the plan', async ({ page }) => {
  await page.goto('./#/settings');
  await page.getByLabel('Monday').first().fill('45');
  await page.getByLabel('Monday').first().press('Tab');
  await page.getByLabel('Day', { exact: true }).fill('2026-12-24');
  await page.getByRole('button', { name: 'Take it off' }).click();
  await page.goto('./#/plan');
  await expect(page.getByLabel('Monday')).toHaveValue('45');
  await expect(page.getByRole('region', { name: 'Days off' })).toContainText('2026-12-24');
});
