// A browser with a profile of its own, as a learner has it: what was compiled and stored is there at the next start.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { SWITCHES } from '../switches.mjs';
import { load } from './measure.mjs';

const URL_OF_APP = process.env.CAIRN_URL ?? 'http://localhost:8080/';

export class Profile {
  static async start() {
    const profile = new this();
    profile.folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
    profile.context = await chromium.launchPersistentContext(profile.folder, {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      viewport: { width: 1200, height: 800 },
      args: SWITCHES,
    });
    // A first visit, after which the browser has the whole program, as it does for everybody who comes back.
    const page = await profile.context.newPage();
    await page.goto(URL_OF_APP);
    await page.waitForFunction(() => localStorage.getItem('cairn.whole'), null, { timeout: 60_000 });
    await page.close();
    return profile;
  }

  async stop() {
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A page of the same origin without the app, and something done in it. */
  async aside(task, argument) {
    const page = await this.context.newPage();
    await page.goto(`${URL_OF_APP}decks/nothing-is-here`);
    try {
      return await page.evaluate(task, argument);
    } finally {
      await page.close();
    }
  }

  /** Puts the log of this file into the stores, in place of what is there. */
  async log(file) {
    await this.aside(load, JSON.parse(await readFile(file, 'utf8')));
  }

  /** Opens a screen in a new tab; `watch` runs in it before the app. */
  async open(hash = '#/', watch = () => {}) {
    const page = await this.context.newPage();
    await page.addInitScript(watch);
    await page.goto(`${URL_OF_APP}${hash}`);
    return page;
  }
}
