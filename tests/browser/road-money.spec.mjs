// Promise: the roadmap's costs and what comes back are figures that the learner can check and correct.
// Must not: mix currencies, count a fee twice, or forget what was entered.
// Changes: lays paths, enters pay and fees.

import { expectUsable } from './axe.mjs';
import { expect, test as base } from './fixtures.mjs';
import { MoneyPage } from './pages/money.mjs';
import { RoadPage } from './pages/road.mjs';

const test = base.extend({
  road: ({ page }, use) => use(new RoadPage(page)),
  money: ({ page }, use) => use(new MoneyPage(page)),
});

const PATH = 'accelerated-devops-sre';
const number = (words) => Number(words.replaceAll(',', '').match(/[\d.]+/)[0]);

test('pay now and then give a payback, which follows every figure and is there after a reload', async ({ page, clock, road, money }) => {
  await road.lay(PATH, { hours: 25 });
  await money.visit();
  await expect(money.back).toContainText('Write your pay now and the pay you aim for');
  await money.write(money.pay('Pay now, a year, in US dollars'), 80_000);
  await money.write(money.pay('Pay then, a year, in US dollars'), 120_000);
  await expect(money.line('Gain a year')).toHaveText('$40,000 = $120,000 − $80,000');
  const payback = money.line('Payback');
  const everything = number(await money.sum('Everything').textContent());
  const months = number(await payback.textContent());
  expect(months).toBeCloseTo(everything / (40_000 / 12), 1);
  await expect(money.line('Return over 3 years')).toContainText('beyond itself for each $1');

  await money.write(money.pay('Pay then, a year, in US dollars'), 160_000);
  await expect(money.line('Gain a year')).toContainText('$80,000');
  expect(number(await payback.textContent())).toBeCloseTo(months / 2, 1);
  await page.reload();
  await expect(money.pay('Pay then, a year, in US dollars')).toHaveValue('160000');
  expect(number(await payback.textContent())).toBeCloseTo(months / 2, 1);
  await road.visit('/money');

  // Less pay brings nothing back, and the page says so. Facts of one moment have no order that a reload keeps.
  await clock.pass(60);
  await money.write(money.pay('Pay then, a year, in US dollars'), 70_000);
  await expect(money.back).toContainText('the costs do not come back this way');
  await expect(payback).toHaveCount(0);
});

test('a fee is corrected, paid and put back, and the sums follow', async ({ page, clock, road, money }) => {
  await road.lay(PATH, { hours: 25 });
  await money.visit();
  const cka = money.fee('exam-cka');
  await expect(cka).toContainText('$445');
  await expect(cka).toContainText('the plan had $395');
  await expect(money.fee('exam-saa')).not.toContainText('the plan had');
  const toCome = number(await money.sum('Fees to come').textContent());
  await money.write(cka.locator('input.own-figure'), 300);
  await expect(money.sum('Fees to come')).toHaveText(`$${(toCome - 145).toLocaleString('en-US', { minimumFractionDigits: 2 })}`);
  await cka.getByRole('checkbox').check();
  await expect(money.sum('Fees paid')).toHaveText('$300');
  await expect(cka).toContainText('21 Nov 2026');
  await page.reload();
  await expect(cka.getByRole('checkbox')).toBeChecked();
  await clock.pass(60);
  await cka.locator('input.own-figure').fill('');
  await cka.locator('input.own-figure').press('Tab');
  await expect(money.sum('Fees paid')).toHaveText('$445');
  await road.undo.click();
  await expect(money.sum('Fees paid')).toHaveText('$300');
  await expect(cka.locator('input.own-figure')).toHaveValue('300');

  // The first courses hold fees of their months: they are not counted again.
  await expect(money.amount('money-first-half-year')).toContainText(/beside fees of \$[\d.,]+ that are part of it/);
  await money.months.getByText('The same as a table').click();
  const rows = money.months.locator('tbody tr');
  await expect(rows.filter({ hasText: 'AWS Certified Solutions Architect - Associate' })).toHaveCount(1);
});

test('pounds are never set against dollars', async ({ road, money }) => {
  await road.lay('junior-to-architect', { hours: 10 });
  await money.visit();
  await money.back.getByRole('radio', { name: 'British pounds' }).check();
  await money.write(money.pay('Pay now, a year, in British pounds'), 45_000);
  await money.back.getByText('What your paths say of pay').click();
  const senior = money.back.locator('tr', { hasText: 'Senior DevOps engineer' }).first();
  await expect(senior).toContainText('£80,000–110,000');
  await senior.getByRole('button', { name: /Take it as the pay then/ }).click();
  await expect(money.pay('Pay then, a year, in British pounds')).toHaveValue('95000');
  await expect(money.line('Gain a year')).toContainText('£50,000');
  await expect(money.line('Payback')).toHaveCount(0);
  await expect(money.back).toContainText('Currencies are not mixed here');
  await money.write(money.pay('What the roadmap costs, in British pounds'), 5_000);
  await expect(money.line('Payback')).toHaveText('1.2 months of the higher pay = £5,000 ÷ (£50,000 ÷ 12)');
  await money.back.getByRole('radio', { name: 'US dollars' }).check();
  await expect(money.reckoning.locator('dt')).toHaveCount(0);
});

test('axe finds nothing, and nothing is wider than a phone', async ({ page, road, money }) => {
  await road.lay(PATH, { hours: 25 });
  await money.visit();
  await money.write(money.pay('Pay now, a year, in US dollars'), 80_000);
  await money.write(money.pay('Pay then, a year, in US dollars'), 120_000);
  await money.back.getByText('What your paths say of pay').click();
  await money.months.getByText('The same as a table').click();
  for (const width of [320, 1200]) {
    await page.setViewportSize({ width, height: 700 });
    await expectUsable(page, `${width} px`);
  }
});
