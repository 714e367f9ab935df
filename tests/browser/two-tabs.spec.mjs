// Promise: two tabs may be used at the same time, and what is answered in either is there for both.
// Must not: lose an answer, count one twice, or ask in one tab what was just answered in the other.
// Changes: answers 1,000 items, 500 in each of two tabs.

import { expect, pagesOf, test } from './fixtures.mjs';
import { answersIn, chunks, copies, namesIn } from './log.mjs';

const EACH = 500;

/** A deck of cards, in as few words as may be. */
function cards(deck) {
  const card = (n) => `## Card ${n} {#c${n} .card}\n\nq${n}\n\n---\n\na${n}\n`;
  return `---\ndeck: ${deck}\nname: ${deck}\n---\n\n${Array.from({ length: EACH }, (_, n) => card(n)).join('\n')}`;
}

/**
 * Answers cards by keys until the session is over, as fast as the page takes them. The keys are pressed in the page itself: two
 * thousand of them from outside would take a minute. What each does is waited for, as a learner does.
 */
function race() {
  const keys = (name) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  const asked = () => document.querySelector('article.question');
  const changed = (until) => new Promise((done) => {
    if (until()) return done();
    const observer = new MutationObserver(() => {
      if (until()) {
        observer.disconnect();
        done();
      }
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  return (async () => {
    const answered = [];
    while (!document.querySelector('section.summary')) {
      const { item } = asked().dataset;
      keys('Enter');
      await changed(() => asked()?.dataset.revealed === 'true');
      keys('4');
      await changed(() => document.querySelector('section.summary') ?? (asked() && asked().dataset.item !== item));
      answered.push(item);
    }
    return answered;
  })();
}

test('500 answers in each of two tabs at the same time are all there, each once', async ({ context, clock }) => {
  test.setTimeout(90_000);
  const tabs = [pagesOf(await context.newPage(), clock), pagesOf(await context.newPage(), clock)];
  const [first] = tabs;
  await first.start.visit();
  await first.decks.enter();
  for (const deck of ['left', 'right']) await first.decks.bring(`${deck}.md`, cards(deck));
  await first.data.enter();
  await first.data.set(first.data.newPerDay, 999);
  await tabs[0].study.visit('left');
  await tabs[1].study.visit('right');
  for (const tab of tabs) await expect(tab.study.bar).toContainText('500');

  const answered = await Promise.all(tabs.map((tab) => tab.page.evaluate(race)));
  const items = answered.flat();
  expect(new Set(items).size).toBe(2 * EACH);

  // Each tab knows what the other answered, without a reload.
  for (const tab of tabs) {
    await expect(tab.study.saved).toHaveText('Saved');
    await tab.data.enter();
    await tab.data.expectKept(2 * EACH, 2 * EACH);
  }
  for (const tab of tabs) {
    await tab.page.reload();
    await tab.data.expectKept(2 * EACH, 2 * EACH);
    await expect(tab.data.notice.filter({ hasNotText: 'backup' })).toHaveCount(0);
  }
  const backup = await first.data.exportedAsText();
  expect(answersIn(backup).map((answer) => answer.item).sort()).toEqual(items.toSorted());
  const names = namesIn(backup);
  expect(new Set(names).size, 'no name of a fact was used twice').toBe(names.length);
  expect(await copies(first.page), 'both copies have it').toEqual(await chunks(first.page));
});

test('what one tab answers, or takes back, the other knows at once', async ({ context, clock }) => {
  const here = pagesOf(await context.newPage(), clock);
  const there = pagesOf(await context.newPage(), clock);
  await here.start.visit();
  await here.data.enter();
  await there.study.visit('aws-saa-c03');
  const open = await there.study.item();

  await here.study.visit('aws-saa-c03');
  const answered = [];
  for (let n = 0; n < 3; n++) answered.push((await here.study.answerWith('Easy')).item);
  expect(answered[0], 'both had begun with the same').toBe(open);
  // A question that is open stays open. What comes after it is none of those.
  expect(await there.study.item()).toBe(open);
  await there.study.answerWith('Easy');
  expect(answered).not.toContain(await there.study.item());

  await here.page.keyboard.press('u');
  await expect(here.study.asking).toHaveAttribute('data-item', answered[2]);
  for (const tab of [here, there]) {
    await tab.data.enter();
    await tab.data.expectKept(3, 2);
  }
  for (const tab of [here, there]) {
    await tab.page.reload();
    await tab.data.expectKept(3, 2);
  }
});

test('news from another tab does not undo what is being typed', async ({ context, clock }) => {
  const [first, second] = [pagesOf(await context.newPage(), clock), pagesOf(await context.newPage(), clock)];
  await first.start.visit();
  await first.data.enter();
  await second.study.visit('aws-saa-c03');
  for (const [index, value] of ['15', '35'].entries()) {
    const field = index === 0 ? first.data.newPerDay : first.page.locator('#leech');
    await field.fill(value);
    await second.study.answerWith('Good');
    // The news is here, and the field is as it was typed.
    await first.data.expectKept(index + 1, index + 1);
    await expect(field).toHaveValue(value);
    await field.press('Tab');
  }
  await first.page.reload();
  await expect(first.data.newPerDay).toHaveValue('15');
  await expect(first.page.locator('#leech')).toHaveValue('35');
});
