// What goes into the page before the app does: it writes down what is stored and when the app says that it is safe.

/** Runs in the page. Calls `cairnSaved(facts)` with what was stored since the last call, in the turn in which “Saved” appears. */
export function record() {
  const PREFIX = 'cairn2.s.';
  const counts = {};
  let waiting = [];
  let key = '';
  addEventListener('keydown', (event) => (key = event.key), true);
  const plain = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, value) {
    plain.call(this, name, value);
    if (!name.startsWith(PREFIX)) return;
    // The app writes a segment once for each fact, so the facts of one writer are as many as its writes.
    const writer = name.slice(PREFIX.length).split('.')[0];
    // Tidying makes long texts of many writers, which say nothing new.
    if (writer === 'merged') return;
    counts[writer] = (counts[writer] ?? 0) + 1;
    const item = document.querySelector('article.question')?.dataset.item;
    if (item) waiting.push({ writer, number: counts[writer], item, key });
  };
  const inLine = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('p.saved');
  new MutationObserver((changes) => {
    // Only a change of the line itself counts: it may say “Saved” of the answer before while this one is on its way.
    const line = changes.map((change) => inLine(change.target)).find(Boolean);
    if (line?.textContent !== 'Saved' || !waiting.length) return;
    const facts = waiting;
    waiting = [];
    globalThis.cairnSaved(JSON.stringify(facts));
  }).observe(document, { childList: true, characterData: true, subtree: true });
  // A backup is kept for the test and not written anywhere.
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    globalThis.cairnBlob = blob;
    return address.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => {};
}
