// The browser is killed (kill -9, its whole process group) at a random moment while answers are typed, again and again on the same
// profile. Whatever the page had shown as “Saved” must be there afterwards, and the log must open with nothing wrong in it.
//
//   npm ci; node kill.mjs [--browser chromium|firefox] [--rounds N] [--answers 200] [--seed S]
//
// The built app is served from dist/ (or $CAIRN_DIST), as a plain static host would.

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { serve } from '../browser/serve.mjs';
import { forget, launch } from './browsers.mjs';
import * as learner from './learner.mjs';
import { record } from './recorder.mjs';

const ROUNDS = { chromium: 20, firefox: 10 };
/** A round takes seconds on an idle machine. */
const PATIENCE_MS = 120_000;
/** What the app says of something it has found and put right; anything else is a fault. */
const MENDED = /^(The browser had not kept the last of your answers|The browser had cleared this page's local storage|The second copy of your log was gone)/;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    answers: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One browser, killed again and again. */
class Trial {
  saved = new Map();
  lost = new Set();
  faults = [];
  rounds = 0;
  /** Facts that local storage alone had lost, by what the app says it put back. */
  putBack = 0;

  constructor(name, profile, url, random) {
    Object.assign(this, { name, profile, url, random });
  }

  open() {
    return launch(this.name, this.profile, async (page) => {
      await page.exposeFunction('cairnSaved', (text) => {
        for (const fact of JSON.parse(text)) this.saved.set(`${fact.writer}:${fact.number}`, fact);
      });
      await page.evaluateOnNewDocument(record);
    });
  }

  fault(words) {
    this.faults.push(`round ${this.rounds}: ${words}`);
    console.log(`  FAULT ${words}`);
  }

  /** Looks at what is there against what was shown as saved. */
  async check(page) {
    await learner.enterStart(page, this.url);
    for (const words of await learner.notices(page)) {
      if (MENDED.test(words)) this.putBack++;
      else if (!/backup/i.test(words)) this.fault(`the start page says: ${words}`);
    }
    this.tracks ??= await learner.tracks(page);
    await learner.enterData(page, this.url);
    const there = await learner.facts(page);
    for (const [id, fact] of this.saved) {
      const what = there.get(id);
      const said = what?.answered;
      const right = what && (!said || (said.item === fact.item && (!/[1-4]/.test(fact.key) || String(said.grade) === fact.key)));
      if (!right && !this.lost.has(id)) {
        this.lost.add(id);
        this.fault(`${id} was saved as ${JSON.stringify(fact)}, and there is ${JSON.stringify(what)}`);
      }
    }
    this.#whole(there);
    const undone = [...there.values()].filter((what) => what.undone).length;
    const answers = [...there.values()].filter((what) => what.answered).length - undone;
    const kept = await learner.kept(page);
    if (kept !== answers) this.fault(`the data page says ${kept} answers, the export has ${answers}`);
    return there.size;
  }

  /** Each writer's facts have numbers from 1 without a gap: no half of anything. */
  #whole(there) {
    const highest = new Map();
    const counts = new Map();
    for (const id of there.keys()) {
      const [writer, number] = id.split(':');
      highest.set(writer, Math.max(highest.get(writer) ?? 0, Number(number)));
      counts.set(writer, (counts.get(writer) ?? 0) + 1);
    }
    for (const [writer, count] of counts) {
      if (highest.get(writer) !== count) this.fault(`${writer} has ${count} facts up to number ${highest.get(writer)}`);
    }
  }

  /** Types answers until the browser is gone. */
  async round(answers) {
    this.rounds++;
    const { browser, page, kill } = await this.open();
    const facts = await this.check(page);
    if (this.rounds === 1) await learner.wantMany(page);
    const before = this.saved.size;
    const last = 1 + Math.floor(this.random() * answers);
    const delay = this.random() * 60;
    const gone = new Promise((done) => browser.process().once('exit', done));
    const started = Date.now();
    let typed = 0;
    let after = null;
    let killed;
    const blow = () => {
      if (after !== null) return;
      after = Date.now() - started;
      killed = kill();
    };
    // A connection that hangs ends in the same way.
    const guard = setTimeout(async () => {
      console.log(`  ${this.name} ${this.rounds}: nothing moves any more after ${typed} answers; the page shows:`);
      const shown = page.evaluate(() => `${location.hash} ${document.activeElement?.outerHTML.slice(0, 200)}\n${document.body.innerText}`);
      console.log(await Promise.race([shown.catch(String), sleep(5_000, 'nothing, it does not answer')]));
      blow();
    }, PATIENCE_MS);
    const typing = this.#type(page, () => {
      // Typing goes on until the blow falls.
      if (++typed === last) setTimeout(blow, delay);
    });
    // After the blow the connection may fail or stay silent.
    await Promise.race([gone, typing.catch((error) => after === null && Promise.reject(error))]);
    await gone;
    await killed;
    clearTimeout(guard);
    console.log(`  ${this.name} ${this.rounds}: ${facts} facts found; killed after ${typed} answers and ${after} ms, `
      + `${this.saved.size - before} facts shown as saved`);
  }

  async #type(page, answered) {
    for (let track = this.rounds; ; track++) {
      await learner.enterStudy(page, this.url, this.tracks[track % this.tracks.length]);
      while (await learner.answer(page, String(1 + Math.floor(this.random() * 4)))) answered();
    }
  }

  async finish() {
    this.rounds++;
    const { browser, page } = await this.open();
    this.found = await this.check(page);
    await browser.close();
  }
}

async function trial(name) {
  const site = await serve('/');
  const profile = await mkdtemp(join(tmpdir(), `cairn-kill-${name}-`));
  const run = new Trial(name, profile, site.url, chance(Number(values.seed)));
  const rounds = Number(values.rounds ?? ROUNDS[name]);
  for (let round = 0; round < rounds; round++) await run.round(Number(values.answers));
  await run.finish();
  await site.close();
  await forget(profile);
  console.log(`${name}: killed ${rounds} times; ${run.saved.size} facts were shown as saved, ${run.lost.size} of them are lost; `
    + `${run.found} facts are there; something was put back into local storage after ${run.putBack} of the kills; ${run.faults.length} faults`);
  return run.faults.length === 0;
}

let sound = true;
for (const name of values.browser ?? ['chromium', 'firefox']) sound = (await trial(name)) && sound;
process.exit(sound ? 0 : 1);
