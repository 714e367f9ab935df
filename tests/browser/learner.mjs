// A learner of whom nothing is real but the items: answers over some months, as a backup in plain text. The same every time.

import { keysOf } from './keys-of-decks.mjs';
import { line } from './log.mjs';

const DAY = 24 * 60 * 60 * 1_000;
const MINUTE = 60 * 1_000;

/** Numbers from 0 to 1 that look like chance and are the same every time (mulberry32, public domain). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Answers of a learner who met so many items of each track over so many days up to 2026-11-20, in the evening and now and then in the
 * morning, and remembers nine of ten; in the morning fewer.
 */
export function answersOf(tracks, { items = 120, days = 100, last = '2026-11-20' } = {}) {
  const random = chance(7);
  const midnight = Date.parse(`${last}T00:00:00+01:00`);
  const answers = [];
  for (const track of tracks) {
    const ids = [...keysOf(track)].filter(([, lines]) => lines.length > 0).map(([id]) => id).slice(0, items);
    ids.forEach((item, place) => {
      let day = days - Math.floor((place / ids.length) * days * 0.9);
      let gap = 1;
      for (let step = 0; day >= 0; step += 1) {
        const isMorning = random() < 0.2;
        const at = midnight - day * DAY + (isMorning ? 7 : 19) * 60 * MINUTE + Math.floor(random() * 60) * MINUTE;
        const isRecalled = step === 0 ? random() < 0.6 : random() < (isMorning ? 0.75 : 0.92);
        const ms = Math.round((3 + random() * (step === 0 ? 40 : 12)) * 10) * 100;
        answers.push([at, { item, grade: isRecalled ? 3 : 1, ms, sighting: step === 0 ? 'first' : 'repeated' }]);
        gap = isRecalled ? gap * 2.2 : 1;
        day -= Math.max(1, Math.round(gap * (0.8 + random() * 0.4)));
      }
    });
  }
  return answers.sort(([a], [b]) => a - b);
}

/** The same as a backup in plain text. */
export function backupOf(answers) {
  const lines = answers.map(([at, answered], place) => line(['00000000000000cc', place + 1, at, 60, { answered }]));
  return `cairn-backup 1 ${lines.length}\n${lines.join('\n')}\n`;
}

/** Brings answers in, and stays on the data page. */
export async function bring({ start, data }, answers) {
  await start.visit();
  await data.enter();
  await data.choose('learner.jsonl', backupOf(answers));
  await data.importButton.click();
  await data.expectKept(answers.length, new Set(answers.map(([, { item }]) => item)).size);
}
