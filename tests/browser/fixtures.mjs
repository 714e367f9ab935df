// What every spec imports instead of Playwright's own `test`: a clock that stands still, pages that know the locators, and a guard
// that fails a test on any console error, uncaught error, or request to another host.

import { test as base, expect } from '@playwright/test';
import { Clock } from './clock.mjs';
import { DataPage } from './pages/data.mjs';
import { DecksPage } from './pages/decks.mjs';
import { StartPage } from './pages/start.mjs';
import { StudyPage } from './pages/study.mjs';

export { expect };

/** What must not happen anywhere, whatever a spec is about. */
class Guard {
  /** Origins that pages may ask for files. */
  origins = new Set();
  troubles = [];
  /** Every request of the test, in order. */
  requests = [];

  watch(context) {
    context.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.troubles.push(`uncaught: ${error.error().message}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      this.requests.push(request.url());
      // `blob:` and `data:` come from the page itself; a blob's origin is that of its page.
      if (url.protocol !== 'data:' && !this.origins.has(url.origin)) this.troubles.push(`a stranger was asked: ${url}`);
    });
  }
}

/** The four pages of one tab. */
export function pagesOf(page, clock) {
  return {
    page,
    clock,
    start: new StartPage(page),
    study: new StudyPage(page, clock),
    decks: new DecksPage(page),
    data: new DataPage(page),
  };
}

export const test = base.extend({
  guard: [
    async ({ context, baseURL }, use) => {
      const guard = new Guard();
      guard.origins.add(new URL(baseURL).origin);
      guard.watch(context);
      await use(guard);
      expect(guard.troubles, 'console errors, uncaught errors and requests to strangers').toEqual([]);
    },
    { auto: true },
  ],
  clock: [
    async ({ context }, use) => {
      const clock = new Clock(context);
      await clock.start();
      await use(clock);
    },
    { auto: true },
  ],
  pages: async ({ page, clock }, use) => use(pagesOf(page, clock)),
  start: async ({ pages }, use) => use(pages.start),
  study: async ({ pages }, use) => use(pages.study),
  decks: async ({ pages }, use) => use(pages.decks),
  data: async ({ pages }, use) => use(pages.data),
});
