// How the browser tests run. `cargo xtask test --only browser` serves the release build and sets CAIRN_URL and CHROMIUM_PATH;
// by hand: `cargo xtask serve --no-open --port 8080`, then `npx playwright test` in this folder.

import { defineConfig } from '@playwright/test';
import { SWITCHES } from './switches.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  // Each run empties it first, so two runs at once need two of them.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  outputDir: process.env.CAIRN_RESULTS ?? 'results',
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A test that passes at the second try has failed.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  use: {
    // It ends in `/`, and tests go to `./`, so that the app may lie under any path.
    baseURL: process.env.CAIRN_URL ?? 'http://localhost:8080/',
    viewport: { width: 1200, height: 800 },
    deviceScaleFactor: 1,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // What a test says of requests must not pass a worker by; the specs of the service worker allow it.
    serviceWorkers: 'block',
    // Recording each step of each test takes a third of the time; CAIRN_TRACE=1 does it to see how one went wrong.
    trace: process.env.CAIRN_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: SWITCHES,
    },
  },
});
