// What is right, read from the decks' own files: the tests know it, the exam room doesn't tell.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DECKS = fileURLToPath(new URL('../../decks/', import.meta.url));

/** A line of a list as it reads on the screen. */
const plain = (text) => text.replaceAll(/[`*_]/g, '').replaceAll(/\\(.)/g, '$1').trim();

/** For each item of a track, by its id: the lines that are right, and all of them. */
export function keysOf(track) {
  const keys = new Map();
  for (const file of readdirSync(`${DECKS}${track}`).filter((name) => name.endsWith('.md'))) {
    let lines = null;
    for (const line of readFileSync(`${DECKS}${track}/${file}`, 'utf8').split('\n')) {
      const heading = line.match(/^## .*\{#([a-z0-9-]+) /);
      if (heading) keys.set(`${track}/${heading[1]}`, (lines = []));
      const option = line.match(/^- \[([x ])\] (.*)$/);
      if (option && lines) lines.push({ right: option[1] === 'x', text: plain(option[2]), raw: option[2].replaceAll('`', '') });
    }
  }
  return keys;
}

/** Whether a text on the screen is a line of the deck. */
export const isLine = (shown, line) => plain(shown) === line.text;
