// `cargo xtask bench statistics`: what it takes in Chromium to read a log of so many answers and to count what they add up to, in the
// worker; and for how long the page is held up meanwhile.
//
// Wants CAIRN_URL (the app, served with the track), CHROMIUM_PATH, CAIRN_WORLD (a folder with items.json and log.json). Prints a table, or
// with --json one object.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { median } from './measure.mjs';
import { Profile } from './profile.mjs';

const WORLD = process.env.CAIRN_WORLD ?? '.';
const RUNS = Number(process.env.CAIRN_RUNS ?? 7);
/** What is looked at one after the other, once the log was read. */
const VIEWS = ['span=weeks', 'span=all&track=aws-saa-c03', 'span=year', 'span=all&track=aws-saa-c03&domain=1', 'span=months', 'span=all&ahead=90'];

/** Runs in the page: from now on it is noted how long the page was held up, by a message that it sends itself again and again. */
function watch() {
  const channel = new MessageChannel();
  const seen = (globalThis.cairnSeen = { gap: 0, long: [] });
  let last = performance.now();
  channel.port1.onmessage = () => {
    const now = performance.now();
    seen.gap = Math.max(seen.gap, now - last);
    last = now;
    channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  new PerformanceObserver((list) => seen.long.push(...list.getEntries().map((task) => task.duration))).observe({ type: 'longtask' });
}

/** How long the page was held up since it was last asked: the longest gap, and the long tasks as the browser tells them. */
const heldUp = (page) =>
  page.evaluate(() => {
    const { gap, long } = globalThis.cairnSeen;
    Object.assign(globalThis.cairnSeen, { gap: 0, long: [] });
    return { gap, long: Math.max(0, ...long) };
  });

/** Shows an address and waits until its figures are drawn; gives the marks that the worker has made for it. */
async function show(page, query, counted) {
  const from = await page.evaluate((query) => {
    location.hash = `#/statistics?${query}`;
    return performance.now();
  }, query);
  await page.waitForFunction(() => document.querySelector('.statistics [aria-busy=false]'), null, { timeout: 60_000 });
  const [worker] = page.workers();
  const count = () => worker.evaluate(() => performance.getEntriesByName('cairn-counted', 'mark').length);
  while ((await count()) < counted) await page.waitForTimeout(20);
  await page.waitForFunction(() => document.querySelector('.statistics [aria-busy=false]'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  const marks = await worker.evaluate(() => {
    const last = (name) => performance.getEntriesByName(name, 'mark').at(-1)?.startTime;
    const names = ['given', 'reading', 'replaying', 'counting', 'counted'];
    return Object.fromEntries(names.map((name) => [name, last(`cairn-${name}`)]));
  });
  return { from, marks, ...(await heldUp(page)) };
}

/** Opens the screen from another one, in a page that has started. */
async function open(profile) {
  const page = await profile.open('#/settings');
  await page.locator('[data-screen=data], [data-screen=settings]').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1_500);
  await page.evaluate(watch);
  await page.waitForTimeout(300);
  await heldUp(page);
  const first = await show(page, 'span=all', 1);
  const { given, replaying, counting, counted } = first.marks;
  const again = [];
  for (const [place, query] of VIEWS.entries()) {
    const run = await show(page, query, place + 2);
    again.push({ query, ms: run.marks.counted - run.marks.counting, gap: run.gap, long: run.long });
  }
  await page.close();
  return {
    reading: replaying - given,
    replaying: counting - replaying,
    counting: counted - counting,
    computing: counted - replaying,
    gap: first.gap,
    long: first.long,
    again,
  };
}

const profile = await Profile.start();
try {
  await profile.log(join(WORLD, 'log.json'));
  const items = JSON.parse(await readFile(join(WORLD, 'items.json'), 'utf8'));
  // The first one fetches and compiles the program.
  await open(profile);
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await open(profile));
  const of = (name) => median(runs.map((run) => run[name]));
  const again = VIEWS.map((query, place) => {
    const each = runs.map((run) => run.again[place]);
    const worst = (name) => Math.max(...each.map((one) => one[name]));
    return { query, ms: median(each.map((one) => one.ms)), gap: worst('gap'), long: worst('long') };
  });
  const steps = { reading: of('reading'), replaying: of('replaying'), counting: of('counting'), computing: of('computing') };
  const worst = { computing: Math.max(...runs.map((run) => run.computing)), gap: Math.max(...runs.map((run) => run.gap)), long: Math.max(...runs.map((run) => run.long)) };
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ runs: RUNS, items, ...steps, worst, again }));
  } else {
    const line = (ms, words) => console.log(`${ms.toFixed(1).padStart(8)} ms  ${words}`);
    console.log(`in Chromium, in the worker, ${items} items, median of ${RUNS}`);
    line(steps.reading, 'the log read, from the texts as they were handed over');
    line(steps.replaying, 'the answers put in order and replayed');
    line(steps.counting, 'everything counted, all days');
    line(steps.computing, `both together (worst ${worst.computing.toFixed(1)})`);
    line(worst.gap, `the longest time for which the page was held up meanwhile, worst of all (long tasks: ${worst.long.toFixed(0)} ms)`);
    console.log('another scope or period, in a worker that has read the log: counted, and the longest time for which the page was held up');
    for (const { query, ms, gap, long } of again) line(ms, `${query}; ${gap.toFixed(1)} ms at the worst (long tasks: ${long.toFixed(0)} ms)`);
  }
} finally {
  await profile.stop();
}
