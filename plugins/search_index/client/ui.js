/**
 * Brings the search to a page: the box in the header, and the marks on a page that a result led to. The only module that does something by being loaded.
 */
(function (Intertitle) {
  "use strict";

  /** Begins to load when the box is first used; a fault is told when something is typed. */
  function loadOnFocus(box) {
    box.addEventListener("focus", () => Intertitle.search.ready().catch(() => {}), { once: true });
  }

  /** `/` goes to the box, unless something is being typed elsewhere. */
  function addShortcut(box) {
    document.addEventListener("keydown", (event) => {
      const { target } = event;
      const typing = target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
  }

  /** The marks are a script of their own: few pages are reached by a result. */
  function bringMarks() {
    const script = document.createElement("script");
    script.src = `${Intertitle.root}search/marks.js`;
    document.head.append(script);
  }

  const header = document.getElementById("search-box");
  const box = document.getElementById("search-page-box");
  const main = document.getElementById("main");
  if (header) {
    loadOnFocus(header);
    Intertitle.addSuggestions(header);
  }
  if (main && !box && Intertitle.address.handedOver(location.search) !== "") bringMarks();
  if (box || header) addShortcut(box ?? header);
})((globalThis.Intertitle = globalThis.Intertitle || {}));
