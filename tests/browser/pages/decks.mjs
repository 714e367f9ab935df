// The page of the learner's own decks.
//
//   [data-screen=decks]
//     input[type=file]
//     section.preview                 headline, refusal, buttons, ol.problems
//       li: p "line 4, column 1: …"  pre (the line)  p.quiet (what to do)
//     ul.own li                       a name, "3 items, 2 problems", Remove…

import { expect } from '@playwright/test';

export class DecksPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=decks]');
    this.file = this.screen.locator('input[type=file]');
    this.notice = this.screen.locator('.notice');
    this.preview = this.screen.locator('section.preview');
    this.headline = this.preview.getByRole('heading');
    this.refusal = this.preview.getByRole('alert');
    this.problems = this.preview.locator('.problems > li');
    this.add = this.preview.getByRole('button', { name: 'Add this deck' });
    this.close = this.preview.getByRole('button', { name: 'Close' });
    this.own = this.screen.locator('ul.own > li');
  }

  async enter() {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
    await this.page.getByRole('link', { name: 'Your own decks' }).click();
    await this.screen.waitFor();
  }

  async choose(name, content) {
    await this.file.setInputFiles({ name, mimeType: 'text/markdown', buffer: Buffer.from(content) });
    await this.preview.waitFor();
  }

  /** Brings a deck without problems. */
  async bring(name, content) {
    await this.choose(name, content);
    await expect(this.headline).toContainText('no problems');
    await this.add.click();
    await expect(this.preview).toBeHidden();
  }

  /** The problem reported for a line. */
  problemAt(line) {
    return this.problems.filter({ has: this.page.locator('strong', { hasText: `line ${line},` }) });
  }
}
