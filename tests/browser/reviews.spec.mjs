// Promise: when a week is over the learner is offered to look back on it: figures from the log, notes that stay, and a proposal that is
// accepted in one click and can be taken back.
// Must not: nag, change anything that is not ticked, or tell a week by a plan that was made later.
// Changes: brings a log of a week, books an exam, writes notes, accepts proposals.

import { expectUsable } from './axe.mjs';
import { expect, test as base } from './fixtures.mjs';
import { keysOf } from './keys-of-decks.mjs';
import { line } from './log.mjs';
import { PlanPage } from './pages/plan.mjs';
import { ReviewsPage } from './pages/reviews.mjs';

const test = base.extend({ reviews: ({ page }, use) => use(new ReviewsPage(page)) });

const TRACK = 'aws-saa-c03';
const WEEK = '/weekly/2026-11-16';
/** Days from the evening of the clock, a Saturday, to the Monday on which that week is over. */
const NEXT_MONDAY = 2;

/** A day as the log counts it, from 1970. */
const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/**
 * A backup of a week: ten items on Monday; on Wednesday five of them forgotten and ten new ones; on Friday the five once more, remembered.
 * Half a minute for each answer. An exam is booked; on a path of the learner's own it wants many hours, and a project was due on Thursday.
 */
function studiedWeek() {
  // Questions alone: a text with deletions is asked under other names.
  const items = [...keysOf(TRACK)].filter(([, lines]) => lines.length > 0).map(([id]) => id);
  const facts = [];
  const add = (day, seconds, what) => {
    const at = Date.parse('2026-11-16T19:00:00+01:00') + day * 86_400_000 + seconds * 1_000;
    facts.push(line(['00000000000000bb', facts.length + 1, at, 60, what]));
  };
  const road = (what) => add(0, -60, { road: what });
  const entry = (id, kind, name, on, more) => ({ entered: ['own-1', { id, kind, name, span: { from: dayOf(on), to: dayOf(on) }, ...more }] });
  road({ laid: ['own-1', { start: dayOf('2026-11-02'), hours_week: 5, first_month: 1, name: 'My year' }] });
  road(entry('exam', 'exam', 'SAA-C03', '2026-12-20', { hours: 6, track: TRACK }));
  road(entry('site', 'project', 'A site of my own', '2026-11-19', {}));
  add(0, -30, { booked: [TRACK, dayOf('2026-12-20')] });
  const answer = (day, place, item, grade, sighting) =>
    add(day, place * 30, { answered: { item, grade, ms: 30_000, sighting } });
  items.slice(0, 10).forEach((item, place) => answer(0, place, item, 3, 'first'));
  items.slice(0, 5).forEach((item, place) => answer(2, place, item, 1, 'repeated'));
  items.slice(10, 20).forEach((item, place) => answer(2, place + 5, item, 3, 'first'));
  items.slice(0, 5).forEach((item, place) => answer(4, place, item, 3, 'repeated'));
  return `cairn-backup 1 ${facts.length}\n${facts.join('\n')}\n`;
}

/** Brings the log of the week, on the day that the clock shows. */
async function bring({ start, data }) {
  await start.visit();
  await data.enter();
  await data.choose('week.jsonl', studiedWeek());
  await data.importButton.click();
  await expect(data.notice).toContainText('34 entries added');
}

/** What the log holds of one kind, read from a backup in plain text. */
async function logged(data, kind) {
  await data.enter();
  const backup = await data.exportedAsText();
  const lines = backup.bytes.toString('utf8').trimEnd().split('\n').slice(1);
  return lines.map((text) => JSON.parse(text.slice(text.indexOf(' ') + 1)).at(-1)).filter((what) => kind in what);
}

