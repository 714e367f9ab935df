// Promise: the roadmap goes into any calendar: a file by the standard, which another program reads as it was meant.
// Must not: name an event otherwise the next time, so that a calendar would have everything twice.
// Changes: lays a path, books an exam, takes a day off, saves files.

import ICAL from 'ical.js';
import { expect, test as base } from './fixtures.mjs';
import { PlanPage } from './pages/plan.mjs';
import { RoadPage } from './pages/road.mjs';

const test = base.extend({ road: ({ page }, use) => use(new RoadPage(page)) });

const PATH = 'accelerated-devops-sre';

async function saved(page, press) {
  const downloading = page.waitForEvent('download');
  await press();
  const download = await downloading;
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}

/** The events of a file by their names. */
function events(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const all = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const byName = new Map(all.map((event) => [event.uid, event]));
  expect(byName.size, 'each name once').toBe(all.length);
  return byName;
}

/** The first days on which something is, as far as there are so many. */
function days(event, count) {
  const found = [];
  const next = event.iterator();
  for (let at = next.next(); at && found.length < count; at = next.next()) found.push(at.toString());
  return found;
}

test('the calendar is read back: exams, spans, reviews, study without days off', async ({ page, road }) => {
  const plan = new PlanPage(page);
  await plan.visit();
  await plan.minutes('Sunday').fill('0');
  await plan.minutes('Sunday').press('Tab');
  await plan.daysOff.locator('input[type=date]').fill('2026-12-07');
  await plan.daysOff.getByRole('button', { name: 'Take it off' }).click();
  await expect(plan.daysOff).toContainText('2026-12-07');
  await plan.book('cncf-cka', '2027-04-20');
  await road.lay(PATH, { hours: 50, from: '2026-12-01' });
  await road.visit('/list');
  const calendar = road.screen.getByRole('button', { name: 'Calendar file (.ics)' });
  const file = await saved(page, () => calendar.click());
  expect(file.name).toBe('cairn-roadmap-2026-11-21.ics');
  const all = events(file.text);
  const of = (id) => all.get(`${PATH}.${id}@roadmap.cairn`);

  // What the page shows is what the calendar has.
  const rows = road.rows.filter({ hasText: /^Exam/ });
  await expect(rows).toHaveCount(9);
  for (const row of await rows.all()) {
    const event = of(await row.getAttribute('data-entry'));
    expect(event.startDate.isDate, 'a whole day').toBe(true);
    const day = event.startDate.toJSDate().toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
    await expect(row).toContainText(day.replace('Sept', 'Sep'));
    expect(event.duration.toSeconds()).toBe(86_400);
  }
  expect(of('exam-cka').summary).toBe('Exam: Certified Kubernetes Administrator (booked)');
  expect(of('exam-cka').startDate.toString()).toBe('2027-04-20');
  expect(of('exam-cka').description).toContain('Code: CKA\nFee: $445\n');
  expect(of('exam-saa').summary).toContain('(planned)');
  expect(of('phase-1').summary).toMatch(/^Phase: /);

  const weekly = all.get('review-weekly@roadmap.cairn');
  expect(days(weekly, 2)).toEqual(['2026-11-23T18:00:00', '2026-11-30T18:00:00']);
  expect(days(all.get('review-monthly@roadmap.cairn'), 3)).toEqual(['2026-12-01T17:00:00', '2027-01-01T17:00:00', '2027-02-01T17:00:00']);
  expect(days(all.get('review-quarterly@roadmap.cairn'), 2)).toEqual(['2027-01-01T16:00:00', '2027-04-01T16:00:00']);

  const monday = all.get('study-mon@roadmap.cairn');
  expect(monday.summary).toBe('Study 20 min');
  expect(monday.duration.toSeconds()).toBe(1_200);
  expect(days(monday, 3), '7 December is off').toEqual(['2026-11-23T19:00:00', '2026-11-30T19:00:00', '2026-12-14T19:00:00']);
  expect(all.has('study-sun@roadmap.cairn'), 'no minutes on it').toBe(false);
  const exams = [...all.values()].filter((event) => event.summary.startsWith('Exam: '));
  const last = exams.map((event) => event.startDate.toString()).sort().at(-1);
  const blocks = days(monday, 10_000);
  expect(blocks.at(-1) <= `${last}T23:59:00`, 'study ends with the last exam').toBe(true);
  expect(blocks.length).toBeGreaterThan(200);

  // Saved again after a change: the same names.
  await road.visit('/entry/' + PATH + '/exam-terraform');
  await road.screen.getByText('Change it').click();
  await road.screen.getByLabel('On', { exact: true }).last().fill('2027-03-09');
  await road.screen.getByRole('button', { name: 'Keep' }).click();
  await road.visit('/list');
  const again = events((await saved(page, () => calendar.click())).text);
  expect([...again.keys()].sort()).toEqual([...all.keys()].sort());
  expect(again.get(`${PATH}.exam-terraform@roadmap.cairn`).startDate.toString()).toBe('2027-03-09');
});

test('the text says what is ticked and what shows it, and the palette saves from anywhere', async ({ page, start, road }) => {
  await road.lay('container-expertise', { hours: 10 });
  await road.visit('/list');
  await road.rows.filter({ hasText: 'Checklist' }).first().getByRole('link').click();
  const id = await road.screen.locator('.tick').first().getAttribute('data-tick');
  const tick = road.tick(id);
  await tick.getByRole('checkbox').check();
  await tick.getByLabel('Note').fill('three evenings');
  await tick.getByLabel('Link').fill('https://github.com/me/lab');
  await tick.getByRole('button', { name: 'Keep' }).click();
  await expect(tick).toContainText('three evenings');
  await page.reload();
  await start.enter();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('markdown');
  const { name, text } = await saved(page, () => page.keyboard.press('Enter'));
  expect(name).toBe('cairn-roadmap-2026-11-21.md');
  expect(text).toContain('21 Nov 2026: three evenings <https://github.com/me/lab>');
  expect(text.match(/^ *- \[x\]/gm)).toHaveLength(1);
  await expect(road.heading).toHaveText('Roadmap');
});

test('a roadmap with nothing ahead says so instead of saving an empty calendar', async ({ road }) => {
  await road.visit();
  const own = road.screen.getByRole('region', { name: 'Or begin your own' });
  await own.getByLabel('Its name').fill('Mine');
  await own.getByRole('button', { name: 'Begin it' }).click();
  await road.path('own-1').waitFor();
  await road.visit('/list');
  await road.screen.getByRole('button', { name: 'Calendar file (.ics)' }).click();
  await expect(road.refused).toHaveText(/nothing to put into a calendar/);
});
