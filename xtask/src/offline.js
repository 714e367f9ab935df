// The service worker: the app opens without a network, and never changes under a learner's hands.
//
// What a version is made of is kept together under that version's name, so a page and its parts always fit. A new version is fetched
// beside the old one and waits until the learner takes it (or every page is closed). Decks have names that follow their content; those
// that were studied are kept on their own, and a new version fetches its editions of them before it is offered.
const VERSION = "VERSION_OF_BUILD";
const FILES = FILES_OF_BUILD;
const PACKS = PACKS_OF_BUILD;
const SHELL = `cairn-app-${VERSION}`;
const DECKS = "cairn-decks";

const here = (path) => new URL(path, registration.scope).href;
const track = (url) => /\/decks\/([a-z0-9-]+)\.[0-9a-f]+\.pack$/.exec(url)?.[1];

/** Fetches files into a cache: all of them, or it fails and is tried again at the next start. */
const keep = async (cache, paths, mode) => {
  const missing = [];
  for (const path of paths) if (!(await cache.match(here(path)))) missing.push(new Request(here(path), { cache: mode }));
  await cache.addAll(missing);
};

const install = async () => {
  const shell = await caches.open(SHELL);
  // Names without a hash say nothing of their age, so these are asked for anew.
  await keep(shell, FILES.filter((path) => !path.hashed).map((path) => path.name), "reload");
  await keep(shell, FILES.filter((path) => path.hashed).map((path) => path.name), "default");
  const decks = await caches.open(DECKS);
  const studied = new Set((await decks.keys()).map((request) => track(request.url)));
  await keep(decks, PACKS.filter((path) => studied.has(track(here(path)))), "default");
};

const tidy = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith("cairn-app-") && name !== SHELL) await caches.delete(name);
  }
  const decks = await caches.open(DECKS);
  const current = new Set(PACKS.map(here));
  for (const request of await decks.keys()) if (!current.has(request.url)) await decks.delete(request);
  // The page that was open before there was a worker has one from now on.
  await clients.claim();
};

/** What is kept for a request: the page for its own address, whatever is asked behind it, else the file itself. */
const find = async (request) => {
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  const page = request.mode === "navigate" && [here("./"), here("./index.html")].includes(address);
  const shell = await caches.open(SHELL);
  const kept = await shell.match(page ? here("./") : request);
  if (kept || !track(request.url)) return kept;
  return (await caches.open(DECKS)).match(request);
};

const answer = async (event) => {
  const { request } = event;
  // A browser that has lost or locked its caches is no reason not to ask the host.
  const kept = await find(request).catch(() => null);
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok && track(request.url)) {
    const copy = fetched.clone();
    // The page need not wait for it, and a full disk must not cost the learner the deck.
    event.waitUntil(caches.open(DECKS).then((decks) => decks.put(request, copy)).catch(() => {}));
  }
  return fetched;
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
  const wanted = event.data?.keep?.filter((url) => PACKS.some((path) => here(path) === url));
  if (wanted?.length) event.waitUntil(caches.open(DECKS).then((decks) => keep(decks, wanted, "default")));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const inside = request.url.startsWith(registration.scope);
  if (request.method === "GET" && inside && !request.headers.has("range")) event.respondWith(answer(event));
});
