// Promise: every kind of item can be answered by keyboard alone and by mouse or touch alone, and is marked for what was answered.
// Must not: take an answer that is not complete, or call a wrong one right.
// Changes: brings a deck with one item of each kind and answers it.

import { expect, test } from './fixtures.mjs';
import { sample } from './samples/read.mjs';

const RIGHT_OPTIONS = { 'c-single': ['10.1.2.3'], 'd-multiple': ['TCP', 'SCTP'] };
const STEPS = ['SYN', 'SYN-ACK', 'ACK'];
const PAIRS = [
  ['22', 'Secure Shell'],
  ['53', 'Domain names'],
  ['443', 'Web over TLS'],
];
const COMMAND = 'kubectl get pods -n shop';

/** The whole deck, in the order in which it is asked. */
const ALL = ['a-card', 'b-cloze:1', 'c-single', 'd-multiple', 'e-order', 'f-match', 'g-typed', 'h-case'];

const slugOf = (item) => item.slice('kinds/'.length);
const exactly = (text) => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

/** The option with a text. */
const option = (study, text) =>
  study.options.filter({ has: study.page.locator('.option-text', { hasText: exactly(text) }) });

/** Options to pick: the right ones, or as many with one that is wrong. */
async function optionsFor(study, slug, right) {
  const texts = (await study.options.locator('.option-text').allTextContents()).map((text) => text.trim());
  const rights = RIGHT_OPTIONS[slug];
  const wrong = texts.find((text) => !rights.includes(text));
  return right ? rights : [...rights.slice(1), wrong];
}

/** What a hand on the keyboard does. */
const keyboard = {
  async choose(study, texts) {
    const keys = study.page.keyboard;
    const shown = (await study.options.locator('.option-text').allTextContents()).map((text) => text.trim());
    for (const text of texts) await keys.press(String(shown.indexOf(text) + 1));
  },
  async move(study, from, to) {
    await study.tabTo(study.steps.nth(from));
    for (let place = from; place !== to; place += Math.sign(to - from)) {
      await study.page.keyboard.press(to > from ? 'ArrowDown' : 'ArrowUp');
    }
    // The step keeps the focus at its new place.
    await expect(study.steps.nth(to)).toBeFocused();
  },
  async join(study, left, right) {
    await study.join(left, right);
  },
  async type(study, text) {
    await expect(study.field).toBeFocused();
    await study.page.keyboard.type(text);
  },
  async send(study) {
    // From a list box Enter goes nowhere, so the way leads over the button there.
    if (await study.selects.count()) await study.tabTo(study.check);
    await study.page.keyboard.press('Enter');
  },
  async tick(study, place) {
    await study.tabTo(study.rubric.nth(place));
    await study.page.keyboard.press('Space');
  },
  async grade(study) {
    await study.page.keyboard.press('3');
  },
};

/** What a finger does. */
const touch = {
  async choose(study, texts) {
    for (const text of texts) await option(study, text).click();
  },
  async move(study, from, to) {
    for (let place = from; place !== to; place += Math.sign(to - from)) {
      await study.steps.nth(place).getByRole('button', { name: to > from ? 'Move down' : 'Move up' }).click();
    }
  },
  async join(study, left, right) {
    await study.selects.nth(left).selectOption({ label: right });
  },
  async type(study, text) {
    await study.field.fill(text);
  },
  async send(study) {
    await study.check.click();
  },
  async tick(study, place) {
    await study.rubric.nth(place).click();
  },
  async grade(study) {
    await study.grade('Good').click();
  },
};

/** Puts the steps into this order. */
async function arrange(study, hand, wanted) {
  for (const [place, text] of wanted.entries()) {
    const shown = (await study.steps.locator('.option-text').allTextContents()).map((text) => text.trim());
    const from = shown.indexOf(text);
    if (from !== place) await hand.move(study, from, place);
    await expect(study.steps.nth(place).locator('.option-text')).toHaveText(text);
  }
}

