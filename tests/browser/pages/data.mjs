// The settings: studying, appearance, keys, how much is kept, backup, memory parameters.
//
//   [data-screen=settings]
//     .notice                         storage, or the outcome of what was done
//     p                               "5 answers to 5 items are kept in this browser, …"
//     button "Export everything", input[type=file], button "Export as plain text"
//     button "Choose a folder"        where the browser can write to one
//     .preview                        what an import would add
//     input #new-per-day #retention #rollover #leech #balanced, .easy-days select
//     section "Memory parameters"     which hold, button "Train on my answers", .training with what is going on or was found
//     form                            "Delete everything", after a typed word

import { expect } from '@playwright/test';

export class DataPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=settings]');
    this.kept = this.screen.locator('p', { hasText: /kept (in this browser|here)/ }).first();
    this.notice = this.screen.locator('.notice');
    this.exportButton = this.screen.getByRole('button', { name: 'Export everything' });
    this.exportTextButton = this.screen.getByRole('button', { name: 'Export as plain text' });
    this.backup = this.screen.getByRole('region', { name: 'Your data' });
    this.chooseFolder = this.backup.getByRole('button', { name: 'Choose a folder' });
    this.file = this.screen.locator('input[type=file]');
    this.preview = this.screen.locator('.preview');
    this.importButton = this.preview.getByRole('button', { name: 'Import' });
    this.closeButton = this.preview.getByRole('button', { name: /Close|Cancel/ });
    this.newPerDay = this.screen.getByLabel('New items a day');
    this.retention = this.screen.getByLabel('Desired retention');
    this.parameters = this.screen.getByRole('region', { name: 'Memory parameters' });
    this.train = this.parameters.getByRole('button', { name: 'Train on my answers' });
    this.progress = this.parameters.getByRole('progressbar', { name: 'Training' });
    this.found = this.parameters.locator('.training', { hasText: /predictions are/ });
    this.erase = this.screen.getByRole('region', { name: 'Delete everything' });
    this.eraseWord = this.erase.getByRole('textbox');
    this.eraseButton = this.erase.getByRole('button', { name: 'Delete everything' });
    this.tryAgain = this.screen.getByRole('button', { name: 'Try again' });
  }

  async enter() {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
    await this.kept.waitFor();
  }

  /** How much is kept. */
  async expectKept(answers, items) {
    const words = answers === 0 ? 'Nothing is kept here as yet.'
      : `${answers} answer${answers === 1 ? '' : 's'} to ${items} item${items === 1 ? '' : 's'} ${answers === 1 ? 'is' : 'are'} kept in this browser, and nowhere else.`;
    await expect(this.kept).toHaveText(words);
  }

  /** Writes a setting as a learner does, and leaves the field. */
  async set(field, value) {
    await field.fill(String(value));
    await field.press('Tab');
    await expect(field).toHaveValue(String(value));
  }

  /** Presses the button and gives the file, compact. */
  exported() {
    return this.#download(this.exportButton);
  }

  /** Presses the other button and gives the file, plain text. */
  exportedAsText() {
    return this.#download(this.exportTextButton);
  }

  async #download(button) {
    const downloading = this.page.waitForEvent('download');
    await button.click();
    const download = await downloading;
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }

  async choose(name, bytes) {
    await this.file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  }
}
