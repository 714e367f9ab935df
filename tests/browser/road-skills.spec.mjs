// Promise: what one can do stands in two views, measured and by one's own word, and each says which it is.
// Must not: take a word for a measurement, or lose what shows a skill.
// Changes: lays paths, answers items, ticks, rates, chooses a branch.

import { expectUsable } from './axe.mjs';
import { expect, test as base } from './fixtures.mjs';
import { RoadPage } from './pages/road.mjs';
import { SkillsPage } from './pages/skills.mjs';

const test = base.extend({
  road: ({ page }, use) => use(new RoadPage(page)),
  skills: ({ page }, use) => use(new SkillsPage(page)),
});

test('a statement is ticked with what shows it, and a stage that is done leads to the next', async ({ page, road, skills }) => {
  await road.lay('junior-to-architect', { hours: 10 });
  await skills.visit();
  await expect(skills.stages).toHaveCount(5);
  const junior = skills.stage('junior');
  await expect(junior).toContainText('you are here');
  const ticks = junior.locator('.tick');
  const count = await ticks.count();
  const first = ticks.first();
  await first.getByRole('checkbox').check();
  await first.getByLabel('When').fill('2026-11-18');
  await first.getByLabel('Note').fill('a week on call');
  await first.getByLabel('Link').fill('https://example.org/on-call');
  await first.getByRole('button', { name: 'Keep' }).click();
  await expect(first).toContainText('18 Nov 2026 · a week on call');
  await expect(junior).toContainText(`1 of ${count} ticked`);
  await page.reload();
  await expect(first.getByRole('checkbox')).toBeChecked();
  await expect(first.getByRole('link')).toHaveAttribute('href', 'https://example.org/on-call');
  for (let place = 1; place < count; place += 1) await ticks.nth(place).getByRole('checkbox').check();
  await expect(junior).toContainText('done');
  await expect(skills.stage('mid')).toContainText('you are here');

  const sre = skills.way('sre');
  await sre.locator('summary').click();
  await sre.getByRole('button', { name: 'Choose Site reliability engineering' }).click();
  await expect(sre).toContainText('Chosen');
  await page.reload();
  await expect(sre.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
});

test('a word is a word and a measurement is a measurement', async ({ page, road, skills, study }) => {
  await road.lay('senior-devops-architect', { hours: 10 });
  await skills.visit();
  await expect(skills.dimensions).toHaveCount(8);
  await expect(skills.figures).toHaveCount(26);
  const cloud = skills.dimension('score-cloud');
  await expect(cloud.locator('.measured')).toContainText(/0 % would be remembered today \(none of [\d,]+ items met yet\)/);
  await expect(cloud.getByRole('radio', { checked: true })).toHaveCount(0);
  await cloud.getByRole('radio', { name: 'Exceeds it' }).check();
  await expect(cloud.getByRole('radio', { name: 'Exceeds it' })).toBeChecked();
  await expect(cloud.getByRole('status')).toHaveText(/Your word is ahead of what was measured/);
  await expect(cloud.locator('.measured')).toContainText('0 %');
  await page.reload();
  await expect(cloud.getByRole('radio', { name: 'Exceeds it' })).toBeChecked();

  await study.visit('aws-saa-c03');
  for (let count = 0; count < 4; count += 1) await study.answerWith('Good');
  await skills.visit();
  await expect(cloud.locator('.measured')).toContainText(/\([4-9] of \d+ items met\)/);
  await expect(cloud.getByRole('group', { name: 'Your own word' })).toBeVisible();
});

test('a roadmap without stages and scorecards says what to do', async ({ road, skills }) => {
  await road.lay('focus-2030', { hours: 10 });
  await skills.visit();
  // This path has branches and figures, but neither stages nor a scorecard.
  await expect(skills.stages).toHaveCount(0);
  await expect(skills.dimensions).toHaveCount(0);
  await expect(skills.figures.first()).toBeVisible();
});

test('axe finds nothing, and nothing is wider than a phone', async ({ page, road, skills }) => {
  await road.lay('junior-to-architect', { hours: 10 });
  await road.lay('senior-devops-architect', { hours: 10 });
  await skills.visit();
  await skills.dimension('score-cloud').getByRole('radio', { name: 'Meets it' }).check();
  for (const width of [320, 1200]) {
    await page.setViewportSize({ width, height: 700 });
    await expectUsable(page, `${width} px`);
  }
});
