// Promise: once it was here, the app opens without a network, with the decks that were studied; a new version is offered and never forced.
// Must not: lose an answer, change the app under a learner's hands, or answer for anything outside its folder.
// Changes: serves copies of the built app, and takes the host away.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from './fixtures.mjs';
import { StudyPage } from './pages/study.mjs';
import { serve } from './serve.mjs';

const DIST = process.env.CAIRN_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const TRACK = 'aws-saa-c03';

const test = base.extend({
  /** Time goes by here as it does: a clock that stands still hides what the browser knows of its own requests. */
  clock: [async ({}, use) => use({ pass: async () => {} }), { auto: true }],
  /** A host for a copy of the app, under a path. */
  host: async ({ guard }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'cairn-offline-'));
    await cp(DIST, folder, { recursive: true });
    const hosts = [];
    await use(async (prefix) => {
      const host = await serve(prefix, 0, folder);
      guard.origins.add(new URL(host.url).origin);
      hosts.push(host);
      return Object.assign(host, { folder });
    });
    await Promise.all(hosts.map((host) => host.close()));
    await rm(folder, { recursive: true, force: true });
  },
});

test.use({ serviceWorkers: 'allow' });
test.setTimeout(60_000);

/** Names of what the worker keeps. */
const kept = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = names.filter((name) => name !== 'cairn-marker').map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url));
    return (await Promise.all(lists)).flat();
  });

