/**
 * Where a reader has been on the search page: its state, and the browser's history of it.
 *
 * Adds `Intertitle.makeVisits`.
 */

(function (Intertitle) {
  "use strict";

  const { readState, writeState } = Intertitle.address;
  const { searchAddress } = Intertitle.nodes;

  /**
   * @param {(kept: {shown?: number, at?: number}) => void} comeBack called when the reader goes back or forward,
   *   with what was kept of that visit
   */
  function makeVisits(comeBack) {
    let state = readState(location.search);
    /** Whether the history's present entry is one to come back to, and not a query that is being typed. */
    let isSettled = true;

    /** Goes to another state. All that is typed at one time is one entry of the history. */
    function go(next, isTyped) {
      const [here, there] = [writeState(state), writeState(next)];
      state = next;
      if (here !== there) write(isSettled && here !== "" ? "pushState" : "replaceState", {}, address());
      isSettled = !isTyped;
    }

    function address() {
      return searchAddress(state.text, state.filters);
    }

    /** Some browsers let no page from `file://` change its address; the results are the same. */
    function write(way, kept, url) {
      try {
        history[way](kept, "", url);
      } catch {
        // Nothing is lost but the address.
      }
    }

    addEventListener("popstate", (event) => {
      const there = readState(location.search);
      // A link to a letter of the index changes the address too, and is no visit of its own.
      if (writeState(there) === writeState(state)) return;
      state = there;
      isSettled = true;
      comeBack(event.state ?? {});
    });

    return {
      state: () => state,
      go,
      /** What this visit was like, for when the reader comes back to it. */
      keep: (kept) => write("replaceState", kept, location.href),
    };
  }

  Intertitle.makeVisits = makeVisits;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
