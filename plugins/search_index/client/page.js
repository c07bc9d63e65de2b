/**
 * Brings results to the search page. It does something by being loaded, as `start.js` does on every page.
 */
(function (Intertitle) {
  "use strict";

  const box = document.getElementById("search-page-box");
  if (box) Intertitle.addSearchPage(box);
})((globalThis.Intertitle = globalThis.Intertitle || {}));
