// Promise: where the browser can write to a folder, a backup of everything is there after 50 answers, without a further click.
// Must not: write to a folder that nobody chose, or keep quiet when it cannot be written.
// Changes: chooses a folder of the page's own file system, which behaves as one on the disk does.

import { expect, test } from './fixtures.mjs';
import { entriesIn, leave, madeBackup, wipe } from './log.mjs';

const FILE = 'cairn-backup-2026-11-21.cairn';

test.beforeEach(async ({ page }) => {
  // The chooser is the browser's own and cannot be worked from here; what it hands out is of the same sort.
  await page.addInitScript(() => {
    globalThis.showDirectoryPicker = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getDirectoryHandle('my backups', { create: true });
    };
  });
});

/** The files in the folder, by name. */
async function files(page) {
  const found = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('my backups', { create: true });
    const found = {};
    for await (const [name, handle] of folder) {
      try {
        found[name] = [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
      } catch (error) {
        // What is written lies under another name until it is whole, and then takes the place of what was there: a file that was
        // listed may be gone, or another one, by the time it is read.
        if (!['NotFoundError', 'NotReadableError'].includes(error.name)) throw error;
      }
    }
    return found;
  });
  return Object.fromEntries(Object.entries(found).map(([name, bytes]) => [name, { name, bytes: Buffer.from(bytes) }]));
}

/** How many entries the backup in the folder has; nothing, if it is not there or being written. */
async function entries(page) {
  const backup = (await files(page))[FILE];
  return backup?.bytes.length ? entriesIn(backup) : null;
}

test('every 50 answers a backup goes there, and it reads back', async ({ page, start, study, data }) => {
  await start.visit();
  await data.enter();
  await data.choose('made.jsonl', madeBackup(7));
  await data.importButton.click();
  await data.expectKept(7, 7);
  expect(await files(page), 'nothing goes anywhere unasked').toEqual({});
  await data.chooseFolder.click();
  await expect(data.backup).toContainText('A backup goes to the folder “my backups” by itself, every 50 answers.');
  await expect.poll(() => entries(page), 'the first one at once').toBe(7);

  // 49 more, by import, and then the 50th in a session.
  await data.choose('made.jsonl', madeBackup(56));
  await data.importButton.click();
  await data.expectKept(56, 56);
  expect(await entries(page)).toBe(7);
  await start.enter();
  await start.pick('aws-saa-c03');
  await study.settled();
  await study.answerWith('Good');
  await expect.poll(() => entries(page)).toBe(57);
  await data.enter();
  await expect(data.backup, 'it counts as a backup').toContainText('nothing has come since');

  // The folder is still known after a reload.
  await page.reload();
  await expect(data.backup).toContainText('A backup goes to the folder “my backups” by itself');

  const backup = (await files(page))[FILE];
  await leave(page);
  await wipe(page);
  await start.visit();
  await data.enter();
  await data.expectKept(0, 0);
  await data.choose(backup.name, backup.bytes);
  await expect(data.preview).toContainText('Importing adds 57 answers');
  await data.importButton.click();
  await data.expectKept(57, 57);
});

test('a folder that cannot be written is told, and one that sleeps is woken with a click', async ({ page, start, data }) => {
  await start.visit();
  await data.enter();
  await data.chooseFolder.click();
  await expect.poll(() => entries(page)).toBe(0);

  await page.addInitScript(() => {
    FileSystemHandle.prototype.queryPermission = async () => 'prompt';
    FileSystemHandle.prototype.requestPermission = async () => 'granted';
  });
  await page.reload();
  await expect(data.backup).toContainText('Backups go to the folder “my backups”, but the browser wants to be asked again.');
  await data.backup.getByRole('button', { name: 'Go on writing there' }).click();
  await expect(data.backup).toContainText('A backup goes to the folder “my backups” by itself, every 50 answers.');

  await page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = async () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  // The backup that goes there when it wakes may be one that cannot be written already.
  await data.backup.getByRole('button', { name: /^Choose (another|a) folder$/ }).click();
  await expect(data.backup).toContainText('The last backup could not be written to “my backups”');
  await expect(data.chooseFolder).toBeVisible();
});

test('a browser that cannot write to folders says so', async ({ page, start, data }) => {
  await page.addInitScript(() => {
    delete globalThis.showDirectoryPicker;
  });
  await start.visit();
  await data.enter();
  await expect(data.backup).toContainText('This browser cannot write backups to a folder by itself; Cairn reminds you instead.');
  await expect(data.chooseFolder).toHaveCount(0);
});
