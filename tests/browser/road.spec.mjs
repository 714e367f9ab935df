// Promise: a career path lies on the calendar, is compared with what happens, and can be moved, ticked and edited.
// Must not: book an exam that nobody confirmed, lose a tick, or move anything that cannot be taken back.
// Changes: lays paths, books exams, ticks, writes entries.

import { expectUsable } from './axe.mjs';
import { expect, test as base } from './fixtures.mjs';
import { PlanPage } from './pages/plan.mjs';
import { RoadPage } from './pages/road.mjs';

const test = base.extend({ road: ({ page }, use) => use(new RoadPage(page)) });

const PATH = 'accelerated-devops-sre';

test('a path is picked on the first run, laid, and its exams are booked when the learner says so', async ({ page, start, road }) => {
  await start.visit();
  await start.firstRun.getByRole('link', { name: 'begin with a career path' }).click();
  await expect(road.cards).toHaveCount(5);
  await expect(road.heading).toHaveText('Where do you want to be in some years?');
  await road.cards.filter({ hasText: 'DevOps and SRE in six years' }).getByRole('link').first().click();
  await expect(road.heading).toHaveText('DevOps and SRE in six years');
  const form = road.screen.getByRole('region', { name: 'Lay it' });
  await form.getByLabel('Hours a week').fill('25');
  await expect(form).toContainText('With 25 those months take about 2.0 times as long.');
  await form.getByRole('button', { name: 'Lay this path' }).click();
  await expect(road.bar('exam-saa')).toHaveAccessibleName(/^Exam AWS Certified Solutions Architect - Associate: 20 Mar 2027, to come/);
  await expect(road.exam('exam-saa')).toContainText('0 h of');

  const plan = new PlanPage(page);
  await plan.visit();
  await expect(plan.exam('aws-saa-c03').locator('input[type=date]')).toHaveValue('');
  await road.visit();
  await road.path(PATH).getByRole('button', { name: /Book its \d exams/ }).click();
  await expect(road.exam('exam-saa')).toContainText('booked');
  await plan.visit();
  await expect(plan.exam('aws-saa-c03').locator('input[type=date]')).toHaveValue('2027-03-20');
  await page.reload();
  await road.visit();
  await expect(road.exam('exam-saa')).toContainText('20 Mar 2027, booked');
  await start.enter();
  await expect(start.exams.first()).toContainText('20 Mar');
});

test('an exam is moved by keys, by the pointer, and back again', async ({ page, road }) => {
  await road.lay(PATH, { hours: 50 });
  const bar = road.bar('exam-terraform');
  const before = await bar.getAttribute('aria-label');
  await road.visit('/year');
  await bar.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar).not.toHaveAccessibleName(before);
  await expect(bar).toBeFocused();
  await expect(road.undoBar).toContainText('Moved.');
  await road.undo.click();
  await expect(bar).toHaveAccessibleName(before);

  // With the pointer: a tenth of the width of the page is more than a month here.
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  await page.mouse.move(box.x + 8, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 8, { steps: 4 });
  await page.mouse.move(box.x + 108, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect(bar).not.toHaveAccessibleName(before);
  await expect(road.heading).toHaveText('Roadmap');
  // A click opens it.
  await bar.click();
  await expect(road.heading).toHaveText('HashiCorp Certified: Terraform Associate');
  await road.screen.getByRole('button', { name: 'Put it back there' }).click();
  await road.visit();
  await expect(bar).toHaveAccessibleName(before);
  // Arrows alone go from one to the next.
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar).not.toBeFocused();
  await expect(road.screen.locator('a.road-bar:focus')).toHaveCount(1);
});

test('a box is ticked with a day, a note and a link, and all of it is there the next day', async ({ page, clock, road }) => {
  await road.lay('container-expertise', { hours: 10 });
  await road.visit('/list');
  const list = road.rows.filter({ hasText: 'Checklist' }).first();
  await list.getByRole('link').click();
  const ticks = road.screen.locator('.tick');
  const id = await ticks.first().getAttribute('data-tick');
  const tick = road.tick(id);
  await tick.getByRole('checkbox').check();
  await tick.getByLabel('Note').fill('three evenings');
  await tick.getByLabel('Link').fill('github.com/me/lab');
  await tick.getByRole('button', { name: 'Keep' }).click();
  // The browser says what is wrong with a link that is none.
  expect(await tick.getByLabel('Link').evaluate((field) => field.validity.valid)).toBe(false);
  await tick.getByLabel('Link').fill('https://github.com/me/lab');
  await tick.getByRole('button', { name: 'Keep' }).click();
  await expect(tick).toContainText('three evenings');
  await expect(tick.getByRole('link')).toHaveAttribute('href', 'https://github.com/me/lab');
  await expect(road.screen).toContainText(/1 of \d+ ticked/);
  await page.reload();
  await expect(tick.getByRole('checkbox')).toBeChecked();
  await expect(tick).toContainText('three evenings');
  await clock.pass(60);
  await tick.getByRole('checkbox').uncheck();
  await expect(tick).not.toContainText('three evenings');
  await road.undo.click();
  await expect(tick).toContainText('three evenings');
});

