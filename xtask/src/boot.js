// Starts the app. There are two modules of it: the first one has the start page and a session, and is small, so that a first
// visit soon shows a card; the whole one has every screen, is fetched while the learner studies, and is used from then on.
// The page starts this script once more as a worker for long work (`src/ui/browser/worker.rs`): there it takes the whole one, too.
const modules = MODULES;
const KEPT = "cairn.whole";
const inPage = typeof document !== "undefined";

const kept = () => {
  try {
    return localStorage.getItem(KEPT) === modules.whole.wasm;
  } catch {
    return false;
  }
};

// Screens that are not drawn on a first visit bring their styles along. Without them a page is plain, and still there.
const dress = ({ href, integrity, media }) =>
  new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, integrity, media });
    link.onload = link.onerror = done;
    document.head.append(link);
    // Nobody prints before the page is there.
    if (media) done();
  });

// This script runs as soon as it is here, which may be before the rest of the page is.
const read = () =>
  new Promise((done) => {
    if (document.readyState !== "loading") return done();
    document.addEventListener("DOMContentLoaded", done, { once: true });
  });

// They refine the styles that the page begins with, and have to stand after them.
const dressed = async (styles) => {
  await read();
  await Promise.all(styles.map(dress));
};

const start = async ({ script, wasm, integrity, styles }) => {
  const fetched = fetch(wasm, { integrity });
  // If it fails before the script is here, nobody waits for it yet; whoever does hears of it all the same.
  fetched.catch(() => {});
  // The page to draw into, and the policy for what is drawn, come first, too.
  const dressing = inPage ? dressed(styles) : null;
  const module = await import(script);
  await dressing;
  await module.default({ module_or_path: fetched });
};

// Fetched in full, so that the next start finds it in the browser's cache, offline too.
const keep = async ({ script, wasm, integrity, styles }) => {
  const others = [script, ...styles.map(({ href }) => href)];
  const files = [fetch(wasm, { integrity, priority: "low" }), ...others.map((file) => fetch(file, { priority: "low" }))];
  const answers = await Promise.all(files);
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  localStorage.setItem(KEPT, wasm);
};

// An address that only the whole one knows, or its own word that something needs it.
const wanted = () => {
  if (!/^(#\/?(study\/[^/]*)?)?$/.test(location.hash)) return true;
  try {
    return sessionStorage.getItem(KEPT) === "wanted";
  } catch {
    return false;
  }
};

// On a very first visit the words that the page has to show come before the program: on a slow line they would share it. A page that is
// not looked at draws nothing, and does not wait for it.
const DRAWN = 1_000;
const drawn = () =>
  new Promise((resolve) => {
    if (document.hidden || navigator.serviceWorker?.controller) return resolve();
    setTimeout(resolve, DRAWN);
    requestAnimationFrame(() => setTimeout(resolve));
  });

const say = (words) => {
  document.getElementById("boot").lastElementChild.textContent = words;
};

const needed = inPage && wanted();
if (!inPage) {
  start(modules.whole).catch(() => postMessage(false));
} else if (needed || kept()) {
  try {
    await start(modules.whole);
  } catch (problem) {
    if (needed) {
      say("This page needs a connection once before it works offline. Connect and reload; nothing is lost.");
      throw problem;
    }
    // Offline, and the browser has thrown the whole one away.
    await start(modules.first);
  }
} else {
  await drawn();
  try {
    await start(modules.first);
  } catch (problem) {
    say("Cairn did not arrive whole, or was changed on its way. Reload the page; nothing is lost.");
    throw problem;
  }
  // Without it the app still works; leaving for another screen loads it then.
  setTimeout(() => keep(modules.whole).catch(() => {}), 3000);
}

// The service worker makes the next start possible without a network. A new version is only offered; the page says when to take it.
const HOUR = 3_600_000;
const offline = async () => {
  const container = navigator.serviceWorker;
  const before = container.controller;
  let taken = false;
  // Decks that came before there was a worker that sees what is asked for.
  const tell = () => {
    const decks = performance.getEntriesByType("resource").map((entry) => entry.name);
    container.controller?.postMessage({ keep: decks.filter((url) => url.endsWith(".pack")) });
  };
  container.addEventListener("controllerchange", () => {
    // The first worker changes nothing on the page. Another version does; a page that nobody asked waits until it is looked at again.
    if (!before) return tell();
    if (taken || document.hidden) return location.reload();
    addEventListener("visibilitychange", () => location.reload(), { once: true });
  });
  const registration = await container.register("./sw.js", { updateViaCache: "none" });
  const offer = () => {
    if (!registration.waiting || !before) return;
    document.documentElement.dataset.update = "";
    dispatchEvent(new Event("cairn-update"));
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  offer();
  addEventListener("cairn-take-update", () => {
    taken = true;
    registration.waiting?.postMessage("take over");
  });
  setInterval(() => registration.update().catch(() => {}), HOUR);
  tell();
};

if (inPage && "serviceWorker" in navigator && isSecureContext) {
  // Nothing that the learner waits for comes later for it.
  setTimeout(() => offline().catch(() => {}), 2000);
}
