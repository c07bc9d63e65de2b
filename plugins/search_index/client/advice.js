/**
 * What stands between the status and the results: what was meant, what stood in for what was typed, and ways
 * on from nothing.
 *
 * Adds `Intertitle.makeAdvice`.
 */

(function (Intertitle) {
  "use strict";

  const { element, button, link, address, searchAddress } = Intertitle.nodes;
  const { choices, wording } = Intertitle;

  /** Reasons of a ShardError for which only another index helps, not another try. */
  const STALE = new Set(["version", "mixed"]);

  /**
   * @param {HTMLElement} place
   * @param {HTMLAnchorElement | null} index the link to an index of words
   * @param {(state: State, event: Event) => void} follow called instead of loading the page that a link leads to
   */
  function makeAdvice(place, index, follow) {
    /** A link to another state of the page. */
    function way(label, state) {
      const led = link("", searchAddress(state.text, state.filters), label);
      led.addEventListener("click", (event) => follow(state, event));
      return led;
    }

    /** @returns {string[]} the notes in words, for who cannot see them */
    function show(state, result) {
      const told = notes(state, result);
      place.replaceChildren(...told, ...(result.total === 0 ? [waysOn(state)] : []));
      return told.map((note) => note.textContent);
    }

    /** Asks again, or loads the page again where the files of one index will not do any more. */
    function showFault(fault, tryAgain) {
      const again = STALE.has(fault.reason)
        ? button("search-again", "Reload the page", () => location.reload())
        : button("search-again", "Try again", tryAgain);
      place.replaceChildren(element("p", "search-help", again, " ", ...indexes()));
    }

    function notes({ filters }, result) {
      const told = wording.notes(result).map((line) => element("p", "search-told", line));
      if (!result.suggestion) return told;
      const meant = way(result.suggestion, { text: result.suggestion, filters });
      return [element("p", "search-told search-meant", "Did you mean ", meant, "?"), ...told];
    }

    /** Without the filters, without the signs that narrow down, with fewer words, by the index. */
    function waysOn({ text, filters }) {
      const ways = wording.simpler(text).map((simpler) => [
        `Search ${simpler.label}: `, way(simpler.text, { text: simpler.text, filters }),
      ]);
      if (choices.chosen(filters).length > 0) ways.unshift([way("Search the whole archive", { text, filters: {} })]);
      ways.push([wording.tryThis(text)]);
      // A site that is no archive has no index of names, and says so in its page.
      if (place.dataset.index !== "none") ways.push(indexes());
      return element("ul", "search-help", ...ways.map((nodes) => element("li", "", ...nodes)));
    }

    function indexes() {
      const all = link("", address("a-z.html"), "A to Z");
      if (!index) return ["Look into the ", all, "."];
      return ["Look into the ", all, " or the ", link("", index.href, "Index"), "."];
    }

    return { show, showFault, clear: () => place.replaceChildren() };
  }

  Intertitle.makeAdvice = makeAdvice;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
