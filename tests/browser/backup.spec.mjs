// Promise: one file holds everything, and brings everything back into an empty browser.
// Must not: add anything twice; change anything when the file is cut, altered or foreign.
// Changes: answers, an undo, a flag, a setting and an own deck; then wipes local storage.

import { expect, test } from './fixtures.mjs';
import { entriesIn, everything, wipe } from './log.mjs';
import { sample } from './samples/read.mjs';

/** Something of every sort, and what the screens say of it. */
async function something({ page, study, data, decks, start }) {
  await study.visit('aws-saa-c03');
  for (const grade of ['Good', 'Again', 'Easy', 'Hard', 'Good', 'Good']) await study.answerWith(grade);
  await page.keyboard.press('u');
  await study.settled();
  await study.flag.click();
  await expect(study.flag).toHaveAttribute('aria-pressed', 'true');
  await decks.enter();
  await decks.bring('kinds.md', sample('kinds.md'));
  await data.enter();
  await data.set(data.retention, 88);
  await data.set(data.newPerDay, 15);
  await page.reload();
  return state({ page, study, data, decks, start });
}

/** What the learner sees of what is kept. */
async function state({ study, data, decks, start }) {
  await data.enter();
  const kept = await data.kept.textContent();
  const settings = [await data.retention.inputValue(), await data.newPerDay.inputValue()];
  await decks.enter();
  await expect(decks.own).toHaveCount(1);
  const own = await decks.own.innerText();
  await start.enter();
  await expect(start.waitingOf('aws-saa-c03')).toContainText('waiting');
  const waiting = await start.screen.innerText();
  await study.visit('aws-saa-c03');
  const next = await study.question.innerText();
  return { kept, settings, own, waiting, item: await study.item(), next };
}

test('export, wipe, import: the same state, and importing again adds nothing', async ({ pages }) => {
  const { page, data, decks, start } = pages;
  const before = await something(pages);
  await data.enter();
  const backup = await data.exported();
  expect(backup.name).toBe('cairn-backup-2026-11-21.jsonl');
  await expect(data.notice).toContainText('Backup written');
  const entries = entriesIn(backup);

  await wipe(page);
  await page.reload();
  await data.expectKept(0, 0);
  await start.enter();
  await expect(start.begun).toHaveCount(0);

  await data.enter();
  await data.choose(backup.name, backup.bytes);
  await expect(data.preview).toContainText(
    `This backup holds ${entries} entries. Importing adds 6 answers and ${entries - 6} other entries`,
  );
  await data.importButton.click();
  await expect(data.notice).toHaveText(`${entries} entries added.`);
  await data.expectKept(5, 5);
  // At once, and after a reload.
  expect(await state(pages)).toEqual(before);
  await page.reload();
  expect(await state(pages)).toEqual(before);

  await data.enter();
  const kept = await everything(page);
  await data.choose(backup.name, backup.bytes);
  await expect(data.preview).toHaveText(new RegExp(`All ${entries} entries of this backup are here already`));
  await expect(data.importButton).toHaveCount(0);
  await data.closeButton.click();
  await expect(data.preview).toBeHidden();
  expect(await everything(page)).toEqual(kept);
  expect((await data.exported()).bytes, 'the next backup is the same file').toEqual(backup.bytes);
  await decks.enter();
  await expect(decks.own).toHaveCount(1);
});

test('a backup adds what is missing beside what is there', async ({ pages }) => {
  const { page, study, data } = pages;
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await study.answerWith('Easy');
  await data.enter();
  const backup = await data.exported();
  await wipe(page);
  await page.reload();
  await study.visit('cncf-cka');
  await study.answerWith('Good');
  await data.enter();
  await data.choose(backup.name, backup.bytes);
  await data.importButton.click();
  await data.expectKept(3, 3);
  await page.reload();
  await data.expectKept(3, 3);
  await expect(data.notice).toHaveCount(0);
});

test('a cut, altered or foreign file is refused with words, and nothing changes', async ({ pages }) => {
  const { page, data } = pages;
  await something(pages);
  await data.enter();
  const { bytes } = await data.exported();
  const text = bytes.toString('utf8');
  const lines = text.trimEnd().split('\n');
  const files = {
    'cut in a line': [text.slice(0, Math.floor(text.length / 2)), /cut short.*Nothing was changed/],
    'cut after a line': [`${lines.slice(0, -2).join('\n')}\n`, /cut short: it holds \d+ of \d+ entries\. Nothing was changed/],
    'its end lost in the last line': [text.slice(0, -5), /cut short.*Nothing was changed/],
    'a digit altered': [text.replace('"answered"', '"Answered"'), /Line \d+ of this backup is damaged\. Nothing was changed/],
    'two files in one': [text + text, /[Nn]othing was changed/],
    'of a newer version': [text.replace('cairn-backup 1', 'cairn-backup 2'), /newer version.*nothing was changed/],
    'a deck': [sample('kinds.md'), /not a backup of Cairn\. Nothing was changed/],
    'a picture': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /not a backup of Cairn\. Nothing was changed/],
    'empty': ['', /not a backup of Cairn\. Nothing was changed/],
  };
  const kept = await everything(page);
  const words = await data.kept.textContent();
  for (const [name, [content, refusal]] of Object.entries(files)) {
    await data.choose(`${name}.jsonl`, content);
    await expect.soft(data.notice, name).toHaveText(refusal);
    await expect.soft(data.importButton, name).toHaveCount(0);
    expect.soft(await everything(page), name).toEqual(kept);
    await expect.soft(data.kept, name).toHaveText(words);
  }
});
