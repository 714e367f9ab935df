// Promise: the app talks to nobody but the host it came from, and that host may serve it under any path.
// Must not: ask for anything outside its own folder, whatever the learner does.
// Changes: goes through every screen. The guard of the fixtures watches every other spec as well.

import { expect, pagesOf, test } from './fixtures.mjs';
import { serve } from './serve.mjs';
import { tour } from './tour.mjs';

test('no request leaves the host, all through a day', async ({ baseURL, guard, pages }) => {
  await tour(pages, async () => {});
  const asked = guard.requests.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'));
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !url.startsWith(baseURL))).toEqual([]);
});

test('it works from a folder of a plain host', async ({ browser, clock, guard }) => {
  const host = await serve('/some/where/');
  guard.origins.add(new URL(host.url).origin);
  const context = await browser.newContext({ baseURL: host.url });
  guard.watch(context);
  await clock.alsoIn(context);
  try {
    const { page, start, study, data } = pagesOf(await context.newPage(), clock);
    await start.visit();
    await start.pick('aws-saa-c03');
    await study.settled();
    await study.answerWith('Good');
    expect(page.url()).toBe(`${host.url}#/study/aws-saa-c03`);
    await page.reload();
    await study.settled();
    await data.enter();
    await data.expectKept(1, 1);
    expect(host.asked.length).toBeGreaterThan(5);
    expect(host.asked.filter((path) => !path.startsWith('/some/where/'))).toEqual([]);
  } finally {
    await context.close();
    await host.close();
  }
});

test('what should ask a stranger is stopped by the page itself', async ({ page, guard, start }) => {
  await start.visit();
  const outcome = await page.evaluate(() => fetch('https://stranger.example/').then(() => 'went', () => 'stopped'));
  expect(outcome).toBe('stopped');
  // The guard has seen it, or the browser's word about the policy: this is what it is there for.
  expect(guard.troubles.join('\n')).toMatch(/Content Security Policy|stranger/);
  guard.troubles.length = 0;
});
