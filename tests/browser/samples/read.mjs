// Decks that tests bring, beside this file.

import { readFileSync } from 'node:fs';

export const sample = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
