/**
 * Marks the words that a result handed over to its page. It does something by being loaded.
 */
(function (Intertitle) {
  "use strict";

  // Themes of others have a main part without our id, or none.
  Intertitle.addHighlight(document.getElementById("main") ?? document.querySelector("main") ?? document.body);
})((globalThis.Intertitle = globalThis.Intertitle || {}));