test('on Monday the week is looked back on, its proposal accepted in one click, and taken back', async ({ page, clock, start, data, reviews, pages }) => {
  await clock.eveningOfDay(NEXT_MONDAY - 1);
  await bring(pages);
  await start.enter();
  await expect(start.exams).toHaveCount(1);
  await expect(reviews.nudge).toHaveCount(0);

  await clock.eveningOfDay(NEXT_MONDAY);
  await start.visit();
  await expect(reviews.nudge).toHaveText(/^Look back on last week\.\s*Not this time$/);
  await reviews.nudge.getByRole('link', { name: 'last week' }).click();
  await expect(reviews.heading).toHaveText('16 to 22 Nov 2026');
  await expect(reviews.section('Time')).toContainText('You studied 16 of 140 planned minutes on 3 of 7 days.');
  await expect(reviews.figure(/^answers/)).toHaveText('30');
  await expect(reviews.figure('right')).toHaveText('83 %');
  await expect(reviews.figure('items learned')).toHaveText('20');
  await expect(reviews.figure('items forgotten')).toHaveText('5');
  const counts = await reviews.section('Answers').locator('tbody td:nth-child(2)').allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(30);
  await expect(reviews.section('Chance of passing')).toContainText(/Not enough evidence for a chance yet\.\s*Of 20 new questions 20 were right\./);
  await expect(reviews.section('Weakest tasks now').getByRole('listitem')).toHaveCount(3);
  await expect(reviews.section('Slipped on the roadmap')).toContainText('A site of my own (project): meant for Thu 19 Nov, 4 days late');

  await expect(reviews.parts).toHaveCount(3);
  await expect(reviews.parts.first()).toContainText('10 minutes a day instead of 20');
  await expect(reviews.parts.nth(1)).toContainText('15 items of your weakest tasks first');
  await expect(reviews.parts.nth(2)).toContainText(/^SAA-C03 on \d+ \w+ 20\d\d instead of 20 Dec 2026/);
  const to = /on (\d+ \w+ \d+) instead/.exec(await reviews.parts.nth(2).textContent())[1];
  await reviews.accept.click();
  await expect(reviews.proposal).toContainText('Accepted:');
  await expect(reviews.proposal.getByRole('heading')).toBeFocused();

  const plan = new PlanPage(page);
  await plan.visit();
  await expect(plan.minutes('Monday')).toHaveValue('10');
  await expect(plan.exam(TRACK).locator('input[type=date]')).toHaveValue(new Date(`${to} UTC`).toISOString().slice(0, 10));
  expect(await logged(data, 'wanted')).toHaveLength(15);
  // The week is still told by the plan that held in it.
  await reviews.visit(WEEK);
  await expect(reviews.section('Time')).toContainText('of 140 planned minutes');
  await start.enter();
  await expect(reviews.nudge).toHaveCount(0);
});

test('what is not ticked does not happen, and what was accepted can be taken back at once', async ({ page, clock, reviews, pages }) => {
  await clock.eveningOfDay(NEXT_MONDAY);
  await bring(pages);
  await reviews.visit(WEEK);
  await reviews.parts.nth(1).getByRole('checkbox').uncheck();
  await reviews.parts.nth(2).getByRole('checkbox').uncheck();
  await expect(reviews.accept).toHaveText('Accept what is ticked');
  await reviews.accept.click();
  await expect(reviews.proposal.getByRole('listitem')).toHaveText(['10 minutes a day instead of 20']);
  await reviews.takeBack.click();
  await expect(reviews.parts).toHaveCount(3);
  await expect(reviews.accept).toHaveText('Accept what is ticked');
  const plan = new PlanPage(page);
  await plan.visit();
  await expect(plan.minutes('Monday')).toHaveValue('20');
  await expect(plan.exam(TRACK).locator('input[type=date]')).toHaveValue('2026-12-20');
});

test('notes are kept when the field is left, when the page is left, and over a reload', async ({ page, clock, start, reviews, pages }) => {
  await clock.eveningOfDay(NEXT_MONDAY);
  await bring(pages);
  await reviews.visit(WEEK);
  await reviews.notes.fill('VPC routing is still vague.');
  await expect(reviews.section('Your notes')).toContainText('Kept when you leave the field.');
  await reviews.notes.press('Tab');
  await expect(reviews.section('Your notes')).toContainText('Kept.');
  await page.reload();
  await expect(reviews.notes).toHaveValue('VPC routing is still vague.');
  await clock.pass(60);
  // By the browser's back button nothing is left by itself.
  await start.enter();
  await page.goBack();
  await reviews.notes.fill('VPC routing is clear now.');
  await page.goBack();
  await expect(reviews.notes).toHaveCount(0);
  await reviews.visit(WEEK);
  await expect(reviews.notes).toHaveValue('VPC routing is clear now.');
});

test('a review that is not wanted is not asked for again, and the next one is', async ({ page, clock, start, reviews, pages }) => {
  await clock.eveningOfDay(NEXT_MONDAY);
  await bring(pages);
  await start.enter();
  await reviews.nudge.getByRole('button', { name: 'Not this time' }).click();
  await expect(reviews.nudge).toHaveCount(0);
  await page.reload();
  await start.ready();
  await expect(start.exams).toHaveCount(1);
  await expect(reviews.nudge).toHaveCount(0);
  await reviews.visit();
  await expect(reviews.due).toHaveCount(0);
  await expect(reviews.screen).toContainText('None yet.');
  await clock.eveningOfDay(NEXT_MONDAY + 7);
  await start.visit();
  await expect(reviews.nudge).toContainText('last week');
});

