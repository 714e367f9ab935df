// The short path in other browsers than Chromium. Prints a line for each promise and ends with the count, in Playwright's words.
//
//   npm ci; node run.mjs [firefox] [webkit]
//
// The built app is served from dist/ (or $CAIRN_DIST), as a plain static host would. $FIREFOX, $WEBKIT_DRIVER
// and $XVFB name the programs.

import { serve } from '../browser/serve.mjs';
import { Firefox } from './firefox.mjs';
import { PATH } from './path.mjs';
import { WebKit } from './webkit.mjs';

const BROWSERS = { firefox: Firefox, webkit: WebKit };
/** Where the app lies on its host. */
const FOLDER = '/study/cairn/';

const seconds = (since) => `${((Date.now() - since) / 1_000).toFixed(1)} s`;
/** What is quoted must not look like a count of ours. */
const quoted = (text) => text.replaceAll(/^/gm, '      | ');

/** Goes the path until a promise is broken. Gives how many were kept and whether all were. */
async function go(name) {
  const host = await serve(FOLDER);
  const tabs = [];
  const fresh = async () => {
    const tab = await BROWSERS[name].open();
    tabs.push(tab);
    return tab;
  };
  let passed = 0;
  try {
    const trip = { host, tabs, fresh, tab: await fresh() };
    for (const [promise, keep] of PATH) {
      const started = Date.now();
      try {
        await keep(trip);
      } catch (error) {
        console.log(`  FAILED  ${name}: ${promise} (${seconds(started)})\n${quoted(error.message)}`);
        for (const tab of tabs) console.log(quoted(await shown(tab)));
        return { passed, sound: false };
      }
      passed += 1;
      console.log(`  ok  ${name}: ${promise} (${seconds(started)})`);
    }
    return { passed, sound: true };
  } catch (error) {
    console.log(`  FAILED  ${name} did not start\n${quoted(error.message)}`);
    return { passed, sound: false };
  } finally {
    for (const tab of tabs) await tab.end();
    await host.close();
  }
}

/** What stands on a page, for whoever reads of a failure. */
async function shown(tab) {
  try {
    const text = await tab.evaluate(() => `${location.hash}\n${document.querySelector('main')?.innerText ?? document.body.innerText}`);
    return `the page shows ${text.replaceAll(/\n\s*/g, '\n').slice(0, 800)}\nit complained of: ${(await tab.complaints()).join('; ') || 'nothing'}`;
  } catch (error) {
    return `the page does not answer: ${error.message}`;
  }
}

// An ordinary end: browsers and folders go when we go.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const started = Date.now();
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BROWSERS);
const outcomes = [];
for (const name of names) outcomes.push(await go(name));
const failed = outcomes.filter(({ sound }) => !sound).length;
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const missing = names.length * PATH.length - passed - failed;
if (failed) console.log(`  ${failed} failed`);
if (missing) console.log(`  ${missing} not reached`);
console.log(`  ${passed} passed (${seconds(started)})`);
process.exit(failed ? 1 : 0);
