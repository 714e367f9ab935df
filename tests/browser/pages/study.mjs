// The study page: one item at a time.
//
//   [data-screen=study]
//     .notice                                       an answer that is not saved yet
//     p.saved[role=status]                          "Saving…", "Saved"
//     .session-bar
//     article[data-item][data-revealed]
//       h1 (kind, deck, New | Again, task)  .stem
//       .options [role=radio | checkbox] | ol.steps li#step-0 | .pairs .pair select | form.typed input
//       section.answer .verdict .explanation ul.references ul.rubric
//     footer .actions button (Check) | [data-grade=Good] .grade-next, .tools
//   or section.summary

import { expect } from '@playwright/test';

/** Seconds that an answer takes. */
const THINKING = 10;

export class StudyPage {
  constructor(page, clock) {
    this.page = page;
    this.clock = clock;
    this.screen = page.locator('[data-screen=study]');
    this.notice = this.screen.locator('.notice');
    this.tryAgain = this.notice.getByRole('button', { name: 'Try again' });
    this.saved = this.screen.locator('p.saved');
    this.bar = this.screen.locator('.session-bar');
    this.question = this.screen.locator('article.question');
    this.asking = this.screen.locator('article.question[data-revealed=false]');
    this.revealed = this.screen.locator('article.question[data-revealed=true]');
    this.heading = this.question.getByRole('heading', { level: 1 });
    this.stem = this.question.locator('.stem');
    this.blanks = this.stem.locator('.blank');
    this.options = this.question.locator('.option-button');
    this.group = this.question.locator('.options');
    this.steps = this.question.locator('.steps > li');
    this.pairs = this.question.locator('.pair');
    this.selects = this.question.locator('.pair select');
    this.field = this.question.getByLabel('Your answer');
    this.check = this.screen.locator('.actions-inner > button, form.typed > button');
    this.answer = this.question.getByRole('region', { name: 'Answer' });
    this.verdict = this.answer.locator('.verdict');
    this.rubric = this.answer.locator('.rubric').getByRole('checkbox');
    this.references = this.answer.getByRole('list', { name: 'References' }).getByRole('link');
    this.grades = this.screen.locator('[data-grade]');
    this.suggested = this.screen.locator('[data-grade].suggested');
    this.undo = this.screen.locator('.tools').getByRole('button', { name: 'Undo' });
    this.bury = this.screen.getByRole('button', { name: 'Bury' });
    this.suspend = this.screen.getByRole('button', { name: 'Suspend' });
    this.flag = this.screen.getByRole('button', { name: 'Flag' });
    this.summary = this.screen.locator('section.summary');
  }

  /** Opens a track or deck by its address. */
  async visit(deck) {
    await this.page.goto(`./#/study/${deck}`);
    await this.asks(`^="${deck}/"`);
  }

  /** Opens a drill by its address, to practise it. */
  async practise(skill) {
    await this.page.goto(`./#/practice/${skill}`);
    await this.asks(`="${skill}"`);
  }

  /** The question that an address leads to is asked, or its session is over; one that stood there before may do so for a moment yet. */
  async asks(item) {
    await this.screen.locator(`article.question[data-revealed=false][data-item${item}]`).or(this.summary).waitFor();
  }

  /** Answers every question of a run; gives what was asked. */
  async practised() {
    const stems = [];
    while (!(await this.isDone())) {
      stems.push(await this.stem.innerText());
      await this.reveal();
      await this.give('Good');
    }
    return stems;
  }

  /** A question is asked, or the session is over. */
  async settled() {
    await this.asking.or(this.summary).waitFor();
  }

  async isDone() {
    await this.settled();
    return this.summary.isVisible();
  }

  /** The id of the item that is shown. */
  item() {
    return this.question.getAttribute('data-item');
  }

  grade(word) {
    return this.screen.locator(`[data-grade=${word}]`);
  }

  /** How many options are wanted. */
  async wanted() {
    const words = await this.group.getAttribute('aria-label');
    return words.endsWith('one') ? 1 : Number(/\d+$/.exec(words)[0]);
  }

  /** Answers something, right or wrong, by keys alone, until the answer is shown. */
  async reveal() {
    await this.asking.waitFor();
    const keys = this.page.keyboard;
    if (await this.options.count()) {
      const wanted = await this.wanted();
      for (let n = 1; n <= wanted; n++) await keys.press(String(n));
    } else if (await this.selects.count()) {
      const count = await this.selects.count();
      for (let n = 0; n < count; n++) await this.join(n, await this.rightSide(n));
      await this.tabTo(this.check);
    } else if (await this.field.count()) {
      await keys.type('something');
    }
    await keys.press('Enter');
    await this.revealed.waitFor();
  }

  /** What the learner can join to a left side, by its place on the screen. */
  async rightSide(place) {
    return (await this.selects.first().locator('option').nth(place + 1).textContent()).trim();
  }

  /** Joins a left side to a right one by keys: the box takes the focus, and its text is typed. */
  async join(left, right) {
    const box = this.selects.nth(left);
    await this.tabTo(box);
    await this.page.keyboard.type(right);
    await expect(box.locator('option:checked')).toHaveText(right);
  }

  /** Presses Tab until an element has the focus. */
  async tabTo(target) {
    for (let presses = 0; presses < 120; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('Tab never reaches it');
  }

  /** What the button of a grade promises, in days from today. From 31 on it names months or years, and the days are about right. */
  async promised(word) {
    const text = await this.grade(word).locator('.grade-next').textContent();
    if (text === 'today') return 0;
    const [, number, unit] = /^([\d.]+) (day|month|year)s?$/.exec(text) ?? [];
    if (!unit) throw new Error(`“${text}” is no promise`);
    return Number(number) * { day: 1, month: 30.44, year: 365.25 }[unit];
  }

  /** Grades the item whose answer is shown, and waits for what comes next. */
  async give(word) {
    const key = { Again: '1', Hard: '2', Good: '3', Easy: '4' }[word];
    await this.clock.pass(THINKING);
    await this.page.keyboard.press(key);
    await this.settled();
  }

  /** Answers an item whatever its kind, by keys, and gives its id and what the grade's button promised. */
  async answerWith(word) {
    await this.reveal();
    const item = await this.item();
    const days = await this.promised(word);
    await this.give(word);
    return { item, days };
  }
}
