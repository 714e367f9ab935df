// Promise: one file holds everything, in either of two forms, and brings everything back into an empty browser.
// Must not: add anything twice; change anything, or hang, when the file is cut, altered, huge or foreign.
// Changes: answers, an undo, a flag, a setting and an own deck; then loses both copies.

import { truncateSync, writeFileSync } from 'node:fs';
import { expect, test } from './fixtures.mjs';
import { copies, entriesIn, everything, leave, wipe } from './log.mjs';
import { sample } from './samples/read.mjs';

/** Both forms: how the file is had, and its name. */
const FORMS = {
  compact: [(data) => data.exported(), 'cairn-backup-2026-11-21.cairn'],
  'plain text': [(data) => data.exportedAsText(), 'cairn-backup-2026-11-21.jsonl'],
};

/** Something of every sort, and what the screens say of it. */
async function something({ page, study, data, decks, start }) {
  await study.visit('aws-saa-c03');
  for (const grade of ['Good', 'Again', 'Easy', 'Hard', 'Good', 'Good']) await study.answerWith(grade);
  await page.keyboard.press('u');
  await study.settled();
  await study.flag.click();
  await expect(study.flag).toHaveAttribute('aria-pressed', 'true');
  // A new start, so that there are texts of two writers.
  await page.reload();
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

/** Everything that is kept, in both copies. */
const kept = async (page) => [await everything(page), await copies(page)];

for (const [form, [get, name]] of Object.entries(FORMS)) {
  test(`export as ${form}, wipe, import: the same state, and importing again adds nothing`, async ({ pages }) => {
    const { page, data, decks, start } = pages;
    const before = await something(pages);
    await data.enter();
    const text = (await data.exportedAsText()).bytes;
    const backup = await get(data);
    expect(backup.name).toBe(name);
    await expect(data.notice).toContainText('Backup written');
    const entries = entriesIn(backup);

    await leave(page);
    await wipe(page);
    await start.visit();
    await expect(start.notice).toHaveCount(0);
    await expect(start.begun).toHaveCount(0);
    await data.enter();
    await data.expectKept(0, 0);

    await data.choose(backup.name, backup.bytes);
    await expect(data.preview).toContainText(
      `This backup holds ${entries} entries. Importing adds 6 answers and ${entries - 6} other entries`,
    );
    await data.expectKept(0, 0);
    await data.importButton.click();
    await expect(data.notice).toHaveText(`${entries} entries added.`);
    await data.expectKept(5, 5);
    // At once, and after a reload.
    expect(await state(pages)).toEqual(before);
    await page.reload();
    expect(await state(pages)).toEqual(before);

    await data.enter();
    const now = await kept(page);
    await data.choose(backup.name, backup.bytes);
    await expect(data.preview).toHaveText(new RegExp(`All ${entries} entries of this backup are here already`));
    await expect(data.importButton).toHaveCount(0);
    await data.closeButton.click();
    await expect(data.preview).toBeHidden();
    expect(await kept(page)).toEqual(now);
    expect((await data.exportedAsText()).bytes, 'the next backup holds the same').toEqual(text);
    await decks.enter();
    await expect(decks.own).toHaveCount(1);
  });
}

test('a backup adds what is missing beside what is there', async ({ pages }) => {
  const { page, start, study, data } = pages;
  await study.visit('aws-saa-c03');
  await study.answerWith('Good');
  await study.answerWith('Easy');
  await data.enter();
  const backup = await data.exported();
  await leave(page);
  await wipe(page);
  await start.visit();
  await study.visit('cncf-cka');
  await study.answerWith('Good');
  await data.enter();
  await data.choose(backup.name, backup.bytes);
  await expect(data.preview).toContainText('This backup holds 2 entries. Importing adds 2 answers and 0 other entries');
  await data.importButton.click();
  await data.expectKept(3, 3);
  await page.reload();
  await data.expectKept(3, 3);
  await expect(data.notice).toHaveCount(0);

  // The older part of it once more: what is here already counts once.
  await data.choose(backup.name, backup.bytes);
  await expect(data.preview).toContainText('All 2 entries of this backup are here already');
});

test('a cut, altered or foreign file is refused with words, and nothing changes', async ({ pages }) => {
  const { page, data } = pages;
  await something(pages);
  await data.enter();
  const text = (await data.exportedAsText()).bytes.toString('utf8');
  const lines = text.trimEnd().split('\n');
  const { bytes } = await data.exported();
  const [head] = bytes.toString('latin1').split('\n');
  const body = bytes.subarray(head.length + 1);
  // A segment says at its bytes 11 to 14 how long it is beyond the 28 bytes of its head.
  const first = 28 + body.readUInt32LE(11);
  const changed = (at, value) => Buffer.concat([bytes.subarray(0, at), Buffer.from([value]), bytes.subarray(at + 1)]);
  const middle = Math.floor(bytes.length / 2);
  const files = {
    'lines cut in one': [text.slice(0, Math.floor(text.length / 2)), /cut short.*Nothing was changed/],
    'lines cut after one': [`${lines.slice(0, -2).join('\n')}\n`, /cut short: it holds \d+ of \d+ entries\. Nothing was changed/],
    'lines without the end of the last': [text.slice(0, -5), /cut short.*Nothing was changed/],
    'lines with a letter altered': [text.replace('"answered"', '"Answered"'), /Line \d+ of this backup is damaged\. Nothing was changed/],
    'two files of lines in one': [text + text, /[Nn]othing was changed/],
    'lines that promise too many': ['cairn-backup 1 999999999999\n', /[Nn]othing was changed/],
    'compact, cut in a part': [bytes.subarray(0, middle), /Part \d+ of this backup is damaged or cut short\. Nothing was changed/],
    'compact, cut after a part': [bytes.subarray(0, head.length + 1 + first), /cut short: it holds \d+ of \d+ entries\. Nothing was changed/],
    'compact, cut after its head': [`${head}\n`, /cut short: it holds 0 of \d+ entries\. Nothing was changed/],
    'compact, without its last byte': [bytes.subarray(0, -1), /Part \d+ of this backup is damaged or cut short\. Nothing was changed/],
    'compact, a bit altered': [changed(middle, bytes[middle] ^ 1), /Part \d+ of this backup is damaged or cut short\. Nothing was changed/],
    'compact, one byte too many': [Buffer.concat([bytes, Buffer.from([0])]), /Part \d+ of this backup is damaged or cut short\. Nothing was changed/],
    'compact, twice in one': [Buffer.concat([bytes, bytes]), /[Nn]othing was changed/],
    'compact, with a part of a newer version': [changed(head.length + 3, 200), /newer version.*nothing was changed/],
    'compact, promises too many': [
      Buffer.concat([Buffer.from('cairn-backup 2 1 999999999999\n'), body]),
      /says that it holds 999999999999 entries, more than anybody can have\. Nothing was changed/,
    ],
    'of a newer version': [text.replace('cairn-backup 1', 'cairn-backup 3'), /newer version.*nothing was changed/],
    'a deck': [sample('kinds.md'), /not a backup of Cairn\. Nothing was changed/],
    'a picture': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /not a backup of Cairn\. Nothing was changed/],
    'empty': ['', /not a backup of Cairn\. Nothing was changed/],
  };
  const before = await kept(page);
  const words = await data.kept.textContent();
  for (const [name, [content, refusal]] of Object.entries(files)) {
    await data.choose(`${name}.cairn`, content);
    await expect.soft(data.notice, name).toHaveText(refusal);
    await expect.soft(data.importButton, name).toHaveCount(0);
    expect.soft(await kept(page), name).toEqual(before);
    await expect.soft(data.kept, name).toHaveText(words);
  }
});

test('a file of 250 MB is refused with words, and at once', async ({ page, start, data }, testInfo) => {
  // It takes no room on the disk: it is one long hole behind its head.
  const huge = testInfo.outputPath('huge.cairn');
  writeFileSync(huge, 'cairn-backup 2 1 1\n');
  truncateSync(huge, 250_000_000);
  await start.visit();
  await data.enter();
  const before = await kept(page);
  // The page itself tells how long it took: how fast the file reaches the browser is no matter of the app. The clock stands still,
  // but events bear the real time.
  await page.evaluate(() => {
    const now = () => new Event('now').timeStamp;
    document.querySelector('input[type=file]').addEventListener('change', () => (globalThis.chosenAt = now()), { capture: true });
    new MutationObserver(() => {
      if (document.querySelector('.notice[role=alert]')) globalThis.refusedAt ??= now();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await data.file.setInputFiles(huge);
  await expect(data.notice).toHaveText('This file is too large for a backup (250 MB). Nothing was changed.');
  await expect(data.importButton).toHaveCount(0);
  expect(await page.evaluate(() => globalThis.refusedAt - globalThis.chosenAt)).toBeLessThan(1_000);
  expect(await kept(page)).toEqual(before);
});
