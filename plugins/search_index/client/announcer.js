/**
 * What a screen reader is told while one types: once for each pause, and not at every letter.
 *
 * Adds `Intertitle.makeAnnouncer`.
 */

(function (Intertitle) {
  "use strict";

  /** Milliseconds without another letter after which somebody listens; above the pace of slow typing. */
  const PAUSE = 400;

  /**
   * Says the latest of what it is given, when nothing else has come for a while.
   * @param {{textContent: string}} region a live region; it must be in the page before it says anything
   * @returns {(text: string) => void} an empty text takes back what waits
   */
  function makeAnnouncer(region) {
    let waiting = 0;
    return (text) => {
      clearTimeout(waiting);
      if (text === "") region.textContent = "";
      else waiting = setTimeout(() => (region.textContent = text), PAUSE);
    };
  }

  Intertitle.makeAnnouncer = makeAnnouncer;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
