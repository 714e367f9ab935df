// Promise: every screen can be used with a screen reader, by keyboard, in light and dark, and on a narrow phone.
// Must not: break a rule of WCAG 2.2 AA that a program can check, or make anybody scroll sideways at 320 px.
// Changes: goes through every screen, which answers items, brings a deck, and damages a value on purpose.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.mjs';
import { tour } from './tour.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is wrong on the page as it is, in lines that say where. */
async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`axe finds nothing on any screen in ${colorScheme}`, async ({ page, pages }) => {
      test.setTimeout(120_000);
      let looked = 0;
      await tour(pages, async (screen) => {
        expect.soft(await violations(page), screen).toEqual([]);
        looked++;
      });
      expect(looked).toBeGreaterThan(25);
    });
  });
}

for (const [name, viewport] of Object.entries({ '320 px': { width: 320, height: 640 }, 'a phone on its side': { width: 640, height: 320 } })) {
  test.describe(name, () => {
    test.use({ viewport });

    test(`nothing is wider than the page at ${name}`, async ({ page, pages }) => {
      test.setTimeout(60_000);
      /** What sticks out, and the screens where the page is wider than the view because of it. */
      const tooWide = {};
      await tour(pages, async (screen) => {
        const widest = await page.evaluate(() => {
          // Whatever question was drawn: one of its options is a block of code.
          const code = document.createElement('pre');
          code.textContent = 'kubectl get pods --all-namespaces --field-selector=status.phase=Running';
          document.querySelector('.option-button .option-text')?.append(code);
          try {
            const root = document.scrollingElement;
            if (root.scrollWidth <= root.clientWidth) return null;
            const right = (element) => element.getBoundingClientRect().right;
            const [first] = [...document.querySelectorAll('body *')].filter((element) => right(element) > root.clientWidth + 0.5);
            return `${first?.outerHTML.slice(0, 80)} (the page is ${root.scrollWidth} px wide)`;
          } finally {
            code.remove();
          }
        });
        if (widest) (tooWide[widest] ??= []).push(screen);
      });
      expect(tooWide).toEqual({});
    });
  });
}

test('the switch for light and dark is obeyed and kept', async ({ page, start }) => {
  await start.visit();
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  const button = page.getByRole('button', { name: /^Appearance: / });
  await expect(button).toHaveAccessibleName('Appearance: system');
  await button.click();
  await expect(button).toHaveAccessibleName('Appearance: light');
  expect(await background()).toBe(light);
  await button.click();
  await expect(button).toHaveAccessibleName('Appearance: dark');
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  await start.ready();
  expect(await background()).toBe(dark);
});

test('a new question takes the focus, and its title names the deck', async ({ page, study }) => {
  await study.visit('aws-saa-c03');
  await expect(study.heading).toBeFocused();
  await expect(page).toHaveTitle(/ – Cairn$/);
  await study.answerWith('Good');
  await expect(study.heading).toBeFocused();
});

test('the verdict is announced', async ({ study }) => {
  await study.visit('aws-saa-c03');
  await expect(study.question.getByRole('status')).toHaveText('');
  await study.reveal();
  await expect(study.question.getByRole('status')).toHaveText(/Right|Not right|The answer is shown\./);
});
