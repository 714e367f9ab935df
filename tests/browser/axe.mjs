// What a program can check of accessibility, in light and in dark.

import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The themes differ in colours alone, so these are what is looked at a second time. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What is wrong on the page as it is, in lines that say where. */
export async function violations(page) {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    // Without motion: a colour on its way to another is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // There are no frames, which alone need a page of their own for the result.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await (colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(COLOURS)).analyze();
    for (const { id, nodes } of violations) {
      found.push(...nodes.map((node) => `${colorScheme}: ${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return found;
}

/** Axe finds nothing on the page, and nothing sticks out of it. */
export async function expectUsable(page, name) {
  expect.soft(await violations(page), name).toEqual([]);
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
  expect.soft(wide, `${name} is too wide`).toBeLessThanOrEqual(0);
}
