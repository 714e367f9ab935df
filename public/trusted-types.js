// The page's policy lets no string become markup or a script address unless the policy named `default` agrees.
// Leptos copies its static parts through `template.innerHTML`, so this file runs before everything else and
// lets exactly that pass: markup that can start nothing by itself.
(() => {
  if (!globalThis.trustedTypes?.createPolicy) return;

  const starts =
    /<\s*\/?\s*(script|iframe|frame|object|embed|base|meta|link|style|form|portal)\b|[\s"'/]on[a-z]+\s*=|srcdoc\s*=|javascript:/i;
  const home = new URL(".", document.baseURI).href;

  const refuse = (what, value) => {
    const problem = new TypeError(`Trusted Types: refused ${what}: ${value.slice(0, 120)}`);
    console.error(problem.message);
    throw problem;
  };

  trustedTypes.createPolicy("default", {
    createHTML: (html) => (starts.test(html) ? refuse("markup", html) : html),
    // The service worker and the training worker: files beside the page, nothing else.
    createScriptURL: (address) => {
      const url = new URL(address, document.baseURI);
      const ours = url.href.startsWith(home) && url.pathname.endsWith(".js");
      return ours ? address : refuse("script", address);
    },
    // No createScript: no string is ever code.
  });
})();