/** Answers the item that is shown, right or wrong, and checks what the app says of it. */
async function answer(study, hand, right) {
  const slug = slugOf(await study.item());
  const verdict = right ? 'Right' : 'Not right';
  switch (slug) {
    case 'a-card':
      await hand.send(study);
      await expect(study.answer).toContainText('443, or 8443');
      await expect(study.verdict).toHaveCount(0);
      break;
    case 'b-cloze:1':
      await expect(study.blanks).toHaveCount(1);
      await expect(study.stem).toHaveText(/TCP opens with number segments; UDP needs none\./);
      await hand.send(study);
      await expect(study.stem.locator('mark')).toHaveText('three');
      break;
    case 'c-single':
    case 'd-multiple':
      await expect(study.check).toBeDisabled();
      await hand.choose(study, await optionsFor(study, slug, right));
      await hand.send(study);
      await expect(study.verdict).toHaveText(verdict);
      break;
    case 'e-order':
      await arrange(study, hand, right ? STEPS : STEPS.toReversed());
      await hand.send(study);
      await expect(study.verdict).toHaveText(verdict);
      break;
    case 'f-match': {
      const rights = PAIRS.map(([, text]) => text);
      if (!right) rights.push(rights.shift());
      await expect(study.pairs.locator('.option-text')).toHaveText(PAIRS.map(([left]) => left));
      for (const [left, text] of rights.entries()) {
        await expect(study.check).toBeDisabled();
        await hand.join(study, left, text);
      }
      await hand.send(study);
      await expect(study.verdict).toHaveText(verdict);
      break;
    }
    case 'g-typed':
      await expect(study.check).toBeDisabled();
      await hand.type(study, right ? COMMAND : 'kubectl get pods');
      await hand.send(study);
      await expect(study.verdict).toHaveText(verdict);
      await expect(study.answer).toContainText(right ? 'Without the flag' : 'This lists the default namespace.');
      break;
    case 'h-case':
      await hand.send(study);
      await expect(study.answer).toContainText('kubectl scale deployment web');
      await expect(study.verdict).toHaveText('0 of 4 points');
      await expect(study.suggested).toHaveAttribute('data-grade', 'Again');
      await hand.tick(study, 0);
      await hand.tick(study, 1);
      await expect(study.verdict).toHaveText('3 of 4 points');
      await expect(study.suggested).toHaveAttribute('data-grade', 'Hard');
      if (right) {
        await hand.tick(study, 2);
        await expect(study.verdict).toHaveText('4 of 4 points');
        await expect(study.suggested).toHaveAttribute('data-grade', 'Good');
      }
      break;
    default:
      throw new Error(`nobody says how to answer ${slug}`);
  }
  await expect(study.revealed).toBeVisible();
  if (slug !== 'h-case') await expect(study.suggested).toHaveAttribute('data-grade', right || /^[ab]-/.test(slug) ? 'Good' : 'Again');
  return slug;
}

test.beforeEach(async ({ start, decks }) => {
  await start.visit();
  await decks.enter();
  await decks.bring('kinds.md', sample('kinds.md'));
});

for (const [name, hand] of Object.entries({ keyboard, touch })) {
  for (const right of [true, false]) {
    test(`every kind is answered ${right ? 'right' : 'wrong'} by ${name}`, async ({ clock, study, data }) => {
      await study.visit('kinds');
      const asked = [];
      while (!(await study.isDone())) {
        asked.push(await answer(study, hand, right));
        await clock.pass(10);
        await hand.grade(study);
      }
      expect(asked.sort()).toEqual(ALL);
      await data.enter();
      await data.expectKept(ALL.length, ALL.length);
    });
  }
}

