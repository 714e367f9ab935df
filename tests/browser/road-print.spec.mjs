// Promise: the roadmap on paper reads as well as on the screen: white in every theme, nothing to press, everything that was folded away.
// Must not: cut a line off at the edge of the page.
// Changes: lays a path, ticks something.

import { expect, test as base } from './fixtures.mjs';
import { RoadPage } from './pages/road.mjs';
import { FONTS, STILL } from './pictures.mjs';

const test = base.extend({ road: ({ page }, use) => use(new RoadPage(page)) });

const PATH = 'accelerated-devops-sre';

/** What an A4 page holds at 96 dots to an inch, with margins of 15 mm. */
const PAPER = { width: 680, height: 1_010 };

test.use({ bypassCSP: true });
test.skip(process.platform !== 'linux', 'letters look otherwise on this system');

test('paper is white in every theme, and its first page is the one that was looked at', async ({ page, road }) => {
  test.setTimeout(120_000);
  await road.lay(PATH, { hours: 50, from: '2026-11-21' });
  await page.setViewportSize(PAPER);
  for (const [name, at] of [['timeline', ''], ['list', '/list'], ['money', '/money'], ['skills', '/skills'], ['path', `/path/${PATH}`]]) {
    await page.emulateMedia({ media: 'screen' });
    await road.visit(at);
    await page.addStyleTag({ content: FONTS });
    await page.emulateMedia({ media: 'print', colorScheme: 'light', reducedMotion: 'reduce' });
    await page.evaluate(() => scrollTo(0, 0));
    await expect.soft(page).toHaveScreenshot([`paper-${name}.png`], STILL);
    // The dark theme's paper is the same paper.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark', reducedMotion: 'reduce' });
    await expect.soft(page).toHaveScreenshot([`paper-${name}.png`], STILL);
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    expect.soft(wide, `${name} is wider than the paper`).toBeLessThanOrEqual(0);
    for (const pressed of await road.screen.getByRole('button').all()) {
      await expect.soft(pressed, `${name}: a button on paper`).toBeHidden();
    }
  }
});

test('what is folded away on the screen is on paper', async ({ page, road }) => {
  await road.visit(`/path/${PATH}`);
  const section = road.screen.locator('details').filter({ has: page.locator('li') }).first();
  const line = section.locator('li').first();
  await section.evaluate((details) => { details.open = false; });
  await expect(line).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(line).toBeVisible();
});
