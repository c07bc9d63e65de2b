/**
 * Tells what each mark of the drawing is, and when, to whoever points at it: beside it is what there is room for. The
 * entry that a mark leads to says the same in words.
 */
(function () {
  "use strict";

  for (const mark of document.querySelectorAll(".mark")) {
    const entry = document.getElementById(mark.getAttribute("href").slice(1));
    const parts = [".event-name a", ".event-date", ".status"].map((css) => entry.querySelector(css));
    const [name, ...more] = parts.filter(Boolean).map((one) => one.textContent.trim());
    const title = document.createElementNS(mark.namespaceURI, "title");
    title.textContent = `${name}: ${more.join(", ")}`;
    mark.prepend(title);
  }
})();
