// WebKitGTK's MiniBrowser on a screen that nobody sees (Xvfb), through WebKitWebDriver. The protocol is a dozen requests, so no package
// speaks it for us.

import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { borrow, homeIn, start } from './leash.mjs';
import { find, Tab } from './tab.mjs';

const DRIVER = process.env.WEBKIT_DRIVER || '/usr/bin/WebKitWebDriver';
const SCREEN = process.env.XVFB || 'Xvfb';
/** The protocol's name for a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE_MS = 30_000;

/** In the page, before anything else is asked of it: notes what it complains of. The driver itself doesn't tell. */
const listen = `if (!globalThis.isHeard) {
  globalThis.isHeard = true;
  const note = (words) => {
    try { sessionStorage.setItem('complaints', JSON.stringify([...JSON.parse(sessionStorage.getItem('complaints') ?? '[]'), words])); } catch {}
  };
  addEventListener('error', (event) => note('uncaught: ' + event.message));
  addEventListener('unhandledrejection', (event) => note('uncaught: ' + event.reason));
  addEventListener('securitypolicyviolation', (event) => note('against the policy: ' + event.violatedDirective + ' ' + event.blockedURI));
  const error = console.error;
  console.error = (...words) => (note('console: ' + words.join(' ')), error.apply(console, words));
}`;

export class WebKit extends Tab {
  #folder;
  /** What ends the programs, the newest first. */
  #ends = [];
  #address;
  #session;

  /** Starts it. It keeps nothing once it has ended, so its profile is always a fresh one. */
  static async open() {
    const webkit = new WebKit();
    webkit.#folder = borrow('webkit');
    try {
      await webkit.#start();
    } catch (error) {
      await webkit.end();
      throw error;
    }
    return webkit;
  }

  async #start() {
    const home = this.#folder.path;
    this.downloads = join(home, 'downloads');
    await mkdir(this.downloads);
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config', 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${this.downloads}"\n`);
    const port = await freePort();
    const env = { ...homeIn(home), DISPLAY: await this.#screen(), NO_AT_BRIDGE: '1' };
    this.#run(DRIVER, ['--host=127.0.0.1', `--port=${port}`], { env, stdio: ['ignore', 'inherit', 'inherit'] }, 'KILL');
    this.#address = `http://127.0.0.1:${port}`;
    await this.waitFor('WebKitWebDriver', async () => (await this.#ask('GET', '/status')).ready);
    // What is waited for, this program waits for itself: the page is to be listened to as soon as it is there.
    const capabilities = { alwaysMatch: { pageLoadStrategy: 'none' } };
    const { sessionId } = await this.#ask('POST', '/session', { capabilities });
    this.#session = `/session/${sessionId}`;
    await this.#tell('/window/rect', { width: 1200, height: 800 });
  }

  /** A screen of its own; it says itself which one is free. */
  async #screen() {
    const options = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
    // It takes its lock away when it is asked to end.
    const xvfb = this.#run(SCREEN, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }, 'TERM');
    const said = new Promise((done, failed) => {
      xvfb.stdio[3].once('data', (number) => done(`:${String(number).trim()}`));
      xvfb.once('error', failed).once('exit', () => failed(new Error('Xvfb ended at once')));
    });
    return said;
  }

  #run(program, args, options, signal) {
    const { child, end } = start(program, args, options, signal);
    this.#ends.unshift(end);
    return child;
  }

  async #ask(method, path, body) {
    const response = await fetch(this.#address + path, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  /** Asks the session for a deed. */
  #tell(path, body = {}) {
    return this.#ask('POST', this.#session + path, body);
  }

  load(url) {
    return this.#leave(() => this.#tell('/url', { url }));
  }

  reload() {
    return this.#leave(() => this.#tell('/refresh'));
  }

  /** A later visit. The browser goes on: it would forget everything. */
  comeBack(url) {
    return this.load('about:blank').then(() => this.load(url));
  }

  /** Does what brings another page, and waits until the old one is gone. */
  async #leave(deed) {
    await this.evaluate(() => void (globalThis.isLeft = true));
    await deed();
    await this.waitFor('another page', () => this.evaluate(() => !globalThis.isLeft && document.readyState !== 'loading'));
  }

  evaluate(see, ...args) {
    return this.#tell('/execute/sync', { script: `${listen}\nreturn (${see})(...arguments);`, args });
  }

  element(css, which) {
    return this.evaluate(find, css, which);
  }

  async #do(deed, css, which, body) {
    const { [ELEMENT]: id } = await this.element(css, which);
    return this.#tell(`/element/${id}/${deed}`, body);
  }

  clickOn(css, which) {
    return this.#do('click', css, which);
  }

  async write(css, text) {
    await this.#do('clear', css, 0);
    await this.#do('value', css, 0, { text });
  }

  press(letter) {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: letter }));
    return this.#tell('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async pick(css, which, option) {
    const { [ELEMENT]: id } = await this.element(css, which);
    const { [ELEMENT]: inner } = await this.evaluate((select, option) => select.options[option], { [ELEMENT]: id }, option);
    await this.#tell(`/element/${inner}/click`);
  }

  async attach(css, file) {
    const { [ELEMENT]: id } = await this.evaluate((css) => document.querySelector(css), css);
    await this.#tell(`/element/${id}/value`, { text: file });
  }

  /** What the page complained of. */
  complaints() {
    return this.evaluate(() => JSON.parse(sessionStorage.getItem('complaints') ?? '[]'));
  }

  async end() {
    // It may hang, or be gone: what is left is ended by force right after it.
    if (this.#session) await this.#ask('DELETE', this.#session).catch(() => {});
    for (const end of this.#ends) await end();
    await this.#folder.remove();
  }
}

/** A port that nobody has at this moment. */
function freePort() {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
