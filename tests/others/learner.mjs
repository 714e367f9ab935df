// What a learner does on the screens, with the mouse and now and then a key. tests/browser/pages/ describes the screens.

const ASKED = 'article.question[data-revealed=false]';
const KEPT = '[data-screen=settings] section[aria-labelledby=backup] > p';
const NEXT = `${ASKED}, section.summary`;

/** Begins a track on the very first visit, through the form that asks for it. */
export async function begin(tab, url, track) {
  await tab.load(url);
  await tab.see('.first-run select');
  const place = await tab.evaluate((track) => [...document.querySelectorAll('.first-run option')].findIndex((of) => of.value === track), track);
  await tab.pick('.first-run select', 0, place);
  await tab.click('.first-run button.primary');
  await tab.see(ASKED);
}

/** The item at hand, and what it wants to be answered. */
const asked = () => {
  const question = document.querySelector('article.question[data-revealed=false]');
  const wanted = question.querySelector('.options')?.getAttribute('aria-label');
  return {
    item: question.dataset.item,
    options: wanted ? Number(/\d+$/.exec(wanted)?.[0] ?? 1) : 0,
    pairs: question.querySelectorAll('.pair select').length,
    isTyped: Boolean(question.querySelector('form.typed')),
  };
};

/** Answers the item at hand somehow, grades it, and waits until that is saved and the next one is there. Gives its id. */
export async function answer(tab) {
  await tab.see(ASKED);
  const { item, options, pairs, isTyped } = await tab.evaluate(asked);
  for (let place = 0; place < options; place += 1) await tab.click('.option-button', place);
  for (let place = 0; place < pairs; place += 1) await tab.pick('.pair select', place, place + 1);
  if (isTyped) await tab.write('form.typed input', 'something');
  await tab.click('.actions-inner button.primary, form.typed button.primary');
  await tab.see('article.question[data-revealed=true] .answer');
  await tab.click('[data-grade=Good]');
  await tab.see(NEXT);
  await tab.read('p.saved', /^Saved$/);
  return item;
}

/** What the start page says of today, once it has said what waits. */
export async function today(tab) {
  await tab.follow('#/', 'start');
  // Decks are on their way until then, and Firefox complains of what is left half-way.
  await tab.read('.headline h1', /waiting|All done/);
  return tab.read('.headline', /answers?/);
}

/** What the data page says is kept. */
export async function kept(tab) {
  await tab.follow('#/data', 'settings');
  return tab.read(KEPT, /kept/);
}

/** Sits the shortest mock exam there is, against the clock: two questions are answered, the others are left open. Gives its score. */
export async function sitExam(tab, track) {
  await tab.follow(`#/exams/${track}`, 'exam');
  await tab.see('.own-form');
  await tab.write('.own-form input[type=number]', '5');
  await tab.pick('.own-form select', 1, 1);
  await tab.click('.own-form input[type=checkbox]', 0);
  await tab.click('[data-begin=own]');
  await tab.read('.room-question h1', /^Question 1 of 5/);
  await tab.read('[role=timer]', /^\d+:\d\d$/);
  for (const number of [1, 2]) {
    await choose(tab);
    await tab.click('.room-buttons button', 'Next');
    await tab.read('.room-question h1', new RegExp(`^Question ${number + 1} of 5`));
  }
  await tab.press('l');
  await tab.read('.room', /3 without a whole answer/);
  await tab.click('[data-submit]');
  await tab.click('[data-submit]', 'Hand in with 3 open');
  await tab.see('.report');
  return tab.read('.score-number', /\d/);
}

/** Answers a question of the exam, whatever its kind, as far as the room wants it. */
async function choose(tab) {
  const count = (css) => tab.evaluate((css) => document.querySelectorAll(css).length, css);
  const options = await count('.room-question .option-button');
  const isLacking = () => tab.evaluate(() => document.querySelector('.lacking').textContent !== '');
  for (let place = 0; place < options; place += 1) {
    await tab.click('.room-question .option-button', place);
    await tab.see('.option.picked', place);
    if (!(await isLacking())) return;
  }
  const pairs = await count('.room-question .pair select');
  for (let place = 0; place < pairs; place += 1) await tab.pick('.room-question .pair select', place, place + 1);
  if (await count('.room-question form.typed input')) await tab.write('.room-question form.typed input', 'something');
}

/** Exports everything and gives the file. */
export async function exportAll(tab) {
  await tab.follow('#/data', 'settings');
  await tab.click('button', 'Export everything');
  const file = await tab.saved(/^cairn-backup-[\d-]+\.cairn$/);
  await tab.read('.notice', /^Backup written/);
  return file;
}

/** Brings a file in. Gives what the page said of it before. */
export async function importAll(tab, url, path) {
  await tab.load(`${url}#/data`);
  await tab.read(KEPT, /^Nothing is kept here as yet/);
  await tab.attach('[data-screen=settings] input[type=file]', path);
  const said = await tab.read('.preview p', /This backup holds/);
  await tab.click('.preview button', 'Import');
  await tab.read('.notice', /entries added/);
  return said;
}

/** Waits until the app and the deck of the track are kept for a visit without the host. */
export function ready(tab, track) {
  return tab.waitFor('everything that a visit without the host needs', async () => {
    const urls = await tab.evaluate(async () => {
      if (!(await navigator.serviceWorker.getRegistration())?.active) return [];
      const requests = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
      return (await Promise.all(requests)).flat().map((request) => request.url);
    });
    return urls.some((url) => url.includes(`/decks/${track}.`)) && urls.filter((url) => url.endsWith('_bg.wasm')).length === 2;
  });
}
