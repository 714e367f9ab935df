// `cargo xtask bench exam`: what drawing a form and telling the chance of passing take in Chromium, with many questions and a long log.
//
// Wants CAIRN_URL (the app, served), CHROMIUM_PATH, CAIRN_WORLD (a folder with index.bin, bench.pack and log.json). Prints a table, or with
// --json one object.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { SWITCHES } from '../switches.mjs';
import { load, median } from './measure.mjs';

const URL_OF_APP = process.env.CAIRN_URL ?? 'http://localhost:8080/';
const WORLD = process.env.CAIRN_WORLD ?? '.';
const RUNS = Number(process.env.CAIRN_RUNS ?? 12);
const TRACK = 'aws-saa-c03';

/** Milliseconds between the last two marks of these names. */
const between = (page, from, to) =>
  page.evaluate(([from, to]) => performance.getEntriesByName(to).at(-1).startTime - performance.getEntriesByName(from).at(-1).startTime, [from, to]);

async function once(context) {
  const page = await context.newPage();
  await page.goto(`${URL_OF_APP}#/readiness/${TRACK}`);
  await page.locator('[data-screen=readiness] .chance').first().waitFor({ timeout: 60_000 });
  const readiness = await between(page, 'cairn-look', 'cairn-looked');
  await page.goto(`${URL_OF_APP}#/exams/${TRACK}`);
  await page.locator('[data-begin=mock]').click();
  await page.locator('.room-question').waitFor();
  const form = await between(page, 'cairn-form', 'cairn-formed');
  await page.close();
  return { form, readiness };
}

const profile = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: SWITCHES,
});
const bytes = (name) => readFile(join(WORLD, name));
await context.route('**/decks/index.bin', async (route) => route.fulfill({ body: await bytes('index.bin') }));
await context.route('**/decks/bench.pack', async (route) => route.fulfill({ body: await bytes('bench.pack') }));
try {
  const runs = [];
  // The first one compiles the program. Each begins with the same log.
  for (let run = 0; run <= RUNS; run++) {
    const aside = await context.newPage();
    await aside.goto(`${URL_OF_APP}decks/nothing-is-here`);
    await aside.evaluate(load, JSON.parse(await readFile(join(WORLD, 'log.json'), 'utf8')));
    await aside.close();
    runs.push(await once(context));
  }
  const counted = runs.slice(1);
  const form = median(counted.map((run) => run.form));
  const readiness = median(counted.map((run) => run.readiness));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ runs: RUNS, form, readiness }));
  } else {
    console.log(`in Chromium, median of ${RUNS} starts`);
    console.log(`${form.toFixed(1).padStart(8)} ms  a form drawn and its sitting begun`);
    console.log(`${readiness.toFixed(1).padStart(8)} ms  the whole readiness screen: chance, eight weeks back, domains, advice`);
  }
} finally {
  await context.close();
  await rm(profile, { recursive: true, force: true });
}