/** Waits until the app and the deck of the track are kept, and the whole program is used from the next start on. */
async function ready(page) {
  await page.waitForFunction(() => localStorage.getItem('cairn.whole'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect.poll(async () => (await kept(page)).filter((url) => url.endsWith('_bg.wasm')).length, { timeout: 20_000 }).toBe(2);
  await expect.poll(async () => (await kept(page)).some((url) => url.includes(`decks/${TRACK}.`)), { timeout: 20_000 }).toBe(true);
}

for (const prefix of ['/', '/some/where/']) {
  test(`the second visit needs no network, at ${prefix}`, async ({ page, context, clock, host }) => {
    const site = await host(prefix);
    await page.goto(`${site.url}#/study/${TRACK}`);
    const study = new StudyPage(page, clock);
    await study.answerWith('Good');
    await ready(page);
    expect((await kept(page)).every((url) => url.startsWith(site.url))).toBe(true);
    await site.close();
    const later = await context.newPage();
    await later.goto(site.url);
    await expect(later.locator(`[data-track=${TRACK}]`)).toBeVisible();
    await later.goto(`${site.url}#/study/${TRACK}`);
    const again = new StudyPage(later, clock);
    await again.answerWith('Good');
    // What was never here is not passed off as the app.
    const stranger = await context.newPage();
    expect(await stranger.goto(`${site.url}decks/nothing-is-here`).catch(String)).toContain('net::ERR_');
    await stranger.close();
    // Every other screen, too, and a reload anywhere.
    for (const [address, heading] of [['plan', /plan/i], [`exams/${TRACK}`, /Solutions Architect|SAA/], ['decks', /decks/i], ['data', /Settings/]]) {
      await later.goto(`${site.url}#/${address}`);
      await later.reload();
      await expect(later.getByRole('heading', { level: 1 })).toContainText(heading);
    }
  });
}

test('a deck that is opened while the worker is still being installed is kept, too', async ({ page, host }) => {
  const site = await host('/');
  // The worker's own look at the page comes second, and waits until the deck is here.
  let goOn;
  const deck = new Promise((done) => (goOn = done));
  site.hold = async (path) => {
    const looks = site.asked.filter((name) => name === '/' || name === '/index.html').length;
    if ((path === '/' || path === '/index.html') && looks > 1) await deck;
  };
  await page.goto(site.url);
  await expect.poll(() => site.asked.filter((name) => name === '/' || name === '/index.html').length, { timeout: 20_000 }).toBeGreaterThan(1);
  await page.goto(`${site.url}#/study/${TRACK}`);
  await page.locator('article.question').waitFor();
  expect((await kept(page)).some((url) => url.includes(`decks/${TRACK}.`))).toBe(false);
  goOn();
  await expect.poll(async () => (await kept(page)).some((url) => url.includes(`decks/${TRACK}.`)), { timeout: 20_000 }).toBe(true);
});

test('a deck that was never here is told as missing, and nothing breaks', async ({ page, guard, host }) => {
  const site = await host('/');
  await page.goto(`${site.url}#/study/${TRACK}`);
  await page.locator('article.question').waitFor();
  await ready(page);
  await site.close();
  await page.goto(`${site.url}#/study/cncf-cka`);
  await expect(page.getByRole('button', { name: /Try again/ })).toBeVisible();
  await page.goto(`${site.url}#/study/${TRACK}`);
  await expect(page.locator('article.question')).toBeVisible();
  // The browser itself speaks of the host that isn't there.
  guard.troubles.splice(0, guard.troubles.length, ...guard.troubles.filter((words) => !/Failed to load resource|net::ERR/.test(words)));
});

/** The next version of the app: another page, and the worker that belongs to it. */
async function publish(folder) {
  const change = async (name, from, to) => {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(from);
    await writeFile(path, text.replace(from, to));
  };
  await change('index.html', '<title>Cairn</title>', '<title>Cairn</title><meta name="edition" content="next">');
  await change('sw.js', /const VERSION = "[^"]+"/, 'const VERSION = "next"');
}

test('a new version waits until it is taken, and takes no answer along', async ({ page, clock, host }) => {
  const site = await host('/');
  await page.goto(`${site.url}#/study/${TRACK}`);
  const study = new StudyPage(page, clock);
  await study.answerWith('Good');
  await ready(page);
  await page.goto(site.url);
  await page.reload();
  await publish(site.folder);
  await page.goto(`${site.url}#/study/${TRACK}`);
  const item = await study.item();
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => Boolean(registration.waiting)))).toBe(true);
  // Not a word while a question is on the screen, and the app is the old one.
  await expect(page.locator('[data-update]:not(html)')).toHaveCount(0);
  expect(await study.item()).toBe(item);
  await page.reload();
  await expect(page.locator('meta[name=edition]')).toHaveCount(0);
  await page.goto(`${site.url}#/`);
  await page.getByRole('button', { name: 'Load it now' }).click();
  await expect(page.locator('meta[name=edition]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Load it now' })).toHaveCount(0);
  await expect(page.locator(`[data-track=${TRACK}]`)).toContainText(/1/);
  // The old version is gone, the new one works without the host.
  await site.close();
  await page.reload();
  await expect(page.locator('meta[name=edition]')).toHaveCount(1);
  await page.goto(`${site.url}#/study/${TRACK}`);
  await expect(page.locator('article.question')).toBeVisible();
});

test('a file that was changed on its way does not start', async ({ page, guard, host }) => {
  const site = await host('/');
  const first = (await readFile(join(site.folder, 'index.html'), 'utf8')).match(/boot-[0-9a-f]+\.js/)[0];
  const name = (await readFile(join(site.folder, first), 'utf8')).match(/first-[0-9a-f]+_bg\.wasm/)[0];
  const bytes = await readFile(join(site.folder, name));
  bytes[bytes.length - 1] ^= 1;
  await writeFile(join(site.folder, name), bytes);
  await page.goto(site.url);
  await expect.poll(() => guard.troubles.some((words) => /integrity/i.test(words))).toBe(true);
  await expect(page.getByText('did not arrive whole, or was changed on its way')).toBeVisible();
  await expect(page.locator('[data-screen]')).toHaveCount(0);
  guard.troubles.length = 0;
});

test('the manifest names icons that are there, one of them for masks', async ({ page, request, baseURL }) => {
  await page.goto('./');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await request.get(new URL(address, baseURL).href)).json();
  expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' });
  expect(manifest.icons.map((icon) => icon.purpose)).toContain('maskable');
  for (const icon of manifest.icons) {
    const bytes = await (await request.get(new URL(icon.src, baseURL).href)).body();
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(`${width}x${height}`, icon.src).toBe(icon.sizes);
  }
});