test('reviews that were held are read in a row and exported', async ({ page, clock, reviews, pages }) => {
  await clock.eveningOfDay(NEXT_MONDAY);
  await bring(pages);
  await reviews.visit(WEEK);
  await reviews.notes.fill('First week.\nNot bad.');
  await reviews.accept.click();
  await clock.eveningOfDay(NEXT_MONDAY + 8);
  await reviews.visit('/monthly/2026-11-01');
  await reviews.notes.fill('November is over.');
  await page.getByRole('link', { name: 'Reviews', exact: true }).click();
  await expect(reviews.held).toHaveCount(2);
  await expect(reviews.held.first()).toContainText('Monthly review, November 2026');
  await expect(reviews.held.first()).toContainText('November is over.');
  await expect(reviews.held.last()).toContainText('16 of 140 planned minutes on 3 of 7 days, 30 answers, 83 % right or remembered.');
  await expect(reviews.held.last()).toContainText('10 minutes a day instead of 20');
  await expect(reviews.due).toHaveCount(1);

  const downloading = page.waitForEvent('download');
  await reviews.export.click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('cairn-reviews-2026-12-01.md');
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text).toContain('## Weekly assessment, 16 to 22 Nov 2026');
  expect(text).toContain('30 answers, 83 % right or remembered. Items learned: 20. Items forgotten: 5.');
  expect(text).toContain('> First week.\n> Not bad.');
  expect(text.indexOf('November 2026')).toBeLessThan(text.indexOf('16 to 22 Nov 2026'));
});

test('by keys alone: from the start page to what was accepted, and back', async ({ page, clock, start, study, reviews, pages }) => {
  await clock.eveningOfDay(NEXT_MONDAY);
  await bring(pages);
  await start.enter();
  const keys = page.keyboard;
  await study.tabTo(reviews.nudge.getByRole('link'));
  await keys.press('Enter');
  await expect(reviews.parts).toHaveCount(3);
  await study.tabTo(reviews.notes);
  await keys.type('By keys.');
  await study.tabTo(reviews.parts.nth(2).getByRole('checkbox'));
  await keys.press('Space');
  await study.tabTo(reviews.accept);
  await keys.press('Enter');
  await expect(reviews.proposal.getByRole('heading')).toBeFocused();
  await expect(reviews.proposal.getByRole('listitem')).toHaveCount(2);
  await keys.press('Tab');
  await expect(reviews.takeBack).toBeFocused();
  await keys.press('Enter');
  await expect(reviews.parts).toHaveCount(3);
  await expect(reviews.notes).toHaveValue('By keys.');
});

test('weeks without anything, to come and going on, and addresses that name none', async ({ clock, reviews, pages }) => {
  await reviews.visit();
  await expect(reviews.screen).toContainText('None yet.');
  await reviews.visit(WEEK);
  await expect(reviews.section('Time')).toContainText('Nothing had been studied by then.');
  await expect(reviews.proposal).toHaveCount(0);
  await clock.eveningOfDay(NEXT_MONDAY);
  await bring(pages);
  await reviews.visit('/weekly/2099-01-08');
  await expect(reviews.heading).toHaveText('5 to 11 Jan 2099');
  await expect(reviews.screen).toContainText('This week is still to come.');
  await expect(reviews.notes).toHaveCount(0);
  await reviews.visit('/weekly/2026-11-25');
  await expect(reviews.screen).toContainText('This week goes on.');
  await expect(reviews.section('Time')).toContainText('You studied 0 of 20 planned minutes on 0 of 1 day so far.');
  await expect(reviews.proposal).toHaveCount(0);
  await reviews.visit('/weekly/soon');
  await expect(reviews.heading).toHaveText('Reviews');
});

test('axe finds nothing, in light and dark, and nothing is wider than a phone', async ({ page, clock, start, reviews, pages }) => {
  test.setTimeout(120_000);
  await clock.eveningOfDay(NEXT_MONDAY);
  await bring(pages);
  await page.setViewportSize({ width: 320, height: 640 });
  const look = (name) => expectUsable(page, name);
  await start.enter();
  await reviews.nudge.waitFor();
  await look('the start page');
  await reviews.visit();
  await reviews.due.waitFor();
  await look('what is due');
  await reviews.visit(WEEK);
  await expect(reviews.parts).toHaveCount(3);
  await look('one review');
  await reviews.notes.fill('Something to keep.');
  await reviews.accept.click();
  await reviews.takeBack.waitFor();
  await look('one review, accepted');
  await reviews.visit('/quarterly/2026-10-01');
  await expect(reviews.section('Answers')).toContainText('30');
  await look('a quarter');
  await reviews.visit();
  await expect(reviews.held).toHaveCount(1);
  await look('those that were held');
});
