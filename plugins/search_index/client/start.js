/**
 * All of the search that every page loads: it brings the rest when a box is first used or the search page is asked
 * something, and the marks on a page that a result led to. It does something by being loaded.
 */
(function (Intertitle) {
  "use strict";

  // A theme may have it in its header and in its search page.
  if (Intertitle.isStarted) return;
  Intertitle.isStarted = true;

  const root = new URL("../", document.currentScript.src).href;
  /** How it looks; another theme says in `data-style` where it has that. */
  const look = document.currentScript.dataset.style ?? "theme/css/search.css";
  const header = document.getElementById("search-box");
  const page = document.getElementById("search-page-box");

  /** Brings an element that loads something, and tells when it has. */
  function loaded(made) {
    return new Promise((resolve, reject) => {
      made.addEventListener("load", resolve);
      made.addEventListener("error", reject);
      document.head.append(made);
    });
  }

  const scripts = new Map();

  /** A script, once; one that could not come is asked for again. */
  function script(name) {
    if (!scripts.has(name)) {
      const made = document.createElement("script");
      made.src = `${root}search/${name}.js`;
      // Those that are asked for together come together, and run in their order.
      made.async = false;
      scripts.set(name, loaded(made));
      scripts.get(name).catch(() => scripts.delete(name));
    }
    return scripts.get(name);
  }

  /** Without its style the search still answers. */
  function style() {
    const made = document.createElement("link");
    made.rel = "stylesheet";
    made.href = root + look;
    return loaded(made).catch(() => {});
  }

  /** The client and some scripts after it. The search page has their style from the beginning. */
  function bring(...names) {
    return Promise.all([page ? null : style(), ...["client", ...names].map(script)]);
  }

  /**
   * Suggestions below the box from when it is first used on. What was typed while they came is asked then;
   * if they cannot come, the box is still a form that leads to the search page, and asks again when it is used again.
   */
  function suggestWhenUsed() {
    let isTyped = false;
    header.addEventListener("input", () => (isTyped = true), { once: true });
    header.addEventListener(
      "focus",
      () => {
        const begin = () => {
          Intertitle.search.ready().catch(() => {});
          Intertitle.addSuggestions(header);
          if (isTyped && document.activeElement === header) header.dispatchEvent(new Event("input"));
        };
        bring("manifest").then(begin).catch(suggestWhenUsed);
      },
      { once: true },
    );
  }

  /**
   * Results on the search page: at once where its address asks for some or it is come back to, else from when its box
   * is first used on. If the scripts cannot come, they are asked for again with the next letter.
   */
  function answer() {
    let typed = null;
    const keep = () => (typed = page.value);
    const beginOn = (event) => page.addEventListener(event, begin, { once: true });
    const begin = () => bring("manifest", "page").then(begun, () => beginOn("input"));
    // What was typed meanwhile is asked then: the page begins with the text of its address.
    const begun = () => {
      page.removeEventListener("input", keep);
      if (typed === null) return;
      page.value = typed;
      page.dispatchEvent(new Event("input"));
    };
    page.addEventListener("input", keep);
    if (location.search || history.state) {
      document.getElementById("search-examples").hidden = true;
      begin();
    } else {
      beginOn("focus");
    }
  }

  /** `/` goes to the box, unless something is being typed elsewhere; and so does what other sites have taught, Ctrl or Cmd with K. */
  function addShortcut(box) {
    document.addEventListener("keydown", (event) => {
      const { target, altKey } = event;
      const isHeld = event.ctrlKey || event.metaKey;
      const typing = target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
      const asks = isHeld ? event.key.toLowerCase() === "k" : event.key === "/" && !typing;
      if (!asks || altKey) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
  }

  if (header) {
    // What it is, is told before the list is there: who listens is told once, when the box is reached.
    header.setAttribute("role", "combobox");
    header.setAttribute("aria-autocomplete", "list");
    header.setAttribute("aria-expanded", "false");
    suggestWhenUsed();
  }
  // The words that a result hands over, as address.js writes them.
  if (page) answer();
  else if (new URLSearchParams(location.search).has("hl")) bring("marks").catch(() => {});
  if (page || header) addShortcut(page ?? header);
})((globalThis.Intertitle = globalThis.Intertitle || {}));
