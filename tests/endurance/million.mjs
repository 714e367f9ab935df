// A million answers, settings and 2,000 own cards in the local storage of one origin: they fit, the app starts on them, and one more
// answer can be given and is there after a restart.
//
//   npm ci; CAIRN_LOG=log.json node million.mjs [--browser chromium|firefox]
//
// The log is made by `cargo xtask bench log --answers 1000000 --own-cards 2000 --out log.json`; `cargo xtask bench million` does both.

import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../browser/bench/measure.mjs';
import { serve } from '../browser/serve.mjs';
import { forget, launch } from './browsers.mjs';
import * as learner from './learner.mjs';

const QUOTA_UNITS = 5_242_880;
const ANSWERS = 1_000_000;

const { values } = parseArgs({ options: { browser: { type: 'string', multiple: true } } });

const texts = JSON.parse(await readFile(process.env.CAIRN_LOG ?? 'log.json', 'utf8'));

/** Code units of everything in local storage; runs in the page. */
const units = () => Object.entries({ ...localStorage }).reduce((sum, [key, text]) => sum + key.length + text.length, 0);

/** The largest text that still goes in, so that the quota is seen and not believed; runs in the page. */
function room() {
  let fits = 0;
  for (let step = 4_194_304; step >= 1; step /= 2) {
    try {
      localStorage.setItem('room', 'x'.repeat(fits + step));
      fits += step;
    } catch {
      // Half of it is tried next.
    }
  }
  localStorage.removeItem('room');
  return fits + 'room'.length;
}

async function trial(name) {
  const site = await serve('/');
  const profile = await mkdtemp(join(tmpdir(), `cairn-million-${name}-`));
  const faults = [];
  const wrong = (words) => {
    faults.push(words);
    console.log(`  FAULT ${words}`);
  };

  let { browser, page } = await launch(name, profile);
  page.setDefaultTimeout(300_000);
  await page.goto(`${site.url}nothing-is-here`);
  await page.evaluate(load, texts);
  const used = await page.evaluate(units);
  const left = await page.evaluate(room);
  console.log(`${name}: ${used} of ${QUOTA_UNITS} code units used (${((100 * used) / QUOTA_UNITS).toFixed(1)} %), room for ${left} more`);

  const started = Date.now();
  await learner.enterStart(page, site.url);
  console.log(`  started on it by replay in ${((Date.now() - started) / 1_000).toFixed(1)} s`);
  for (const words of await learner.notices(page)) console.log(`  the start page says: ${words}`);
  await learner.enterData(page, site.url);
  const before = await learner.kept(page);
  if (before !== ANSWERS) wrong(`${before} answers are kept, not ${ANSWERS}`);
  await learner.enterStudy(page, site.url, 'my-cards-1');
  const given = Date.now();
  if (!(await learner.answer(page, '3'))) wrong('there was nothing to answer');
  await page.waitForFunction(() => document.querySelector('p.saved')?.textContent === 'Saved');
  console.log(`  one more answer was saved; typing it and waiting took ${Date.now() - given} ms`);
  await browser.close();

  ({ browser, page } = await launch(name, profile));
  page.setDefaultTimeout(300_000);
  await learner.enterData(page, site.url);
  const after = await learner.kept(page);
  if (after !== before + 1) wrong(`after a restart ${after} answers are kept, not ${before + 1}`);
  for (const words of await learner.notices(page)) console.log(`  after a restart the data page says: ${words}`);
  await browser.close();
  await site.close();
  await forget(profile);
  console.log(`${name}: ${faults.length} faults`);
  return faults.length === 0;
}

let sound = true;
for (const name of values.browser ?? ['chromium', 'firefox']) sound = (await trial(name)) && sound;
process.exit(sound ? 0 : 1);
