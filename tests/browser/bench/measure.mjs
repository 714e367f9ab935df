// What the storage benchmark measures, in the page and around it.

/** Runs in the page before the app: writes down when the start page can be used, and each write, key and question. */
export function watch() {
  const seen = { usable: null, words: '', long: [], writes: [], keys: [], saved: [] };
  globalThis.cairnBench = seen;
  const now = () => performance.now();
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.long.push({ at: task.startTime, ms: task.duration });
  }).observe({ type: 'longtask', buffered: true });

  const plain = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, text) {
    const before = now();
    plain.call(this, key, text);
    const after = now();
    seen.writes.push({ key, units: key.length + text.length, ms: after - before });
    const press = seen.keys.at(-1);
    if (press && press.stored === null && key.startsWith('cairn2.s.')) press.stored = after - press.at;
  };
  addEventListener('keydown', (event) => {
    const asked = document.querySelector('article.question[data-revealed=true]')?.dataset.item;
    if (asked && /^[1-4]$/.test(event.key)) seen.keys.push({ at: now(), asked, stored: null, next: null, safe: null });
  }, true);

  const usable = () => {
    const screen = document.querySelector('[data-screen=start]');
    const heading = screen?.querySelector('h1')?.textContent ?? '';
    return screen?.querySelector('[data-track]') && !heading.startsWith('Loading') && heading;
  };
  const look = () => {
    const heading = seen.usable === null && usable();
    if (heading) {
      seen.words = heading;
      seen.ready = now();
      // Usable is what has been drawn.
      requestAnimationFrame(() => {
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => (seen.usable ??= now());
        drawn.port2.postMessage(null);
      });
    }
    const press = seen.keys.at(-1);
    if (!press) return;
    const next = document.querySelector('article.question[data-revealed=false], section.summary');
    if (press.next === null && next && next.dataset.item !== press.asked) press.next = now() - press.at;
    if (press.safe === null && press.next !== null && document.querySelector('p.saved')?.textContent === 'Saved') press.safe = now() - press.at;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
}

/** Puts a log into both stores, as the app would have left it; runs in a page of the same origin in which the app is not running. */
export async function load(texts) {
  const whole = localStorage.getItem('cairn.whole');
  localStorage.clear();
  if (whole) localStorage.setItem('cairn.whole', whole);
  for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('the database is in use'));
    });
  await done(indexedDB.deleteDatabase('cairn1'));
  const opening = indexedDB.open('cairn1', 1);
  opening.onupgradeneeded = () => ['texts', 'cache'].forEach((name) => opening.result.createObjectStore(name));
  const database = await done(opening);
  const writing = database.transaction('texts', 'readwrite', { durability: 'strict' });
  for (const [key, text] of Object.entries(texts)) writing.objectStore('texts').put(text, key);
  await new Promise((resolve, reject) => Object.assign(writing, { oncomplete: resolve, onabort: () => reject(writing.error) }));
  database.close();
}

/** Bytes of the snapshot, or 0; takes it away if asked to. */
export async function snapshot(remove) {
  const opening = indexedDB.open('cairn1', 1);
  const database = await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: () => resolve(opening.result), onerror: reject }));
  if (!database.objectStoreNames.contains('cache')) return database.close() ?? 0;
  const transaction = database.transaction('cache', remove ? 'readwrite' : 'readonly');
  const request = transaction.objectStore('cache').get('snapshot');
  if (remove) transaction.objectStore('cache').delete('snapshot');
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
  return request.result?.byteLength ?? 0;
}

/** The value below which a share of the values lies. */
export function percentile(values, share) {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] : null;
}

export const median = (values) => percentile(values, 0.5);
