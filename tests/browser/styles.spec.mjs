// Promise: a page looks the same in whatever order its files come.
// Must not: let the styles of all screens stand before those that the page begins with, which they refine.
// Changes: nothing.

import { expect, test } from './fixtures.mjs';
import { serve } from './serve.mjs';

test('styles stand in their order, also when the program is there before the rest of the page', async ({ page, guard }) => {
  const host = await serve('/');
  guard.origins.add(new URL(host.url).origin);
  let asked;
  const started = new Promise((done) => (asked = done));
  host.hold = (path) => {
    if (path.endsWith('.wasm')) asked();
    // Nothing of the page is read on before this script has come.
    return path.includes('/trusted-types-') ? started : null;
  };
  try {
    await page.goto(`${host.url}#/library`);
    await page.locator('[data-screen=library]').waitFor();
    const found = await page.evaluate(async () => {
      const names = (text) => [...text.matchAll(/([a-z-]+)-[0-9a-f]+\.css/g)].map(([, name]) => name);
      const html = await (await fetch('./')).text();
      return { page: names(html), all: [...document.styleSheets].flatMap(({ href }) => names(href)) };
    });
    expect(found.page).toContain('screens');
    expect(found.all.slice(0, found.page.length)).toEqual(found.page);
    expect(found.all).toContain('library');
  } finally {
    await host.close();
  }
});
