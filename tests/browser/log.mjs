// What the browser keeps, seen and changed from outside the app: local storage, the second copy of the log in IndexedDB, and the
// marker that there was a log. What the values hold is asked of the app itself, through its data page or a backup.

import { crc32 } from 'node:zlib';

/** Every name under which Cairn keeps a part of the log begins with one of these: the second one is of the first version. */
export const PREFIX = 'cairn2.s.';
export const LINES_PREFIX = 'cairn1.log.';
/** What was damaged and replaced is kept aside under it. */
export const BAD_PREFIX = 'cairn2.bad.';

const ours = (key) => key.startsWith(PREFIX) || key.startsWith(LINES_PREFIX);
const logOf = (texts) => Object.fromEntries(Object.entries(texts).filter(([key]) => ours(key)));

/** Does something with the second copy in one transaction, and gives what was read when that is complete. */
function second(page, mode, act, argument) {
  return page.evaluate(async ({ mode, act, argument }) => {
    const opening = indexedDB.open('cairn1', 1);
    // As the app does it: a database without its stores would be damage of another sort.
    opening.onupgradeneeded = () => ['texts', 'cache'].map((name) => opening.result.createObjectStore(name));
    const database = await new Promise((done, failed) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const transaction = database.transaction(['texts', 'cache'], mode);
    const texts = transaction.objectStore('texts');
    const acts = {
      all: () => [texts.getAllKeys(), texts.getAll()],
      put: ([key, text]) => [texts.put(text, key)],
      remove: (key) => [texts.delete(key)],
      clear: () => [texts.clear(), transaction.objectStore('cache').clear()],
    };
    const requests = acts[act](argument);
    await new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onabort = () => failed(transaction.error);
    });
    database.close();
    return mode === 'readonly' ? requests.map((request) => request.result) : null;
  }, { mode, act, argument });
}

/** Every key of local storage with its value. Which module the next start loads is no matter of what is kept. */
export function everything(page) {
  return page.evaluate(() => {
    const { 'cairn.whole': _, ...rest } = localStorage;
    return rest;
  });
}

/** The values of the log in local storage. */
export async function chunks(page) {
  return logOf(await everything(page));
}

/** The texts of the second copy. */
export async function copies(page) {
  const [keys, texts] = await second(page, 'readonly', 'all');
  return Object.fromEntries(keys.map((key, place) => [key, texts[place]]));
}

/** Puts a value into local storage. */
export function put(page, key, value) {
  return page.evaluate(([key, value]) => localStorage.setItem(key, value), [key, value]);
}

/** Takes a value out of local storage. */
export function remove(page, key) {
  return page.evaluate((key) => localStorage.removeItem(key), key);
}

/** Puts a text into the second copy. */
export const putCopy = (page, key, text) => second(page, 'readwrite', 'put', [key, text]);

/** Takes a text out of the second copy. */
export const removeCopy = (page, key) => second(page, 'readwrite', 'remove', key);

/** Puts the same text into both copies. */
export async function putBoth(page, key, text) {
  await put(page, key, text);
  await putCopy(page, key, text);
}

/** Takes a text out of both copies. */
export async function removeBoth(page, key) {
  await remove(page, key);
  await removeCopy(page, key);
}

/** Clears local storage, and nothing else. */
export function wipeFirst(page) {
  return page.evaluate(() => localStorage.clear());
}

/** Empties the second copy, and nothing else. */
export const wipeSecond = (page) => second(page, 'readwrite', 'clear');

/** Whether the marker is there that there was a log once. */
export function isMarked(page) {
  // Reading it makes an empty cache, so only what is in the cache counts.
  return page.evaluate(async () => (await caches.match('./cairn-marker', { cacheName: 'cairn-marker' })) !== undefined);
}

/** Loses both copies; that there was a log is still known. */
export async function lose(page) {
  await wipeFirst(page);
  await wipeSecond(page);
}

/** Loses everything, as when the learner clears the browser's data. */
export async function wipe(page) {
  await lose(page);
  await page.evaluate(() => caches.delete('cairn-marker'));
}

/** Puts local storage into a state noted earlier; nothing else is left. */
export async function restore(page, state) {
  await wipe(page);
  for (const [key, value] of Object.entries(state)) await put(page, key, value);
}

/** Goes to a page of the same host on which the app does not run, so that nothing of it is open. */
export async function leave(page) {
  await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
  await page.goto('./elsewhere');
}

