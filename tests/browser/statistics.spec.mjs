// Promise: the statistics say of everything, a track or a domain, and of any days, what the answers add up to: with a sentence, a picture, a
// table and a file each. The address holds what is shown, and Back leads to what was shown before.
// Must not: count an answer that was taken back, or one of other days; call something proven that chance explains; hold up the page; need the
// network.
// Changes: imports a learner's answers, answers an item and takes that back.

import { violations } from './axe.mjs';
import { expect, pagesOf, test } from './fixtures.mjs';
import { answersOf, bring } from './learner.mjs';
import { StatisticsPage } from './pages/statistics.mjs';

const TRACKS = ['aws-saa-c03', 'cncf-cka'];
const WHOLE = '**/cairn-*_bg.wasm';
const DAY = 24 * 60 * 60 * 1_000;
const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
/** The study day of an answer, as `2026-11-20`: it begins at four. */
const dayOf = (at) => new Date(at + 60 * 60 * 1_000 - 4 * 60 * 60 * 1_000).toISOString().slice(0, 10);

test('before the first answer it says what will be here', async ({ page }) => {
  const statistics = new StatisticsPage(page);
  await page.goto('./#/statistics');
  await expect(statistics.screen).toContainText('Once you have answered some items');
  await expect(statistics.days).toHaveCount(0);
});

test('the start page leads there; everything, a track, a domain, any days, and back again', async ({ page, pages }) => {
  const answers = answersOf(TRACKS);
  await bring(pages, answers);
  await pages.start.enter();
  await page.getByRole('link', { name: 'All statistics' }).click();
  const statistics = new StatisticsPage(page);
  await statistics.ready();
  await expect(page).toHaveTitle('Statistics – Cairn');

  const within = (days) => answers.filter(([at]) => at >= Date.parse('2026-11-21T04:00:00+01:00') - (days - 1) * DAY);
  await expect(statistics.title).toHaveText('Everything, 23 Aug to 21 Nov 2026');
  await expect(statistics.figure('answers')).toHaveText(thousands(within(91).length));
  await expect(statistics.chapters).toHaveCount(13);

  await statistics.days.getByRole('link', { name: '4 weeks' }).click();
  await expect(statistics.title).toHaveText('Everything, 25 Oct to 21 Nov 2026');
  await expect(statistics.figure('answers')).toHaveText(thousands(within(28).length));
  await statistics.days.getByRole('link', { name: 'All', exact: true }).click();
  await expect(statistics.figure('answers')).toHaveText(thousands(answers.length));

  await statistics.scope.selectOption({ label: 'Solutions Architect – Associate' });
  await expect(statistics.title).toHaveText(/^Solutions Architect – Associate, /);
  const ofTrack = answers.filter(([, { item }]) => item.startsWith('aws-saa-c03/'));
  await expect(statistics.figure('answers')).toHaveText(thousands(ofTrack.length));
  const parts = await statistics.rows('parts');
  expect(parts.reduce((sum, [, count]) => sum + Number(count.replace(',', '')), 0)).toBe(ofTrack.length);
  await statistics.chapter('parts').getByRole('link').first().click();
  await expect(statistics.title).toHaveText(/^Solutions Architect – Associate, Design Secure Architectures, /);
  await expect(statistics.figure('answers')).toHaveText(parts[0][1]);
  await expect(statistics.chapter('parts')).toHaveCount(0);
  await expect(statistics.domain).toHaveValue('1');

  const address = page.url();
  await page.goBack();
  await expect(statistics.figure('answers')).toHaveText(thousands(ofTrack.length));
  await expect(statistics.domain).toHaveValue('');
  await page.goBack();
  await expect(statistics.figure('answers')).toHaveText(thousands(answers.length));
  await expect(statistics.scope).toHaveValue('');
  await page.goto(address);
  await page.reload();
  await statistics.ready();
  await expect(statistics.title).toHaveText(/Design Secure Architectures/);
  await expect(statistics.scope).toHaveValue('aws-saa-c03');

  await statistics.scope.selectOption({ label: 'Everything' });
  await statistics.screen.getByText('Other days').click();
  await statistics.screen.getByLabel('From', { exact: true }).fill('2026-09-01');
  await statistics.screen.getByLabel('To', { exact: true }).fill('2026-09-30');
  await statistics.screen.getByRole('button', { name: 'Show' }).click();
  await expect(statistics.title).toHaveText('Everything, 1 Sep to 30 Sep 2026');
  const september = answers.filter(([at]) => dayOf(at).startsWith('2026-09'));
  await expect(statistics.figure('answers')).toHaveText(thousands(september.length));
  expect(page.url()).toMatch(/span=days&from=2026-09-01&to=2026-09-30$/);
});

