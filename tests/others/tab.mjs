// What the path needs of a browser. Each browser brings its own way to do it; waiting and reading are the same in all of them.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Whatever is waited for is there by then, even on a busy machine. */
const PATIENCE_MS = 20_000;
/** How often is looked. */
const GLANCE_MS = 50;

/** In the page: the element at a place among those that match, or the one that begins with these words. Nothing while it cannot be used. */
export const find = (css, which) => {
  const named = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim().startsWith(which);
  const all = [...document.querySelectorAll(css)];
  const found = typeof which === 'string' ? all.find(named) : all[which];
  return found && !found.disabled && found.getClientRects().length ? found : null;
};

/**
 * One tab of one browser. A browser brings: `load(url)`, `reload()`, `comeBack(url)`, `evaluate(fn, ...args)`, `element(css, which)`,
 * `clickOn(css, which)`, `write(css, text)`, `press(letter)`, `pick(css, which, option)`, `attach(css, file)`, `complaints()`, `end()`,
 * and the folder of its `downloads`.
 */
export class Tab {
  /** Looks until what `see` gives is true, and gives it. A page that is just being left gives an error, which says "not yet". */
  async waitFor(what, see) {
    const until = Date.now() + PATIENCE_MS;
    let trouble = '';
    while (Date.now() < until) {
      try {
        const seen = await see();
        if (seen) return seen;
        trouble = '';
      } catch (error) {
        trouble = `: ${error.message}`;
      }
      await pause(GLANCE_MS);
    }
    throw new Error(`${what} did not come within ${PATIENCE_MS / 1_000} s${trouble}`);
  }

  /** Waits for an element that can be used. */
  see(css, which = 0) {
    return this.waitFor(named(css, which), () => this.element(css, which));
  }

  /** Waits for words in an element. */
  async read(css, words) {
    const text = () => this.evaluate((css) => document.querySelector(css)?.textContent.trim(), css);
    let last;
    const read = async () => words.test((last = await text())) && last;
    return this.waitFor(`${words} in ${css}`, read).catch((error) => {
      throw new Error(`${error.message}, but “${last}”`);
    });
  }

  async click(css, which = 0) {
    await this.see(css, which);
    await this.clickOn(css, which);
  }

  /** Goes to another screen by its address, as a link within the page does. */
  async follow(hash, screen) {
    await this.evaluate((hash) => void (location.hash = hash), hash);
    await this.see(`[data-screen=${screen}] h1`);
  }

  /** The file that was saved last, when it is whole: until then the browser has another one beside it, or an empty one. */
  saved(name) {
    return this.waitFor(`a file ${name}`, async () => {
      const [file, ...others] = await readdir(this.downloads);
      if (!file || others.length || !name.test(file)) return null;
      const path = join(this.downloads, file);
      return (await stat(path)).size > 0 && { path, bytes: await readFile(path) };
    });
  }
}

const named = (css, which) => (which === 0 ? css : `${css} “${which}”`);