/** Takes the whole database away, as a browser does that has found its files damaged. The app must not be open. */
export function dropDatabase(page) {
  return page.evaluate(() => new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase('cairn1');
    request.onsuccess = () => done();
    request.onblocked = () => failed(new Error('somebody still has it open'));
    request.onerror = () => failed(request.error);
  }));
}

/** The names of all databases of this host. */
export function databases(page) {
  return page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name));
}

/** Characters that local storage holds, names included. */
export const QUOTA = 5_242_880;

/** Takes the last character of room there is in local storage. */
export function fill(page, key) {
  return page.evaluate(([key, quota]) => {
    const used = Object.entries({ ...localStorage, [key]: '' }).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
    // Nearly all of it at once, since each try of five million characters takes its time; the rest by halves.
    let text = 'x'.repeat(quota - used - 256);
    localStorage.setItem(key, text);
    for (let size = 256; size >= 1; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(key, text + 'x'.repeat(size));
        text += 'x'.repeat(size);
        size *= 2;
      } catch {
        // No room for so much: half of it is tried next.
      }
    }
    return text.length;
  }, [key, QUOTA]);
}

/** A text with one bit in its middle altered. */
export function altered(text) {
  const middle = Math.floor(text.length * 0.6);
  return text.slice(0, middle) + String.fromCharCode(text.charCodeAt(middle) ^ 1) + text.slice(middle + 1);
}

/**
 * A segment as a newer version might write it. Segments are packed fifteen bits to a character from U+1000 on, and begin with two
 * bytes of magic and one of version, which so lies six bits above the end of the second character.
 */
export function ofVersion(text, version) {
  const second = text.charCodeAt(1) - 0x1000;
  return text[0] + String.fromCharCode(0x1000 + ((second & ~(0xff << 6)) | (version << 6))) + text.slice(2);
}

/** How many entries a backup of either form says it holds. */
export const entriesIn = (backup) => Number(/^cairn-backup (?:1|2 \d+) (\d+)\n/.exec(backup.bytes.toString('latin1'))[1]);

/** The facts of a backup as plain text, in the order given: a line is a checksum and `[writer, number, milliseconds, offset, what]`. */
function factsIn(backup) {
  const lines = backup.bytes.toString('utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => JSON.parse(line.slice(line.indexOf(' ') + 1)));
}

/** The answers of a backup as plain text. */
export const answersIn = (backup) => factsIn(backup).flatMap((fact) => fact.at(-1).answered ?? []);

/** What names each fact of a backup as plain text: its writer and number. */
export const namesIn = (backup) => factsIn(backup).map(([writer, number]) => `${writer} ${number}`);

/** A line of a backup as plain text. */
export function line(fact) {
  const json = JSON.stringify(fact);
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}`;
}

/** A backup as plain text of so many answers, half a minute apart, the last of them at `last` (milliseconds since 1970). */
export function madeBackup(answers, last = Date.parse('2026-11-20T20:00:00+01:00')) {
  const lines = Array.from({ length: answers }, (_, place) => {
    const at = last - (answers - 1 - place) * 30_000;
    const answered = { item: `aws-saa-c03/made-${place}`, grade: 3, ms: 9_000, sighting: 'first' };
    return line(['00000000000000bb', place + 1, at, 60, { answered }]);
  });
  return `cairn-backup 1 ${answers}\n${lines.join('\n')}\n`;
}

/** A part of the log as the first version kept it: its name, and its text of one answer. `place` tells one from the other. */
export function firstVersionPart(place, item = `aws-saa-c03/made-${place}`) {
  const writer = (0xcc00 + place).toString(16).padStart(16, '0');
  const at = Date.parse('2026-11-19T18:00:00+01:00') + place * 30_000;
  const answered = { item, grade: 3, ms: 9_000, sighting: 'first' };
  return [`${LINES_PREFIX}${writer}.000001`, `cairn-log 1\n${line([writer, 1, at, 60, { answered }])}\n`];
}

/**
 * The log is tidied up twenty seconds after the start and then every ten minutes. With this as an init script the first time comes
 * at once, and `tended` says how often it has happened.
 */
export function tendAtOnce() {
  globalThis.tended = 0;
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (act, ms, ...rest) => {
    if (ms === 600_000) globalThis.tended += 1;
    return later(act, ms === 20_000 ? 0 : ms, ...rest);
  };
}

/** Waits until the log has been tidied up since the start. */
export const tended = (page) => page.waitForFunction(() => globalThis.tended > 0);
