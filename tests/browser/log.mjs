// What the browser keeps, seen and changed from outside the app. How Cairn writes its values is not known here, on purpose: what they
// hold is asked of the app itself, through its data page or a backup.

/** Every name under which Cairn keeps the log begins with it. */
export const PREFIX = 'cairn1.log.';

/** Every key of local storage with its value. */
export function everything(page) {
  return page.evaluate(() => ({ ...localStorage }));
}

/** The values of the log. */
export async function chunks(page) {
  const all = Object.entries(await everything(page));
  return Object.fromEntries(all.filter(([key]) => key.startsWith(PREFIX)));
}

/** How many entries a backup says it holds. */
export const entriesIn = (backup) => Number(/^cairn-backup 1 (\d+)\n/.exec(backup.bytes)[1]);

/** The answers of a backup, in the order given: a line is a checksum and `[writer, number, milliseconds, offset, what]`. */
export function answersIn(backup) {
  const lines = backup.bytes.toString('utf8').trimEnd().split('\n').slice(1);
  const facts = lines.map((line) => JSON.parse(line.slice(line.indexOf(' ') + 1)).at(-1));
  return facts.flatMap((what) => what.answered ?? []);
}

export function put(page, key, value) {
  return page.evaluate(([key, value]) => localStorage.setItem(key, value), [key, value]);
}

export function remove(page, key) {
  return page.evaluate((key) => localStorage.removeItem(key), key);
}

/** Puts local storage into a state noted earlier. */
export async function restore(page, state) {
  await wipe(page);
  for (const [key, value] of Object.entries(state)) await put(page, key, value);
}

/** Loses everything, as when the learner clears the browser's data. */
export function wipe(page) {
  return page.evaluate(() => localStorage.clear());
}

/** Takes the last character of room there is. */
export function fill(page, key) {
  return page.evaluate((key) => {
    let text = '';
    for (let size = 4_194_304; size >= 1; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(key, text + 'x'.repeat(size));
        text += 'x'.repeat(size);
        size *= 2;
      } catch {
        // No room for so much: half of it is tried next.
      }
    }
    return text.length;
  }, key);
}
