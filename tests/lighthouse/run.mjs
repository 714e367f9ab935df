// `cargo xtask bench lighthouse`: what Lighthouse says of the built app, on a simulated phone and on a desk; the median of some runs.
//
// Wants CAIRN_URL (the app, served with compression) and CHROMIUM_PATH. Ends with an error where a figure is below what is wanted.

import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { SWITCHES } from '../browser/switches.mjs';

const RUNS = Number(process.env.CAIRN_RUNS ?? 3);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const WANTED = { mobile: [97, 100, 100, 100], desktop: [100, 100, 100, 100] };
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function run(config) {
  const browser = await launch({ chromePath: process.env.CHROMIUM_PATH, chromeFlags: ['--headless', ...SWITCHES] });
  try {
    const { lhr } = await lighthouse(process.env.CAIRN_URL, { port: browser.port, logLevel: 'error', onlyCategories: CATEGORIES }, config);
    return lhr;
  } finally {
    browser.kill();
  }
}

let isEnough = true;
for (const [name, config] of [['mobile', undefined], ['desktop', desktopConfig]]) {
  const runs = [];
  for (let count = 0; count < RUNS; count += 1) runs.push(await run(config));
  const scores = CATEGORIES.map((category) => median(runs.map((lhr) => Math.round(lhr.categories[category].score * 100))));
  isEnough &&= scores.every((score, place) => score >= WANTED[name][place]);
  console.log(`${name}: ${CATEGORIES.map((category, place) => `${category} ${scores[place]} (wanted ${WANTED[name][place]})`).join(', ')}`);
  console.log(`  ${TIMES.map((time) => `${time} ${median(runs.map((lhr) => lhr.audits[time].numericValue)).toFixed(time.endsWith('shift') ? 3 : 0)}`).join(', ')}`);
  const [{ audits }] = runs;
  const element = audits['lcp-breakdown-insight']?.details?.items?.find((item) => item.type === 'node');
  const tasks = audits['long-tasks']?.details?.items ?? [];
  console.log(`  drawn last: ${element?.selector}; long tasks: ${tasks.map((task) => `${Math.round(task.duration)} ms at ${Math.round(task.startTime)}`).join(', ') || 'none'}`);
  const failed = CATEGORIES.flatMap((category) => runs[0].categories[category].auditRefs)
    .map(({ id }) => runs[0].audits[id])
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0);
  for (const { id, title } of failed) console.log(`  ${id}: ${title}`);
}
process.exitCode = isEnough ? 0 : 1;
