/**
 * Elements of the page, made from text and never from HTML.
 *
 * Adds `Intertitle.nodes`. Needs a document only when it is called.
 */

(function (Intertitle) {
  "use strict";

  /** An element with a class and children; strings become text. */
  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** A button that does something when it is pressed. */
  function button(className, label, press) {
    const made = element("button", className, label);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }

  function link(className, url, ...children) {
    const made = element("a", className, ...children);
    made.href = url;
    return made;
  }

  /** @param {Piece[]} pieces */
  function pieces(pieces) {
    return pieces.map(({ text, mark }) => (mark ? element("mark", "", text) : text));
  }

  /** The address of a page of the site, wherever this page stands. */
  function address(url) {
    return new URL(url, Intertitle.root).href;
  }

  function title(hit) {
    return element("span", hit.kind === "work" ? "search-title is-work" : "search-title", hit.title);
  }

  function kind(hit) {
    return element("span", "search-kind", Intertitle.wording.kindOfHit(hit));
  }

  /** The address of the search page in a state. */
  function searchAddress(text, filters = {}) {
    return address("search.html") + Intertitle.address.writeState({ text, filters });
  }

  Intertitle.nodes = { element, button, link, pieces, address, searchAddress, title, kind };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