test('the two deletions of a cloze are asked on different days', async ({ clock, page, study }) => {
  await study.visit('kinds');
  while (!(await study.isDone())) await study.answerWith('Easy');
  await clock.eveningOfDay(1);
  await page.reload();
  await study.settled();
  expect(slugOf(await study.item())).toBe('b-cloze:2');
  await expect(study.blanks).toHaveCount(1);
  await expect(study.stem).toContainText('TCP opens with three segments');
  await study.answerWith('Good');
  expect(await study.isDone()).toBe(true);
});

test('fewer options than wanted cannot be sent, more cannot be picked', async ({ page, study }) => {
  await study.visit('kinds');
  while (slugOf(await study.item()) !== 'c-single') await study.answerWith('Good');
  const picked = study.options.and(page.locator('[aria-checked=true]'));

  await expect(study.check).toHaveText(/^Choose one/);
  await page.keyboard.press('Enter');
  await expect(study.asking, 'none of one').toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await expect(picked, 'the second pick takes the place of the first').toHaveCount(1);
  await expect(study.options.nth(1)).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('2');
  await expect(picked, 'and is taken away by itself').toHaveCount(0);
  await expect(study.check).toBeDisabled();
  await page.keyboard.press('1');
  await expect(study.check).toHaveText(/^Check/);
  await page.keyboard.press('Enter');
  await study.revealed.waitFor();
  await page.keyboard.press('3');
  await study.settled();

  expect(slugOf(await study.item())).toBe('d-multiple');
  await expect(study.check).toHaveText(/^Choose 2 more/);
  await page.keyboard.press('1');
  await expect(study.check).toHaveText(/^Choose 1 more/);
  await expect(study.check).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(study.asking, 'one of two').toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await expect(picked, 'a third is not taken').toHaveCount(2);
  await page.keyboard.press('9');
  await expect(picked, 'nor one that is not there').toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(study.revealed).toBeVisible();
});

test('what was picked cannot be changed once the answer is shown', async ({ page, study }) => {
  await study.visit('kinds');
  while (slugOf(await study.item()) !== 'c-single') await study.answerWith('Good');
  await option(study, '8.8.8.8').click();
  await study.check.click();
  await expect(study.verdict).toHaveText('Not right');
  // It is no longer enabled, and a click goes there all the same.
  await option(study, '10.1.2.3').click({ force: true });
  await expect(study.verdict).toHaveText('Not right');
  await expect(option(study, '8.8.8.8')).toHaveAttribute('aria-checked', 'true');
  expect(await page.locator('[aria-checked=true]').count()).toBe(1);
});

test('Enter on the button that moves a step moves it, and does not send the answer', async ({ page, study }) => {
  await study.visit('kinds');
  while (slugOf(await study.item()) !== 'e-order') await study.answerWith('Good');
  const before = await study.steps.locator('.option-text').allTextContents();
  await study.tabTo(study.steps.first().getByRole('button', { name: 'Move down' }));
  await page.keyboard.press('Enter');
  await expect(study.asking).toBeVisible();
  await expect(study.steps.locator('.option-text')).toHaveText([before[1], before[0], before[2]]);
});

test('going through a list box with the arrow keys takes nothing from another pair', async ({ page, study }) => {
  await study.visit('kinds');
  while (slugOf(await study.item()) !== 'f-match') await study.answerWith('Good');
  await study.tabTo(study.selects.first());
  await page.keyboard.press('ArrowDown');
  const first = await study.rightSide(0);
  await expect(study.selects.first().locator('option:checked')).toHaveText(first);
  await study.tabTo(study.selects.nth(1));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(study.selects.first().locator('option:checked')).toHaveText(first);
});

test('keys grade after a click into the field of a typed answer', async ({ page, study }) => {
  await study.visit('kinds');
  while (slugOf(await study.item()) !== 'g-typed') await study.answerWith('Good');
  await study.field.fill(COMMAND);
  await study.check.click();
  await study.revealed.waitFor();
  await study.field.click();
  await page.keyboard.press('Enter');
  await expect(study.asking).toHaveAttribute('data-item', 'kinds/h-case');
});
