// Promise: every screen can be used with a screen reader, by keyboard, in light and dark, and on a narrow phone.
// Must not: break a rule of WCAG 2.2 AA that a program can check, or make anybody scroll sideways at 320 px.
// Changes: goes through every screen, which answers items, brings a deck, and damages a value on purpose.

import { violations } from './axe.mjs';
import { expect, test } from './fixtures.mjs';
import { tour } from './tour.mjs';

test('axe finds nothing on any screen, in light and in dark', async ({ page, pages }) => {
  test.setTimeout(300_000);
  let looked = 0;
  await tour(pages, async (screen) => {
    expect.soft(await violations(page), screen).toEqual([]);
    looked++;
  });
  expect(looked).toBeGreaterThan(25);
});

/** What sticks out of the page, if it is wider than the view. */
function tooWide() {
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
}

/** What can be pressed and is smaller than 24 by 24 px, apart from links within a text (WCAG 2.5.8). */
function tooSmall() {
  const all = document.querySelectorAll('a, button, input, select, textarea, summary, [role=button], [role=radio], [role=checkbox], [role=option]');
  const isSmall = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: false })) return false;
    // What belongs to a label is pressed by it.
    const target = element.closest('label') ?? element;
    const { width, height } = target.getBoundingClientRect();
    if (width === 0 || height === 0 || element.closest('.visually-hidden') || element.classList.contains('skip')) return false;
    const isInText = element.tagName === 'A' && getComputedStyle(element).display === 'inline';
    return !isInText && (width < 24 || height < 24);
  };
  return [...all].filter(isSmall).map((element) => element.outerHTML.slice(0, 100));
}

const DESK = { width: 1200, height: 800 };
const PHONE = { width: 390, height: 844 };
const NARROW = {
  '320 px': { width: 320, height: 640 },
  'a phone on its side': { width: 640, height: 320 },
  'a window of 1280 by 800 at 200 %': { width: 640, height: 400 },
};

test('nothing is wider than the page, however narrow, zoomed or large the letters; what can be pressed is large enough', async ({ page, pages }) => {
  test.setTimeout(300_000);
  const found = {};
  const note = (what, screen) => what && (found[what] ??= []).push(screen);
  const letters = (size) => page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
  await tour(pages, async (screen) => {
    for (const [name, viewport] of Object.entries(NARROW)) {
      await page.setViewportSize(viewport);
      note(await page.evaluate(tooWide), `${screen}, ${name}`);
    }
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      for (const small of await page.evaluate(tooSmall)) note(small, `${screen}, ${viewport.width} px`);
    }
    await letters('200%');
    note(await page.evaluate(tooWide), `${screen}, letters of twice the size`);
    await letters('');
  });
  expect(found).toEqual({});
});

test('the focus goes through every screen, is seen and is never covered', async ({ page, pages }) => {
  test.setTimeout(300_000);
  const found = {};
  await tour(pages, async (screen) => {
    const before = await page.evaluateHandle(() => document.activeElement);
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      for (let step = 0; step < 20; step += 1) {
        await page.keyboard.press('Tab');
        const wrong = await page.evaluate(wrongFocus);
        if (wrong === 'left') break;
        if (wrong) (found[wrong] ??= []).push(`${screen}, ${viewport.width} px`);
      }
    }
    // The tour goes on from where it was.
    await before.evaluate((element) => element.focus?.({ preventScroll: true }));
  });
  expect(found).toEqual({});
});

/** What is wrong with the element that has the focus: it is not to be seen, or has no ring. `left`: the page has no more. */
function wrongFocus() {
  const element = document.activeElement;
  if (!element || element === document.body) return 'left';
  // A radio button that lies in its label shows its ring there.
  const shown = element.closest('.chip')?.querySelector('span') ?? element;
  const box = shown.getBoundingClientRect();
  const style = getComputedStyle(shown);
  const name = shown.outerHTML.slice(0, 80);
  if (box.bottom <= 0 || box.top >= innerHeight) return `out of view: ${name}`;
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const parent = getComputedStyle(shown.parentElement);
  if (!ring && parent.outlineStyle === 'none') return `no ring: ${name}`;
  const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max((box.top + box.bottom) / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const isOurs = top && (shown.contains(top) || top.contains(shown) || element.contains(top) || element.closest('label')?.contains(top));
  return isOurs ? null : `covered by ${top?.outerHTML.slice(0, 60)}: ${name}`;
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
