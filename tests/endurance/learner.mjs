// Types as a learner does, through the real screens.

export async function enterStart(page, url) {
  // Within the app no page is loaded, for which Firefox would wait.
  if (page.url().startsWith(url)) await page.evaluate(() => (location.hash = '#/'));
  else await page.goto(`${url}#/`);
  await page.waitForSelector('[data-screen=start] [data-track]');
}

/** What the start page says is wrong, or was. */
export function notices(page) {
  return page.$$eval('.notice', (all) => all.map((notice) => notice.textContent.trim()));
}

/** The ids of all tracks. */
export function tracks(page) {
  return page.$$eval('[data-track]', (all) => all.map((track) => track.dataset.track).sort());
}

export async function enterData(page, url) {
  if (page.url().startsWith(url)) await page.evaluate(() => (location.hash = '#/data'));
  else await page.goto(`${url}#/data`);
  await page.waitForSelector('[data-screen=settings] #new-per-day');
}

/** How many answers the data page says are kept. */
export async function kept(page) {
  const words = await page.$eval('[data-screen=settings]', (screen) => screen.textContent);
  return Number(/(\d+) answers? to \d+ items?/.exec(words)?.[1] ?? 0);
}

/** Lets a day bring as many new items as there are. */
export async function wantMany(page) {
  await page.click('#new-per-day', { count: 3 });
  await page.keyboard.type('999');
  // Firefox without a window does not notice that a field was left.
  await page.keyboard.press('Enter');
  // Stored before anything else happens.
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('cairn2.s.')));
}

/** Every fact of the log, from the plain-text export: id, and what it says. */
export async function facts(page) {
  await page.evaluate(() => (globalThis.cairnBlob = null));
  await page.$$eval('[data-screen=settings] button', (all) =>
    all.find((button) => button.textContent === 'Export as plain text').click());
  await page.waitForFunction(() => globalThis.cairnBlob);
  const text = await page.evaluate(() => globalThis.cairnBlob.text());
  const found = new Map();
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const [writer, number, , , what] = JSON.parse(line.slice(line.indexOf(' ') + 1));
    found.set(`${writer}:${number}`, what);
  }
  return found;
}

export async function enterStudy(page, url, track) {
  // By way of the start page, so that what is waited for is not the session before.
  await enterStart(page, url);
  await page.evaluate((track) => (location.hash = `#/study/${track}`), track);
  await page.waitForSelector('article.question[data-revealed=false], section.summary');
}

/** Answers the item at hand, of whatever kind, by keys alone; `false` where the session is over. */
export async function answer(page, key) {
  const asked = await page.evaluate(() => {
    const question = document.querySelector('article.question[data-revealed=false]');
    if (!question) return null;
    const label = question.querySelector('.options')?.getAttribute('aria-label');
    return {
      item: question.dataset.item,
      picks: label ? Number(/\d+$/.exec(label)?.[0] ?? 1) : 0,
      pairs: Boolean(question.querySelector('.pair')),
      typed: Boolean(question.querySelector('form.typed')),
    };
  });
  if (!asked) return false;
  if (asked.pairs) {
    // Joining by keys takes a minute; a learner in a hurry buries it, which is a fact, too.
    await page.keyboard.press('b');
    await page.waitForFunction(
      (item) => document.querySelector('section.summary') || document.querySelector('article.question')?.dataset.item !== item,
      {},
      asked.item,
    );
    return true;
  }
  for (let pick = 1; pick <= asked.picks; pick++) await page.keyboard.press(String(pick));
  if (asked.typed) await page.keyboard.type('some');
  await page.keyboard.press('Enter');
  await page.waitForSelector('article.question[data-revealed=true]');
  await page.keyboard.press(key);
  // The same item may come again at once, if it is the last one.
  await page.waitForSelector('article.question[data-revealed=false], section.summary');
  return true;
}
