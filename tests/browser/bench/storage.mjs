// `cargo xtask bench storage`: how much room the log takes, how fast it is written and read, in Chromium.
//
// Wants CAIRN_URL (the app, served), CHROMIUM_PATH, CAIRN_LOGS (a folder with <answers>.json). Prints a table, or with --json one
// object; progress goes to the error output.

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, percentile, snapshot, watch } from './measure.mjs';
import { Profile } from './profile.mjs';
import { table } from './table.mjs';

const LOGS = process.env.CAIRN_LOGS ?? '.';
const SIZES = (process.env.CAIRN_SIZES ?? '0,50000,200000,1000000').split(',').map(Number);
const RUNS = Number(process.env.CAIRN_RUNS ?? 8);
const APPENDS = Number(process.env.CAIRN_APPENDS ?? 200);
const ITEMS = 20_000;
/** The app makes a snapshot 20 seconds after a start that had to read much. */
const SNAPSHOT_MS = 60_000;

const say = (words) => process.stderr.write(`${words}\n`);

class Bench extends Profile {
  /** One start: milliseconds until the start page can be used, and the tasks that held up the page. */
  async startOnce() {
    const page = await this.open('#/', watch);
    await page.waitForFunction(() => globalThis.cairnBench.usable !== null, null, { timeout: 120_000 });
    // Long tasks are told of a moment later.
    await page.waitForTimeout(100);
    const { usable, long, words } = await page.evaluate(() => globalThis.cairnBench);
    const marks = await page.evaluate(() => performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime]));
    await page.close();
    return { ms: usable, longest: Math.max(0, ...long.map((task) => task.ms)), words, marks: Object.fromEntries(marks) };
  }

  async starts(fresh) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      if (fresh) await this.aside(snapshot, true);
      runs.push(await this.startOnce());
    }
    // The first one compiles the program; the browser keeps that.
    const counted = runs.slice(1);
    return {
      median: median(counted.map((run) => run.ms)),
      slowest: Math.max(...counted.map((run) => run.ms)),
      longest: median(counted.map((run) => run.longest)),
      words: counted[0].words,
      // When the app passed each of its own marks.
      marks: Object.fromEntries(Object.keys(counted[0].marks).map((name) => [name, median(counted.map((run) => run.marks[name] ?? null))])),
    };
  }

  /** Waits until the app has made a snapshot; gives its bytes. */
  async makeSnapshot() {
    const page = await this.open('#/', watch);
    const end = Date.now() + SNAPSHOT_MS;
    let bytes = 0;
    while (!bytes && Date.now() < end) {
      await page.waitForTimeout(1_000);
      bytes = await this.aside(snapshot, false);
    }
    const long = await page.evaluate(() => globalThis.cairnBench.long);
    await page.close();
    const after = long.filter((task) => task.at > 15_000).map((task) => task.ms);
    return { bytes, longest: Math.max(0, ...after) };
  }

  /** Grades so many cards of an own deck by keys. */
  async append(deck) {
    const page = await this.open(`#/study/${deck}`, watch);
    await page.locator('article.question, section.summary').first().waitFor({ timeout: 120_000 });
    const from = await page.evaluate(() => performance.now());
    let left = APPENDS;
    while (left > 0 && (await page.locator('section.summary').count()) === 0) {
      await page.keyboard.press('Enter');
      await page.locator('article.question[data-revealed=true]').waitFor();
      await page.keyboard.press('3');
      await page.locator('article.question[data-revealed=false], section.summary').first().waitFor();
      left--;
    }
    await page.waitForTimeout(500);
    const { keys, writes, long } = await page.evaluate(() => globalThis.cairnBench);
    await page.close();
    const log = writes.filter((write) => write.key.startsWith('cairn2.s.'));
    return { keys, log, long: long.filter((task) => task.at > from).map((task) => task.ms) };
  }
}

const spread = (values) => ({ p50: percentile(values, 0.5), p99: percentile(values, 0.99), max: percentile(values, 1) });

function appended(runs) {
  const keys = runs.flatMap((run) => run.keys);
  const log = runs.flatMap((run) => run.log);
  return {
    answers: keys.length,
    write: spread(log.map((write) => write.ms)),
    stored: spread(keys.map((press) => press.stored)),
    next: spread(keys.map((press) => press.next)),
    safe: spread(keys.map((press) => press.safe)),
    // Two bytes a code unit: what the browser keeps of our alphabet.
    largestBytes: 2 * Math.max(...log.map((write) => write.units)),
    long: runs.flatMap((run) => run.long).filter((ms) => ms > 50),
  };
}

async function measured(bench, answers) {
  const file = join(LOGS, `${answers}.json`);
  const texts = JSON.parse(await readFile(file, 'utf8'));
  const units = Object.entries(texts).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  await bench.log(file);
  const result = { answers, texts: Object.keys(texts).length, units, unitsEach: answers ? units / answers : null };
  say(`${answers} answers: starting ${RUNS} times without a snapshot`);
  result.replay = await bench.starts(true);
  if (answers > 0) {
    say(`${answers} answers: waiting for the snapshot`);
    await bench.aside(snapshot, true);
    result.snapshot = await bench.makeSnapshot();
    say(`${answers} answers: starting ${RUNS} times from the snapshot`);
    result.fromSnapshot = await bench.starts(false);
  }
  const decks = ['my-cards-1', 'my-cards-2', 'my-cards-3', 'my-cards-4'].slice(0, answers > 0 ? 4 : 0);
  const runs = [];
  for (const deck of decks) {
    say(`${answers} answers: grading up to ${APPENDS} cards of ${deck}`);
    runs.push(await bench.append(deck));
  }
  if (runs.length) result.append = appended(runs);
  return result;
}

function anki(answers) {
  const python = process.env.ANKI_PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import anki']).status !== 0) return null;
  say(`Anki with ${answers} answers to ${ITEMS} cards`);
  const script = fileURLToPath(new URL('anki_backend.py', import.meta.url));
  const run = spawnSync(python, [script, String(ITEMS), String(answers), String(APPENDS)], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trim().split('\n').at(-1));
}

/** A real learner's log, as the laboratory made it of the table of reviews: tidied, with the last sittings still short. */
async function real() {
  try {
    const texts = JSON.parse(await readFile(join(LOGS, 'real.json'), 'utf8'));
    const csv = await readFile(new URL('../../data/review_logs_josh.csv', import.meta.url), 'utf8');
    const answers = csv.trim().split('\n').length - 1;
    const units = Object.entries(texts).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    return { answers, texts: Object.keys(texts).length, units, unitsEach: units / answers };
  } catch {
    return null;
  }
}

const bench = await Bench.start();
const results = [];
try {
  for (const answers of SIZES) results.push(await measured(bench, answers));
} finally {
  await bench.stop();
}
const beside = anki(Math.max(...SIZES));
const ofReal = await real();
console.log(process.argv.includes('--json') ? JSON.stringify({ results, real: ofReal, anki: beside }) : table(results, ofReal, beside));
