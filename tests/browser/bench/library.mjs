// `cargo xtask bench library`: how long each letter of a search in a library of so many items takes in Chromium.
//
// Wants CAIRN_URL (the app, served with the track), CHROMIUM_PATH, CAIRN_WORLD (a folder with items.json and log.json). Prints a table, or
// with --json one object.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { percentile } from './measure.mjs';
import { Profile } from './profile.mjs';

const WORLD = process.env.CAIRN_WORLD ?? '.';
/** Words that many items have, words that few have, and words that none has; each is typed letter by letter. */
const WORDS = ['item 1', 'question 77', 'the exam', 'xyzzy', 'a b c'];

/** Enters text as a key does, and waits until the page has what follows from it, and until that is painted. */
async function enter(text) {
  const field = document.getElementById('search');
  const turn = () =>
    new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(null);
    });
  // A key comes after a frame and not within it: drawing that frame is none of its work.
  await new Promise((done) => requestAnimationFrame(done));
  await turn();
  const from = performance.now();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await turn();
  const there = performance.now();
  await new Promise((done) => requestAnimationFrame(done));
  await turn();
  return { there: there - from, painted: performance.now() - from };
}

/** Waits until nothing was planned for a second. */
async function settled() {
  const steps = () => performance.getEntriesByName('cairn-planned').length;
  for (let before = -1; before !== steps(); ) {
    before = steps();
    await new Promise((done) => setTimeout(done, 1_000));
  }
}

const profile = await Profile.start();
try {
  await profile.log(join(WORLD, 'log.json'));
  const items = JSON.parse(await readFile(join(WORLD, 'items.json'), 'utf8'));
  const page = await profile.open('#/library');
  await page.locator('[data-found]', { hasText: `${items} items` }).waitFor({ timeout: 60_000 });
  const type = async (words, runs) => {
    for (const text of [...words].map((_, place) => words.slice(0, place + 1)).concat('')) runs.push({ text, ...(await page.evaluate(enter, text)) });
  };
  // Who opens the library first of all types while the day is still being planned.
  const early = [];
  await type(WORDS[0], early);
  await page.evaluate(settled);
  const runs = [];
  for (const words of WORDS) await type(words, runs);
  const spread = (values) => ({ p50: percentile(values, 0.5), p99: percentile(values, 0.99), max: Math.max(...values) });
  const there = spread(runs.map((run) => run.there));
  const painted = spread(runs.map((run) => run.painted));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ items, letters: runs.length, there, painted, early: spread(early.map((run) => run.there)) }));
  } else {
    const line = (of) => `${of.p50.toFixed(1).padStart(8)} ms  p50 ${of.p99.toFixed(1).padStart(8)} ms  p99 ${of.max.toFixed(1).padStart(8)} ms  max`;
    console.log(`in Chromium, ${items} items, ${runs.length} letters typed or taken away`);
    console.log(`${line(there)}   until the page has what was found`);
    console.log(`${line(painted)}   until it is painted`);
    const slowest = runs.toSorted((a, b) => b.there - a.there).slice(0, 5);
    console.log(`${line(spread(early.map((run) => run.there)))}   the same for the first word, while the plan of a cold start is still being made`);
    console.log(`slowest: ${slowest.map((run) => `“${run.text}” ${run.there.toFixed(1)} ms`).join(', ')}`);
  }
} finally {
  await profile.stop();
}
