// `cargo xtask bench plan`: what planning a day takes in Chromium, with a track of so many items, all known.
//
// Wants CAIRN_URL (the app, served with the track), CHROMIUM_PATH, CAIRN_WORLD (a folder with items.json and log.json). Prints a table, or with
// --json one object.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { median } from './measure.mjs';
import { Profile } from './profile.mjs';

const WORLD = process.env.CAIRN_WORLD ?? '.';
const RUNS = Number(process.env.CAIRN_RUNS ?? 12);
/** What the app's steps on the plan screen make, in their order; each piece is a task of its own. */
const STEPS = ['what the coming days hold', 'the planner (once a day), in pieces', "today's list, in pieces", 'a forecast and its curve'];
/** Items that the list looks at in one piece (`study::draft`). */
const AT_ONCE = 8_000;

/** Runs in the page before the app: notes what holds the page up. */
function watch() {
  globalThis.cairnLong = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.cairnLong.push([task.startTime, task.duration]);
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page before the app: `cairnTomorrow()` makes it a day later and lets the app's minute pass. The clock of the marks stays. */
function calendar() {
  let shift = 0;
  const minutes = [];
  const Plain = globalThis.Date;
  globalThis.Date = class extends Plain {
    constructor(...of) {
      super(...(of.length ? of : [Plain.now() + shift]));
    }
    static now() {
      return Plain.now() + shift;
    }
  };
  const plain = globalThis.setInterval;
  globalThis.setInterval = (callback, ms, ...rest) => {
    if (ms === 60_000) minutes.push(callback);
    return plain(callback, ms, ...rest);
  };
  globalThis.cairnTomorrow = () => {
    shift += 86_400_000;
    for (const callback of minutes) callback();
  };
}

/** The marks that the app has made since they were last asked for, once there are as many as a day's planning makes. */
async function planned(page, items) {
  const pieces = 3 + Math.ceil(items / AT_ONCE);
  // What the coming days hold, the planner, the list and the forecast.
  await page.waitForFunction((least) => performance.getEntriesByName('cairn-planned', 'mark').length >= least, 3 + pieces, { timeout: 60_000 });
  await page.waitForTimeout(300);
  const { began, ended } = await page.evaluate(() => {
    const at = (name) => performance.getEntriesByName(name, 'mark').map((mark) => mark.startTime);
    const marks = { began: at('cairn-plan'), ended: at('cairn-planned') };
    performance.clearMarks();
    return marks;
  });
  const tasks = began.map((began, index) => ended[index] - began);
  const list = -1 - pieces;
  const sum = (from, to) => tasks.slice(from, to).reduce((sum, ms) => sum + ms, 0);
  const steps = [tasks[0], sum(1, list), sum(list, -1), tasks.at(-1)];
  return { steps, longest: Math.max(...tasks), from: began[0], to: ended.at(-1) };
}

/** A start of the app: what it runs is compiled while it runs. */
async function start(profile, items) {
  const page = await profile.open('#/plan', watch);
  await page.getByText('study days are left').waitFor({ timeout: 60_000 });
  const run = await planned(page, items);
  const long = await page.evaluate(() => globalThis.cairnLong);
  await page.close();
  const inPlan = long.filter(([at]) => at >= run.from - 1 && at <= run.to);
  return { ...run, long: Math.max(0, ...inPlan.map(([, ms]) => ms)) };
}

/** A page that stays open, day after day. */
async function days(profile, items) {
  const page = await profile.open('#/plan', calendar);
  await page.getByText('study days are left').waitFor({ timeout: 60_000 });
  await planned(page, items);
  const runs = [];
  for (let day = 0; day < RUNS; day++) {
    await page.evaluate(() => globalThis.cairnTomorrow());
    runs.push(await planned(page, items));
  }
  await page.close();
  return runs;
}

/** Medians of the runs: each step, planner and list together, the longest piece. */
const medians = (runs) => ({
  steps: STEPS.map((_, step) => median(runs.map((run) => run.steps[step]))),
  day: median(runs.map((run) => run.steps[1] + run.steps[2])),
  longest: median(runs.map((run) => run.longest)),
  worst: Math.max(...runs.map((run) => run.longest)),
});

function print(title, found, more) {
  console.log(title);
  STEPS.forEach((name, step) => console.log(`${found.steps[step].toFixed(1).padStart(8)} ms  ${name}`));
  console.log(`${found.day.toFixed(1).padStart(8)} ms  planner and list together`);
  console.log(`${found.longest.toFixed(1).padStart(8)} ms  the longest piece, ${found.worst.toFixed(1)} in the worst run${more}`);
}

const profile = await Profile.start();
try {
  await profile.log(join(WORLD, 'log.json'));
  const items = JSON.parse(await readFile(join(WORLD, 'items.json'), 'utf8'));
  const starts = [];
  // The first one fetches the program.
  for (let run = 0; run <= RUNS; run++) starts.push(await start(profile, items));
  const counted = starts.slice(1);
  const cold = medians(counted);
  const long = counted.filter((run) => run.long > 50).length;
  const open = medians(await days(profile, items));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ runs: RUNS, names: STEPS, starts: { ...cold, long }, days: open }));
  } else {
    print(`in Chromium, a start of the app, median of ${RUNS}`, cold, `; a task of over 50 ms in ${long} of ${RUNS} starts`);
    print(`in Chromium, a new day in a page that is open, median of ${RUNS}`, open, '');
  }
} finally {
  await profile.stop();
}
