// Decks that tests bring: those beside this file, and one that is made.

import { readFileSync } from 'node:fs';

export const sample = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** A deck that fills a part of the log by itself: of words that differ, since what repeats would be packed away. */
export function longDeck() {
  const words = Array.from({ length: 600 }, (_, n) => ((n * 2_654_435_761) % 2 ** 32).toString(36)).join(' ');
  return `---\ndeck: long\nname: Long\n---\n\n## One {#one .card}\n\n${words}\n\n---\n\na\n`;
}
