// `cargo xtask bench exam`: what drawing a form and telling the chance of passing take in Chromium, with many questions and a long log.
//
// Wants CAIRN_URL (the app, served with the track), CHROMIUM_PATH, CAIRN_WORLD (a folder with log.json). Prints a table, or with
// --json one object.

import { join } from 'node:path';
import { median } from './measure.mjs';
import { Profile } from './profile.mjs';

const URL_OF_APP = process.env.CAIRN_URL ?? 'http://localhost:8080/';
const WORLD = process.env.CAIRN_WORLD ?? '.';
const RUNS = Number(process.env.CAIRN_RUNS ?? 12);
const TRACK = 'aws-saa-c03';

/** Milliseconds between the last two marks of these names. */
const between = (page, from, to) =>
  page.evaluate(([from, to]) => performance.getEntriesByName(to).at(-1).startTime - performance.getEntriesByName(from).at(-1).startTime, [from, to]);

async function once(profile) {
  const page = await profile.open(`#/readiness/${TRACK}`);
  await page.locator('[data-screen=readiness] .chance').first().waitFor({ timeout: 60_000 });
  const readiness = await between(page, 'cairn-look', 'cairn-looked');
  await page.goto(`${URL_OF_APP}#/exams/${TRACK}`);
  await page.locator('[data-begin=mock]').click();
  await page.locator('.room-question').waitFor();
  const form = await between(page, 'cairn-form', 'cairn-formed');
  await page.close();
  return { form, readiness };
}

const profile = await Profile.start();
try {
  const runs = [];
  // The first one compiles the program. Each begins with the same log.
  for (let run = 0; run <= RUNS; run++) {
    await profile.log(join(WORLD, 'log.json'));
    runs.push(await once(profile));
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
  await profile.stop();
}
