// Real browsers with a profile on the disk, started with as few switches as possible: what a switch turns off cannot fail here.

import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { SWITCHES } from '../browser/switches.mjs';

const CHROMIUM = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
const FIREFOX = process.env.FIREFOX_PATH || '/usr/bin/firefox-esr';

/** Starts `chromium` or `firefox` on a profile. `prepare` runs in the page before its own scripts. */
export async function launch(name, profile, prepare) {
  const browser = name === 'firefox' ? await firefox(profile) : await chromium(profile);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.setViewport({ width: 1200, height: 800 });
  page.setDefaultTimeout(60_000);
  if (prepare) await prepare(page);
  return { browser, page, kill: () => kill(browser) };
}

function chromium(profile) {
  return puppeteer.launch({
    executablePath: CHROMIUM,
    ignoreDefaultArgs: true,
    args: ['--headless', ...SWITCHES, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    protocolTimeout: 600_000,
  });
}

function firefox(profile) {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    userDataDir: profile,
    protocolTimeout: 600_000,
  });
}

/** Ends the browser as `kill -9` does, with every process of its group, and waits until it is gone. */
async function kill(browser) {
  const child = browser.process();
  const gone = new Promise((done) => (child.exitCode ?? child.signalCode) === null ? child.once('exit', done) : done());
  process.kill(-child.pid, 'SIGKILL');
  await gone;
  // Puppeteer puts the profile's preferences back, of which it tells nobody.
  await sleep(2_000);
}

/** Takes a profile away. Helpers of a killed browser may still be writing in it for a moment. */
export function forget(profile) {
  return rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
