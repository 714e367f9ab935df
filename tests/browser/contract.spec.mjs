// Promise: local storage and the second copy do what the log relies on; the same checks hold for slots in memory (`tests/slots.rs`).
// Must not: lose, change or half-write a text; hide a store that is full.
// Changes: everything in both stores, and takes it away again. Wants the app built with the feature `contract`; `cargo xtask test
// --only browser` builds it and names the folder in CAIRN_CONTRACT.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.mjs';

const BUILT = process.env.CAIRN_CONTRACT;

test('local storage and the second copy keep the contract', async ({ page }) => {
  test.skip(!BUILT, 'the checks are not built');
  test.setTimeout(180_000);
  await page.route('**/contract/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1);
    const contentType = name.endsWith('.wasm') ? 'application/wasm' : name.endsWith('.js') ? 'text/javascript' : 'text/html';
    const body = name.endsWith('.html') ? '<!doctype html><script type="module" src="start.js"></script>'
      : name === 'start.js' ? 'import start from "./contract.js"; start();'
      : await readFile(join(BUILT, name));
    await route.fulfill({ contentType, body });
  });
  await page.goto('./contract/page.html');
  await page.waitForFunction(() => globalThis.cairnContract, null, { timeout: 170_000 });
  const outcomes = await page.evaluate(() => globalThis.cairnContract);
  expect(outcomes.length).toBeGreaterThan(12);
  expect(outcomes.filter(([, words]) => words)).toEqual([]);
});
