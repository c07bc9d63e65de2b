/**
 * The search page: it answers its address, whatever is typed into its box, and the filters.
 *
 * In the page: `#search-page-box` in its form, `#search-status`, `#search-said` (announced), `#search-chips`, `#search-advice`,
 * `#search-results`, `#search-filters`, `#search-examples`, and `#search-index`, a link, where there is an index of words.
 *
 * Adds `Intertitle.addSearchPage`.
 */

(function (Intertitle) {
  "use strict";

  const { element, button, link, pieces, address, title, kind } = Intertitle.nodes;
  const { choices, wording } = Intertitle;

  /** Results at a time. */
  const RESULTS = 10;

  /** Milliseconds after which a reader is told that it takes a while. */
  const WHILE = 600;

  const byId = (id) => document.getElementById(id);

  /** The list of results, to which more can be added. */
  function makeList(list, showMore) {
    const more = button("search-more", "Show more", showMore);
    more.hidden = true;
    list.after(more);

    function add(text, result, isWhole = true) {
      const hits = result.hits.slice(list.children.length);
      list.append(...hits.map((hit) => item(text, result, hit)));
      more.hidden = !isWhole || result.total <= list.children.length;
    }

    function clear() {
      list.replaceChildren();
      more.hidden = true;
    }

    return { add, clear, length: () => list.children.length, focus: (place) => list.children[place]?.querySelector("a").focus() };
  }

  function item(text, result, hit) {
    const led = link("", address(Intertitle.hits.addressOf(text, result, hit)), title(hit));
    const excerpt = element("p", "search-excerpt", ...pieces(hit.excerpt));
    if (hit.lang) excerpt.lang = hit.lang;
    const made = element("li", "search-hit", led, " ", kind(hit), excerpt);
    const reason = wording.reason(hit);
    if (reason !== "") made.append(element("p", "search-reason", reason));
    return made;
  }

  function addSearchPage(box) {
    const [status, examples, index] = ["search-status", "search-examples", "search-index"].map(byId);
    const announce = Intertitle.makeAnnouncer(byId("search-said"));
    const named = document.title;
    const visits = Intertitle.makeVisits(restore);
    const list = makeList(byId("search-results"), showMore);
    const advice = Intertitle.makeAdvice(byId("search-advice"), index, follow);
    const narrow = (filters) => go({ text: box.value, filters }, false);
    const chips = Intertitle.makeChips(byId("search-chips"), narrow, () => box.focus());
    const narrowing = Intertitle.makeNarrowing(byId("search-filters"), narrow, skipFilters);
    let asked = 0;

    function go(state, isTyped) {
      visits.go(state, isTyped);
      answer(RESULTS);
    }

    /** Follows a link to another state without loading the page again, unless it is to open elsewhere. */
    function follow(state, event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      box.value = state.text;
      go(state, false);
      box.focus();
    }

    /** To what comes after the filters: a chip, an advice, or the first result. */
    function skipFilters() {
      status.parentElement.querySelector("a, button")?.focus();
    }

    /** Tells at once for the eye, and for the ear when the reader pauses. */
    function tell(text, ...more) {
      status.textContent = text;
      announce([text, ...more].join(" "));
    }

    /** Asks, and shows what comes unless something else has been asked since; whether nothing has. */
    async function answer(limit) {
      const mine = (asked += 1);
      const state = visits.state();
      const isStill = () => mine === asked;
      document.title = state.text.trim() ? `${wording.quoted(state.text)} \u2013 ${named}` : named;
      examples.hidden = state.text.trim() !== "";
      chips.show(state.filters);
      if (examples.hidden) await showHits(state, limit, isStill);
      else showNothingAsked(state);
      return isStill();
    }

    async function showHits(state, limit, isStill) {
      let hasBegun = false;
      // What has begun has told how many pages there are; it must not be told otherwise by the clock.
      const slow = setTimeout(() => isStill() && !hasBegun && tell(wording.SLOW), WHILE);
      const show = (result, isWhole) => {
        if (!isStill()) return;
        if (!hasBegun) begin(state, result);
        hasBegun = true;
        list.add(state.text, result, isWhole);
      };
      try {
        const onFirst = (result) => show(result, false);
        const result = await Intertitle.search.find(state.text, { limit, filters: state.filters, onFirst });
        show(result, true);
        if (isStill()) narrowing.show(state, result, isStill);
      } catch (fault) {
        if (isStill()) showFault(fault, hasBegun);
      } finally {
        clearTimeout(slow);
      }
    }

    function begin(state, result) {
      tell(wording.found(state.text, result, choices.chosen(state.filters).length), ...advice.show(state, result));
      list.clear();
    }

    function showNothingAsked(state) {
      tell(choices.chosen(state.filters).length > 0 ? wording.ONLY_FILTERS : "");
      list.clear();
      advice.clear();
      narrowing.clear();
    }

    /** The first results stay where only files of the later ones cannot be had. */
    function showFault(fault, hasBegun) {
      tell(wording.fault(fault));
      if (!hasBegun) list.clear();
      advice.showFault(fault, () => answer(RESULTS));
      narrowing.clear();
    }

    async function showMore() {
      const mine = asked;
      const { text, filters } = visits.state();
      const before = list.length();
      try {
        const result = await Intertitle.search.find(text, { limit: before + RESULTS, filters });
        if (mine !== asked) return;
        list.add(text, result);
        list.focus(before);
      } catch (fault) {
        if (mine === asked) tell(wording.fault(fault));
      }
    }

    /** Shows the state of the address, with as many results as were there, where the reader had scrolled to. */
    async function restore({ shown = RESULTS, at = 0 } = {}) {
      box.value = visits.state().text;
      if ((await answer(shown)) && at > 0) scrollTo(0, at);
    }

    box.addEventListener("input", () => go({ text: box.value, filters: visits.state().filters }, true));
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      go({ text: box.value, filters: visits.state().filters }, false);
    });
    examples.addEventListener("click", (event) => {
      const example = event.target.closest("a");
      if (example) follow({ ...Intertitle.address.readState(example.search), filters: visits.state().filters }, event);
    });
    addEventListener("pagehide", () => visits.keep({ shown: Math.max(list.length(), RESULTS), at: scrollY }));
    restore(history.state ?? {});
  }

  Intertitle.addSearchPage = addSearchPage;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
