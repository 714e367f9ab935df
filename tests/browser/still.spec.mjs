// Promise: nothing jumps when the answer appears.
// Must not: move the question, an option, a step or a pair, or scroll the page.
// Changes: answers items of every kind, of a deck of the learner's own.

import { expect, test } from './fixtures.mjs';
import { sample } from './samples/read.mjs';

/** Where everything stands that could be read before the answer came. */
const places = () => {
  const all = document.querySelectorAll('.question-head, .stem, .option, .step, .pair, .typed input');
  return [scrollY, ...[...all].map((element) => `${element.className.split(' ')[0]} ${Math.round(element.getBoundingClientRect().top)}`)];
};

for (const [name, viewport] of Object.entries({ desk: { width: 1200, height: 800 }, phone: { width: 390, height: 844 } })) {
  test(`every kind of item, on a ${name}`, async ({ page, start, decks, study }) => {
    await page.setViewportSize(viewport);
    await start.visit();
    await decks.enter();
    await decks.bring('kinds.md', sample('kinds.md'));
    const kinds = new Set();
    await study.visit('kinds');
    while (!(await study.isDone())) {
      const parts = ['options', 'steps', 'pairs'].map(async (part) => ((await study[part].count()) ? part : ''));
      (await Promise.all(parts)).filter(Boolean).forEach((part) => kinds.add(part));
      // Sides are joined first: what the keys go through may scroll the page.
      for (let left = 0; left < (await study.pairs.count()); left += 1) await study.join(left, await study.rightSide(left));
      if (await study.pairs.count()) await study.tabTo(study.check);
      const before = await page.evaluate(places);
      if (await study.pairs.count()) await page.keyboard.press('Enter');
      else await study.reveal();
      await study.revealed.waitFor();
      expect(await page.evaluate(places), await study.item()).toEqual(before);
      await study.give('Good');
    }
    expect([...kinds].sort()).toEqual(['options', 'pairs', 'steps']);
  });
}
