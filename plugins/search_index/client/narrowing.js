/**
 * When the filters of the search page are counted. In a small archive they are counted with every answer. In a
 * large one their files are as heavy as all else that an answer needs, and are asked for only by a reader who
 * opens the filters.
 *
 * Adds `Intertitle.makeNarrowing`.
 */

(function (Intertitle) {
  "use strict";

  const { choices } = Intertitle;

  /** Pages up to which an archive is small: its facets have a few kilobytes. */
  const SMALL = 2000;

  /** A window in which the filters stand beside the results; theme/static/css/search.css has the same width. */
  const WIDE = "(width >= 60rem)";

  /**
   * @param {HTMLElement} host an empty element for the filters
   * @param {(filters: Filters) => void} change called with what a reader chose
   * @param {() => void} skipped called when a reader wants to be past the filters
   */
  function makeNarrowing(host, change, skipped) {
    const panel = Intertitle.makeFilters(host, change, { opened: () => count(), skipped });
    let latest = null;
    let isOnDemand = false;

    /**
     * Shows the filters of an answer, counted if they are wanted.
     * @param {State} state
     * @param {{total: number}} result
     * @param {() => boolean} isStill false when something else has been asked since
     */
    async function show(state, result, isStill) {
      const isFirst = latest === null;
      latest = { state, isStill };
      isOnDemand = await isLarge();
      if (!isStill()) return;
      const isNarrowed = choices.chosen(state.filters).length > 0;
      if (isOnDemand && result.total === 0 && !isNarrowed) return panel.show(null, {});
      if (isOnDemand) panel.offer();
      if (isOnDemand && isFirst && isNarrowed && matchMedia(WIDE).matches) panel.fold(false);
      await count();
    }

    /** Counts and shows the filters of the latest answer, unless another one came meanwhile. */
    async function count() {
      if (latest === null || (isOnDemand && !panel.isOpen())) return;
      const { state, isStill } = latest;
      const facets = await facetsOf(state);
      if (!isStill()) return;
      panel.show(facets, state.filters);
      // Here a reader has pressed the button, which stays, so that pressing it again asks again.
      if (isOnDemand) panel.offer();
    }

    /** Nothing was asked: there is nothing to narrow. */
    function clear() {
      latest = null;
      panel.show(null, {});
    }

    return { show, clear };
  }

  async function isLarge() {
    try {
      const { index } = await Intertitle.search.ready();
      return index.documents > SMALL;
    } catch {
      return false;
    }
  }

  /** The facets of a query; null where there are none to be had, which costs a reader the filters and no result. */
  async function facetsOf({ text, filters }) {
    try {
      return await Intertitle.search.facets(text, { filters });
    } catch {
      return null;
    }
  }

  Intertitle.makeNarrowing = makeNarrowing;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