test('what cannot be is refused with words, and nothing is laid', async ({ road }) => {
  const form = () => road.screen.getByRole('region', { name: 'Lay it' });
  await road.visit(`/path/${PATH}`);
  for (const [field, value, words] of [
    ['From', '2010-01-01', /more than ten years ago/],
    ['From', '2050-01-01', /more than ten years away/],
    ['From', '', /not a date/],
  ]) {
    await form().getByLabel(field).fill(value);
    await form().getByRole('button', { name: 'Lay this path' }).click();
    await expect(road.refused).toHaveText(words);
  }
  await form().getByLabel('From').fill('2026-11-21');
  const hours = form().getByLabel('Hours a week');
  await hours.fill('0');
  await form().getByRole('button', { name: 'Lay this path' }).click();
  expect(await hours.evaluate((field) => field.validity.valid), 'the field itself says so').toBe(false);
  await road.visit();
  await expect(road.cards).toHaveCount(5);
});

test('a path of one’s own: an exam and a project with things to tick', async ({ page, road }) => {
  await road.visit();
  const own = road.screen.getByRole('region', { name: 'Or begin your own' });
  await own.getByLabel('Its name').fill('My next year');
  await own.getByLabel('Hours a week').fill('6');
  await own.getByRole('button', { name: 'Begin it' }).click();
  const path = road.path('own-1');
  await expect(path).toContainText('My next year');
  await path.getByRole('link', { name: 'Add an entry' }).click();
  await road.screen.getByLabel('What it is').selectOption('Exam');
  await road.screen.getByLabel('Name').fill('Terraform at last');
  await road.screen.getByLabel('On', { exact: true }).fill('2027-02-01');
  await road.screen.getByLabel('Hours of study').fill('40');
  await road.screen.getByLabel('Track').selectOption('hashicorp-terraform-004');
  await road.screen.getByRole('button', { name: 'Keep' }).click();
  await expect(road.exam('own-1')).toContainText('0 h of 40 h studied');

  await path.getByRole('link', { name: 'Add an entry' }).click();
  await road.screen.getByLabel('Name').fill('A lab');
  await road.screen.getByLabel('Things to tick').fill('Buy it\nRun it');
  await road.screen.getByRole('button', { name: 'Keep' }).click();
  await road.visit('/list');
  await expect(road.row('own-2')).toContainText('0 of 2 ticked');

  // Studied elsewhere counts.
  await road.visit('/entry/own-1/own-1');
  await road.screen.getByLabel('Minutes').fill('120');
  await road.screen.getByRole('button', { name: 'Note it' }).click();
  await expect(road.exam('own-1')).toContainText('2 h of 40 h studied');
  await page.reload();
  await expect(road.exam('own-1')).toContainText('2 h of 40 h studied');
});

test('who leaves the timeline before it is drawn leaves nothing behind that fails', async ({ page, road }) => {
  await road.visit();
  const own = road.screen.getByRole('region', { name: 'Or begin your own' });
  await own.getByLabel('Its name').fill('My next year');
  await own.getByRole('button', { name: 'Begin it' }).click();
  await expect(road.path('own-1')).toContainText('My next year');
  await page.evaluate(async () => {
    const gone = (hash) => {
      const there = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      location.hash = hash;
      return there;
    };
    await gone('#/plan');
    for (let round = 0; round < 20; round += 1) {
      await gone('#/road');
      await gone('#/plan');
    }
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
  });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/plan/i);
});

test('axe finds nothing on its pages, and none is wider than a phone', async ({ page, road }) => {
  test.setTimeout(180_000);
  await road.lay(PATH, { hours: 25, from: '2026-03-01' });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const at of ['', '/week', '/list', '/paths', `/path/${PATH}`, `/entry/${PATH}/exam-saa`, `/entry/${PATH}/new`]) {
    await road.visit(at);
    await expectUsable(page, at);
  }
});
