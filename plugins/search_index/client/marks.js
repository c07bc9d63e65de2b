/**
 * Marks the words that a result handed over to its page. It does something by being loaded.
 */
(function (Intertitle) {
  "use strict";

  Intertitle.addHighlight(document.getElementById("main"));
})((globalThis.Intertitle = globalThis.Intertitle || {}));
