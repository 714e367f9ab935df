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

async function once(profile, items) {
  const page = await profile.open('#/plan', watch);
  await page.getByText('study days are left').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(200);
  const seen = await page.evaluate(() => {
    const at = (name) => performance.getEntriesByName(name, 'mark').map((mark) => mark.startTime);
    return { began: at('cairn-plan'), ended: at('cairn-planned'), long: globalThis.cairnLong };
  });
  await page.close();
  const tasks = seen.began.map((began, index) => seen.ended[index] - began);
  // What may be asked, the price, a glance at each, the best.
  const list = -1 - (3 + Math.ceil(items / AT_ONCE));
  const sum = (from, to) => tasks.slice(from, to).reduce((sum, ms) => sum + ms, 0);
  const steps = [tasks[0], sum(1, list), sum(list, -1), tasks.at(-1)];
  const inPlan = seen.long.filter(([at]) => at >= seen.began[0] - 1 && at <= seen.ended.at(-1));
  return { steps, longest: Math.max(...tasks), long: Math.max(0, ...inPlan.map(([, ms]) => ms)) };
}

const profile = await Profile.start();
try {
  await profile.log(join(WORLD, 'log.json'));
  const items = JSON.parse(await readFile(join(WORLD, 'items.json'), 'utf8'));
  const runs = [];
  // The first one compiles the program.
  for (let run = 0; run <= RUNS; run++) runs.push(await once(profile, items));
  const counted = runs.slice(1);
  const medians = STEPS.map((_, step) => median(counted.map((run) => run.steps[step])));
  const longest = median(counted.map((run) => run.longest));
  const worst = Math.max(...counted.map((run) => run.longest));
  const long = counted.filter((run) => run.long > 50).length;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ runs: RUNS, steps: Object.fromEntries(STEPS.map((name, step) => [name, medians[step]])), longest, worst, long }));
  } else {
    console.log(`in Chromium, median of ${RUNS} starts`);
    STEPS.forEach((name, step) => console.log(`${medians[step].toFixed(1).padStart(8)} ms  ${name}`));
    console.log(`${longest.toFixed(1).padStart(8)} ms  the longest step, ${worst.toFixed(1)} in the worst start; a task of over 50 ms in ${long} of ${RUNS} starts`);
  }
} finally {
  await profile.stop();
}
