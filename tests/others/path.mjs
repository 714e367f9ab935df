// The short path, written once for every browser: what is promised, in the order in which a learner meets it.
//
// Each promise stands on the one before. `trip` holds the tab, the host, and what was seen on the way.

import { strict as assert } from 'node:assert';
import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, serve } from '../browser/serve.mjs';
import * as learner from './learner.mjs';

const TRACK = 'aws-saa-c03';

/** In the page: tries to ask a stranger, to show a stranger's picture, and to run a text. Gives what the policy stopped. */
async function forbidden() {
  const stopped = new Set();
  // A text that is to be run may be stopped by either of two rules first.
  const rule = (event) => event.effectiveDirective.replace(/-elem$|^require-trusted-types-for$/, '') || 'script-src';
  document.addEventListener('securitypolicyviolation', (event) => stopped.add(rule(event)));
  await fetch('https://stranger.example/').catch(() => {});
  new Image().src = 'https://stranger.example/picture.png';
  try {
    globalThis.eval('1 + 1');
    stopped.add('eval ran');
  } catch {
    // As it should be; the event tells which rule it was.
  }
  const until = Date.now() + 5_000;
  while (stopped.size < 3 && Date.now() < until) await new Promise((done) => requestAnimationFrame(done));
  return [...stopped].sort();
}

export const PATH = [
  ['the app opens from a folder of a plain host and asks a question', async ({ tab, host }) => {
    await learner.begin(tab, host.url, TRACK);
  }],

  ['three answers are given, each is shown as saved', async (trip) => {
    const items = [];
    for (let count = 0; count < 3; count += 1) items.push(await learner.answer(trip.tab));
    assert.equal(new Set(items).size, 3, 'three different items');
  }],

  ['the answers are there after a reload', async ({ tab }) => {
    await tab.reload();
    assert.match(await learner.today(tab), /\b3 answers (in \d+ minutes? )?today/);
    assert.match(await learner.kept(tab), /^3 answers to 3 items are kept/);
  }],

  ['a mock exam is sat against the clock, handed in and scored', async (trip) => {
    trip.score = await learner.sitExam(trip.tab, TRACK);
    await trip.tab.reload();
    assert.equal(await trip.tab.read('.score-number', /\d/), trip.score, 'the score after a reload');
    trip.kept = await learner.kept(trip.tab);
    assert.match(trip.kept, /^5 answers to 5 items are kept/);
  }],

  ['everything is exported to a file', async (trip) => {
    trip.file = await learner.exportAll(trip.tab);
    assert.match(trip.file.bytes.toString('latin1').split('\n')[0], /^cairn-backup 2 \d+ \d+$/);
  }],

  ['the file brings the answers into a fresh profile', async (trip) => {
    const tab = await trip.fresh();
    const said = await learner.importAll(tab, trip.host.url, trip.file.path);
    assert.match(said, / adds 5 answers and /);
    assert.equal(await learner.kept(tab), trip.kept);
    await tab.reload();
    assert.equal(await learner.kept(tab), trip.kept, 'after a reload');
    await tab.follow(`#/exams/${TRACK}`, 'exam');
    await tab.read('section[aria-labelledby=sat]', new RegExp(`5 questions.*\\D${trip.score}, pass`));
  }],

  ['a visit without the host opens the app and asks a question', async ({ tab, host }) => {
    await learner.ready(tab, TRACK);
    await host.close();
    await tab.comeBack(host.url);
    assert.match(await learner.today(tab), /\b5 answers (in \d+ minutes? )?today/);
    await tab.follow(`#/study/${TRACK}`, 'study');
    await learner.answer(tab);
  }],

  ['nothing was asked for outside the folder, and no page complained', async ({ tabs, host }) => {
    const folder = new URL(host.url).pathname;
    assert.deepEqual(host.asked.filter((path) => !path.startsWith(folder)), [], 'paths outside the folder');
    for (const tab of tabs) assert.deepEqual(await tab.complaints(), [], 'complaints');
  }],

  // Last, since the browser complains of each.
  ['what the policy of the page forbids does not run', async ({ tab }) => {
    assert.deepEqual(await tab.evaluate(forbidden), ['connect-src', 'img-src', 'script-src']);
  }],

  ['a file that was changed on its way does not start', async (trip) => {
    const folder = await mkdtemp(join(tmpdir(), 'cairn-changed-'));
    let host;
    try {
      await cp(DIST, folder, { recursive: true });
      const name = (await readdir(folder)).find((name) => /^first-.*\.wasm$/.test(name));
      await appendFile(join(folder, name), Buffer.from([0]));
      host = await serve('/', 0, folder);
      const tab = await trip.fresh();
      await tab.load(host.url);
      await tab.read('#boot', /did not arrive whole, or was changed on its way/);
      assert.ok(host.asked.some((path) => path.endsWith(name)), 'the file was asked for');
      assert.equal(await tab.evaluate(() => document.querySelectorAll('[data-screen]').length), 0, 'screens');
    } finally {
      await host?.close();
      await rm(folder, { recursive: true, force: true });
    }
  }],
];