test('each chapter has a sentence, a picture, a table and a file with the same numbers', async ({ page, pages }) => {
  const answers = answersOf(TRACKS);
  await bring(pages, answers);
  const statistics = new StatisticsPage(page);
  await statistics.visit('?span=all');
  for (const chapter of await statistics.chapters.all()) {
    const slug = await chapter.getAttribute('data-chapter');
    await expect.soft(chapter.locator('.conclusion'), slug).toHaveText(/\.$/);
    if (!['parts', 'kinds'].includes(slug)) await expect.soft(chapter.locator('svg').first(), slug).toBeVisible();
    const rows = await statistics.rows(slug);
    expect.soft(rows.length, slug).toBeGreaterThan(0);
    const { name, lines } = await statistics.saved(slug);
    expect.soft(name, slug).toMatch(new RegExp(`^cairn-${slug}-all-.*\\.csv$`));
    expect.soft(new Set(lines.map((fields) => fields.length)).size, slug).toBe(1);
  }
  const { lines } = await statistics.saved('time');
  const byDay = new Map();
  for (const [at] of answers) byDay.set(dayOf(at), (byDay.get(dayOf(at)) ?? 0) + 1);
  expect(lines[0]).toEqual(['Day', 'Answers', 'First time', 'Forgotten', 'Minutes']);
  const told = lines.slice(1).filter(([, count]) => count !== '0');
  expect(new Map(told.map(([day, count]) => [day, Number(count)]))).toEqual(byDay);

  const hours = await statistics.rows('hours');
  const evening = answers.filter(([at]) => new Date(at + 60 * 60 * 1_000).getUTCHours() === 19).length;
  expect(hours[19][1]).toBe(thousands(evening));
  // The learner was made so.
  await expect(statistics.conclusion('hours')).toHaveText(/You answer most between 19:00 and 20:00\. You remember least between 7:00 and 8:00: \d+\s%/);
  await expect(statistics.conclusion('weekdays')).toContainText('No weekday stands out');
  await expect(statistics.conclusion('recall')).toContainText(/^You remembered 8\d\s% of what was asked again on another day/);
  await expect(statistics.chapter('recall')).toContainText(/Log loss 0\.\d{3}/);
});

test('it is busy until the last chapter is drawn', async ({ page, pages }) => {
  await bring(pages, answersOf(TRACKS));
  // How many chapters are there each time it says that it is done.
  await page.evaluate(() => {
    globalThis.found = [];
    new MutationObserver(() => {
      const shown = document.querySelector('[data-shown]');
      if (shown?.getAttribute('aria-busy') === 'false') globalThis.found.push(shown.querySelectorAll('[data-chapter]').length);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const statistics = new StatisticsPage(page);
  await statistics.visit();
  await expect(statistics.chapters).toHaveCount(13);
  const found = await page.evaluate(() => globalThis.found);
  expect([...new Set(found)]).toEqual([13]);
});

test('a few answers are too few, and it is said how many it takes', async ({ page, study }) => {
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  const statistics = new StatisticsPage(page);
  await statistics.visit();
  await expect(statistics.figure('answers')).toHaveText('1');
  await expect(statistics.conclusion('recall')).toHaveText('It takes 50 answers to items that you had answered on a day before; there are 0 in these days.');
  await expect(statistics.conclusion('speed')).toContainText('It takes 20 answers');
  await expect(statistics.conclusion('stability')).toContainText('It takes 10 items');
  await expect(statistics.conclusion('weekdays')).toContainText('it takes 30 repeats in two of them');
});

test('what is answered or taken back elsewhere is counted at once', async ({ context, clock, page, pages }) => {
  await bring(pages, answersOf(['aws-saa-c03'], { items: 20, days: 20 }));
  const statistics = new StatisticsPage(page);
  await statistics.visit('?span=all');
  const before = Number(await statistics.figure('answers').textContent());
  const other = await context.newPage();
  const { study } = pagesOf(other, clock);
  await study.visit('cncf-cka');
  await study.answerWith('Good');
  await expect(statistics.figure('answers')).toHaveText(String(before + 1));
  await other.keyboard.press('u');
  await expect(statistics.figure('answers')).toHaveText(String(before));
});

test('what takes longer than a second is told; what cannot be done is told, and can be tried again', async ({ page, pages }) => {
  await bring(pages, answersOf(['aws-saa-c03'], { items: 20, days: 20 }));
  const statistics = new StatisticsPage(page);
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(WHOLE, async (route) => {
    await held;
    await route.abort();
  });
  await page.goto('./#/statistics');
  await expect(statistics.status).toHaveText('Reading your answers…');
  release();
  await expect(statistics.notice).toContainText('the program could not be loaded once more; connect and try again');
  await expect(statistics.notice).toContainText('They are safe.');
  await page.unroute(WHOLE);
  await statistics.notice.getByRole('button', { name: 'Try again' }).click();
  await statistics.ready();
  await expect(statistics.notice).toHaveCount(0);
  await pages.start.enter();
  await expect.poll(() => page.workers(), 'nobody waits for it any more').toEqual([]);
});

test('axe finds nothing, nothing sticks out, and a printed page has every chapter', async ({ page, pages }) => {
  test.setTimeout(120_000);
  await bring(pages, answersOf(TRACKS));
  const statistics = new StatisticsPage(page);
  await statistics.visit('?span=all');
  await statistics.rows('recall');
  await statistics.rows('growth');
  expect.soft(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  for (const chapter of await statistics.chapters.all()) await expect(chapter.locator('.conclusion')).toBeVisible();
  await expect(statistics.days).toBeHidden();
  await expect(statistics.screen.getByRole('button', { name: 'Save as CSV' }).first()).toBeHidden();
});

/** Time goes by here as it does: a clock that stands still hides what the browser knows of its own requests. */
const inTime = test.extend({ clock: [async ({}, use) => use({ pass: async () => {} }), { auto: true }] });

inTime.describe('without a network', () => {
  inTime.use({ serviceWorkers: 'allow' });

  inTime('the statistics are counted all the same', async ({ context, page, pages }) => {
    const answers = answersOf(['aws-saa-c03'], { items: 20, days: 20 });
    await bring(pages, answers);
    const modules = () =>
      page.evaluate(async () => {
        const lists = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url));
        return (await Promise.all(lists)).flat().filter((url) => url.endsWith('_bg.wasm')).length;
      });
    await expect.poll(modules, { timeout: 20_000 }).toBe(2);
    await context.setOffline(true);
    const statistics = new StatisticsPage(page);
    await statistics.visit('?span=all');
    await expect(statistics.figure('answers')).toHaveText(String(answers.length));
  });
});
