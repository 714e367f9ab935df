// `cargo xtask bench drill`: what asking a question of each drill takes in Chromium, from the address that names it to the question that
// is ready to be drawn: making it, and the session around it.
//
// Wants CAIRN_URL (the app) and CHROMIUM_PATH. Prints a table, or with --json one object.

import { median, percentile } from './measure.mjs';
import { Profile } from './profile.mjs';

const ROUNDS = Number(process.env.CAIRN_RUNS ?? 5);

/** Every skill that the list leads to. */
const skills = () => [...document.querySelectorAll('.drill-levels a')].map((link) => link.getAttribute('href'));

/** Opens one after another, and gives what each took. */
async function ask(hashes) {
  const turn = () => new Promise((done) => setTimeout(done, 5));
  const took = [];
  for (const hash of hashes) {
    performance.clearMarks();
    location.hash = hash;
    for (let waited = 0; performance.getEntriesByName('cairn-drilled').length === 0 && waited < 200; waited++) await turn();
    const [from, to] = ['cairn-drill', 'cairn-drilled'].map((name) => performance.getEntriesByName(name)[0].startTime);
    took.push({ hash, ms: to - from });
  }
  return took;
}

const profile = await Profile.start();
try {
  const page = await profile.open('#/drills');
  await page.locator('.drill-list').first().waitFor({ timeout: 60_000 });
  const hashes = await page.evaluate(skills);
  // The first round compiles what makes them.
  await page.evaluate(ask, hashes);
  const runs = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(...(await page.evaluate(ask, hashes)));
  const times = runs.map((run) => run.ms);
  const [p50, p99, max] = [percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)];
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ skills: hashes.length, questions: runs.length, p50, p99, max }));
  } else {
    console.log(`in Chromium, ${hashes.length} skills, ${runs.length} questions`);
    console.log(`${p50.toFixed(2).padStart(8)} ms  p50 ${p99.toFixed(2).padStart(8)} ms  p99 ${max.toFixed(2).padStart(8)} ms  max`);
    // What else the browser did meanwhile strikes one skill in one round: the median of its rounds is the skill's own.
    const own = hashes.map((hash) => ({ hash, ms: median(runs.filter((run) => run.hash === hash).map((run) => run.ms)) }));
    const slowest = own.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
    console.log(`the slowest skills by the median of ${ROUNDS}: ${slowest.map((of) => `${of.hash.split('/').at(-1)} ${of.ms.toFixed(2)} ms`).join(', ')}`);
  }
} finally {
  await profile.stop();
}
