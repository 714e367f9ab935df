// Mock exams: the list, one track's setup, the exam room, the report.
//
//   [data-screen=exams] .track[data-track] | .sitting a
//   [data-screen=exam]  [data-begin=mock | review | quick | missed | own], .notice, .own-form
//   [data-screen=sitting]
//     p[role=timer], [data-warning], [data-resume]
//     article.room-question[data-place][data-item] .options | form.typed | .pair, .lacking, .note textarea
//     ol.question-list .list-row, [data-submit]
//     .report h1.score .score-number .score-verdict, table.domains, [data-wanted], details.report-question

import { expect } from '@playwright/test';
import { isLine, keysOf } from '../keys-of-decks.mjs';

export class ExamPage {
  constructor(page) {
    this.page = page;
    this.setup = page.locator('[data-screen=exam]');
    this.room = page.locator('[data-screen=sitting]');
    this.timer = this.room.getByRole('timer');
    this.warning = this.room.locator('[data-warning]');
    this.question = this.room.locator('article.room-question');
    this.heading = this.question.getByRole('heading', { level: 1 });
    this.options = this.question.locator('.option-button');
    this.lacking = this.question.locator('.lacking');
    this.list = this.room.locator('.question-list .list-row');
    this.submit = this.room.locator('[data-submit]');
    this.resume = this.room.locator('[data-resume]');
    this.report = this.room.locator('.report');
    this.score = this.report.locator('.score-number');
    this.verdict = this.report.locator('.score-verdict');
    this.rows = this.report.locator('details.report-question');
  }

  async visit(track) {
    await this.page.goto(`./#/exams/${track}`);
    await this.setup.locator('[data-begin]').first().waitFor();
  }

  async begin(what = 'mock') {
    await this.setup.locator(`[data-begin=${what}]`).click();
    await this.question.waitFor();
  }

  place() {
    return this.question.getAttribute('data-place').then(Number);
  }

  /** The item at hand. */
  async item() {
    return (await this.question.getAttribute('data-item')).split('·')[0];
  }

  /** Answers the question at hand by keys, rightly or wrongly, and goes on. */
  async answer(isRight) {
    await this.skipDrills();
    // An adaptive exam may have ended with one.
    if (!(await this.question.count())) return 0;
    const place = await this.place();
    const [track] = (await this.item()).split('/');
    const key = keysOf(track).get(await this.item());
    if (await this.options.count()) {
      const wanted = key.filter((line) => line.right).length;
      let picked = 0;
      for (const [index, shown] of (await this.question.locator('.option-button .option-text').allInnerTexts()).entries()) {
        const line = key.find((line) => isLine(shown, line));
        if (line.right === isRight && picked < wanted) {
          await this.page.keyboard.press(`${index + 1}`);
          picked += 1;
        }
      }
      await this.page.keyboard.press('Enter');
    } else if (await this.question.getByLabel('Your answer').count()) {
      await this.question.getByLabel('Your answer').fill(isRight ? key.find((line) => line.right).raw : 'something else');
      await this.page.keyboard.press('Enter');
    } else {
      // Pairs, steps and tasks: as they lie.
      for (const [index, side] of (await this.question.locator('.pair select').all()).entries()) await side.selectOption(`${index}`);
      await this.heading.focus();
      await this.page.keyboard.press('Enter');
    }
    await expect(this.room.locator(`article.room-question[data-place="${place}"]`)).toHaveCount(0);
    return place;
  }

  /** The same of every question from here to the list. No deck has the key of a drill: its first option is taken. */
  async answerAll(isRight) {
    for (let count = 0; await this.question.count(); count += 1) {
      if (await this.isDrill()) await this.leave('1', 'Enter');
      else await this.answer(isRight(count));
    }
  }

  /** Whether the question at hand is made anew each time. */
  async isDrill() {
    return (await this.question.count()) > 0 && (await this.item()).includes('/drill-');
  }

  /** Goes past drills. An adaptive exam wants some answer. */
  async skipDrills() {
    while (await this.isDrill()) {
      const isAdaptive = (await this.heading.textContent()).includes('at most');
      await this.leave(...(isAdaptive ? ['1', 'Enter'] : ['n']));
    }
  }

  /** Presses keys that lead to another question. */
  async leave(...keys) {
    const place = await this.place();
    for (const key of keys) await this.page.keyboard.press(key);
    await expect(this.room.locator(`article.room-question[data-place="${place}"]`)).toHaveCount(0);
  }

  /** Hands in from the list. */
  async handIn() {
    if (await this.question.count()) await this.question.page().keyboard.press('l');
    await this.list.first().waitFor();
    await this.submit.click();
    if (await this.submit.count()) await this.submit.click();
    await this.report.waitFor();
  }

  /** Places (from 1) of questions that did not count. */
  async uncounted() {
    const numbers = [];
    for (const row of await this.rows.all()) {
      if ((await row.locator('.list-extra').textContent()).includes('not counted')) numbers.push(Number(await row.locator('.list-number').textContent()));
    }
    return numbers;
  }
}
