// Firefox, through the protocol that it speaks by itself (WebDriver BiDi).

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser, createProfile, WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX as LISTENING } from '@puppeteer/browsers';
import puppeteer from 'puppeteer-core';
import { borrow, homeIn, start } from './leash.mjs';
import { find, Tab } from './tab.mjs';

const PROGRAM = process.env.FIREFOX || '/usr/bin/firefox-esr';
/** For one answer of the browser. */
const PATIENCE_MS = 30_000;
/** For ending by itself, with everything on the disk. */
const FAREWELL_MS = 10_000;

export class Firefox extends Tab {
  #folder;
  #browser;
  #page;
  #end;
  #troubles = [];

  /** Starts it on a fresh profile. */
  static async open() {
    const firefox = new Firefox();
    firefox.#folder = borrow('firefox');
    firefox.downloads = join(firefox.#folder.path, 'downloads');
    try {
      await mkdir(firefox.downloads);
      // Beside what Puppeteer prefers for tests: nothing calls home, nothing asks.
      const preferences = { 'browser.download.folderList': 2, 'browser.download.dir': firefox.downloads };
      await createProfile(Browser.FIREFOX, { path: join(firefox.#folder.path, 'profile'), preferences });
      await firefox.#start();
    } catch (error) {
      await firefox.end();
      throw error;
    }
    return firefox;
  }

  async #start() {
    // What it leaves beside its profile goes away with it.
    const env = process.platform === 'linux' ? homeIn(this.#folder.path) : process.env;
    const args = ['--headless', '--profile', join(this.#folder.path, 'profile'), '--remote-debugging-port=0', 'about:blank'];
    // On Windows the program that is started gives way to another one.
    if (process.platform === 'win32') args.unshift('--wait-for-browser');
    // Puppeteer would start it, too, but could not end it should this program be killed meanwhile.
    const { child, end } = start(PROGRAM, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#end = end;
    const browserWSEndpoint = `${await address(child)}/session`;
    this.#browser = await puppeteer.connect({
      browserWSEndpoint,
      protocol: 'webDriverBiDi',
      protocolTimeout: PATIENCE_MS,
      defaultViewport: { width: 1200, height: 800 },
    });
    [this.#page] = await this.#browser.pages();
    this.#page.on('console', (message) => message.type() === 'error' && this.#troubles.push(`console: ${message.text()}`));
    this.#page.on('pageerror', (error) => this.#troubles.push(`uncaught: ${error.message}`));
  }

  load(url) {
    return this.#page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  reload() {
    return this.#page.reload({ waitUntil: 'domcontentloaded' });
  }

  /** A later day: the browser was ended, and is started anew on the same profile. */
  async comeBack(url) {
    await this.#quit();
    await this.#start();
    await this.load(url);
  }

  evaluate(see, ...args) {
    return this.#page.evaluate(see, ...args);
  }

  async element(css, which) {
    return (await this.#page.evaluateHandle(find, css, which)).asElement();
  }

  async clickOn(css, which) {
    await (await this.element(css, which)).click();
  }

  async write(css, text) {
    await (await this.element(css, 0)).click({ count: 3 });
    await this.#page.keyboard.type(text);
  }

  press(letter) {
    return this.#page.keyboard.press(letter);
  }

  async pick(css, which, option) {
    const select = await this.element(css, which);
    await select.select(await select.evaluate((element, option) => element.options[option].value, option));
  }

  async attach(css, file) {
    await (await this.#page.$(css)).uploadFile(file);
  }

  /** What the pages complained of. */
  async complaints() {
    return this.#troubles;
  }

  /** Lets it end by itself; what hangs is ended by force. */
  async #quit() {
    const late = new AbortController();
    await Promise.race([this.#browser?.close().catch(() => {}), pause(FAREWELL_MS, null, { signal: late.signal }).catch(() => {})]);
    late.abort();
    await this.#end?.();
  }

  async end() {
    await this.#quit();
    await this.#folder.remove();
  }
}

/** Where it listens, which it says itself. */
async function address(child) {
  const late = AbortSignal.timeout(PATIENCE_MS);
  return new Promise((done, failed) => {
    createInterface({ input: child.stderr }).on('line', (line) => LISTENING.test(line) && done(LISTENING.exec(line)[1]));
    child.once('error', failed).once('exit', () => failed(new Error('Firefox ended at once')));
    late.addEventListener('abort', () => failed(new Error('Firefox does not say where it listens')));
  });
}
