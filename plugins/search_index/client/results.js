/**
 * The search page: it answers its address, whatever is typed into its box, and the filters.
 *
 * In the page: `#search-page-box` in its form, `#search-status` (announced), `#search-advice`, `#search-chips`,
 * `#search-results`, `#search-filters`, `#search-examples`, and the index below, `#index`.
 *
 * Adds `Intertitle.addSearchPage`.
 */

(function (Intertitle) {
  "use strict";

  const { element, button, link, pieces, address, searchAddress, title, kind } = Intertitle.nodes;
  const { choices, wording } = Intertitle;

  /** Results at a time. */
  const RESULTS = 10;

  /** Milliseconds after which a reader is told that it takes a while. */
  const WHILE = 600;

  const byId = (id) => document.getElementById(id);

  function addSearchPage(box) {
    const [status, advice, list, examples, index] = [
      "search-status", "search-advice", "search-results", "search-examples", "index",
    ].map(byId);
    const named = document.title;
    const more = button("search-more", "Show more", showMore);
    list.after(more);
    const filters = makePanel();
    let state = Intertitle.address.readState(location.search);
    /** Whether the address of the history's present entry is one to come back to. */
    let isSettled = true;
    let asked = 0;

    function makePanel() {
      const host = byId("search-filters");
      const chips = Intertitle.makeChips(byId("search-chips"), narrow, () => box.focus());
      const panel = Intertitle.makeFilters(host, narrow);
      return {
        show(facets) {
          panel.show(facets, state.filters);
          chips.show(state.filters);
        },
        fail() {
          host.hidden = true;
          chips.show(state.filters);
        },
      };
    }

    function narrow(after) {
      go({ text: box.value, filters: after }, { isTyped: false });
    }

    /** Goes to another state. While one types, the address follows in one entry of the history. */
    function go(next, { isTyped }) {
      const wasEmpty = Intertitle.address.writeState(state) === "";
      const isOther = Intertitle.address.writeState(state) !== Intertitle.address.writeState(next);
      state = next;
      if (isOther) write(isSettled && !wasEmpty ? "pushState" : "replaceState", {});
      isSettled = !isTyped;
      answer(RESULTS);
    }

    /** Some browsers let no page from `file://` change its address; the results are the same. */
    function write(way, kept, url = searchAddress(state.text, state.filters)) {
      try {
        history[way](kept, "", url);
      } catch {
        // Nothing is lost but the address.
      }
    }

    /** Asks, and shows the answer if nothing else has been asked since. */
    async function answer(limit) {
      const mine = (asked += 1);
      const { text, filters: set } = state;
      const isEmpty = text.trim() === "";
      document.title = text.trim() ? `${wording.quoted(text)} \u2013 ${named}` : named;
      examples.hidden = !isEmpty;
      if (isEmpty) return showNothingAsked();
      const slow = setTimeout(() => mine === asked && (status.textContent = "Searching\u2026"), WHILE);
      const facets = facetsOf(text, set);
      try {
        const result = await Intertitle.search.find(text, { limit, filters: set });
        if (mine === asked) show(text, result);
      } catch (fault) {
        if (mine === asked) showFault(fault);
      } finally {
        clearTimeout(slow);
      }
      const counted = await facets;
      if (mine !== asked) return;
      if (counted) filters.show(counted);
      else filters.fail();
    }

    /** The facets; null where there are none to be had, which costs a reader the filters and no result. */
    async function facetsOf(text, set) {
      try {
        return Intertitle.search.facets ? await Intertitle.search.facets(text, { filters: set }) : null;
      } catch {
        return null;
      }
    }

    function showNothingAsked() {
      status.textContent = choices.chosen(state.filters).length > 0 ? "Type a word or a name to search with these filters." : "";
      advice.replaceChildren();
      list.replaceChildren();
      more.hidden = true;
      filters.fail();
    }

    function show(text, result) {
      const chosen = choices.chosen(state.filters).length;
      status.textContent = wording.found(text, result, chosen);
      list.replaceChildren(...result.hits.map((hit) => item(text, result, hit)));
      more.hidden = result.total <= result.hits.length;
      advice.replaceChildren(...noteNodes(result), ...(result.total === 0 ? helpNodes(text, chosen) : []));
    }

    function showFault(fault) {
      status.textContent = wording.fault(fault);
      list.replaceChildren();
      more.hidden = true;
      const again = button("search-again", "Try again", () => answer(RESULTS));
      advice.replaceChildren(element("p", "search-help", again, " ", ...indexNodes()));
    }

    async function showMore() {
      const mine = asked;
      const { text, filters: set } = state;
      const before = list.children.length;
      try {
        const result = await Intertitle.search.find(text, { limit: RESULTS, offset: before, filters: set });
        if (mine !== asked) return;
        list.append(...result.hits.map((hit) => item(text, result, hit)));
        more.hidden = list.children.length >= result.total;
        list.children[before]?.querySelector("a").focus();
      } catch (fault) {
        if (mine === asked) status.textContent = wording.fault(fault);
      }
    }

    /** What was meant, and what stood in for what was typed. */
    function noteNodes(result) {
      const nodes = wording.notes(result).map((line) => element("p", "search-told", line));
      if (result.suggestion) {
        const meant = link("", searchAddress(result.suggestion, state.filters), result.suggestion);
        meant.addEventListener("click", (event) => ask(event, { text: result.suggestion, filters: state.filters }));
        nodes.unshift(element("p", "search-told search-meant", "Did you mean ", meant, "?"));
      }
      return nodes;
    }

    /** Ways on from nothing: without the filters, without the signs, with fewer words, by the index. */
    function helpNodes(text, chosen) {
      const ways = wording.simpler(text).map(({ label, text: words }) => way(`Search ${label}: `, words, state.filters, words));
      if (chosen > 0 && text.trim() !== "") ways.unshift(way("", text, {}, "Search the whole archive"));
      ways.push(element("li", "", "Try fewer words, or only the beginning of one."), element("li", "", ...indexNodes()));
      return [element("ul", "search-help", ...ways)];
    }

    function way(before, text, set, label) {
      const led = link("", searchAddress(text, set), label);
      led.addEventListener("click", (event) => ask(event, { text, filters: set }));
      return element("li", "", before, led);
    }

    function indexNodes() {
      const below = link("", "#index", "index below");
      below.addEventListener("click", () => (index.open = true));
      return ["Look into the ", below, " or the ", link("", address("a-z.html"), "A to Z"), "."];
    }

    /** Follows a link to another state without loading the page again. */
    function ask(event, next) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      box.value = next.text;
      go(next, { isTyped: false });
      box.focus();
    }

    /** Back to the state of the address, with as many results as were there. */
    function restore({ shown = RESULTS, at = 0 } = {}) {
      state = Intertitle.address.readState(location.search);
      isSettled = true;
      box.value = state.text;
      answer(shown).then(() => at > 0 && scrollTo(0, at));
    }

    box.addEventListener("input", () => go({ text: box.value, filters: state.filters }, { isTyped: true }));
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      go({ text: box.value, filters: state.filters }, { isTyped: false });
    });
    examples.addEventListener("click", (event) => {
      const example = event.target.closest("a");
      if (example) ask(event, Intertitle.address.readState(example.search));
    });
    addEventListener("popstate", (event) => {
      const there = Intertitle.address.readState(location.search);
      if (Intertitle.address.writeState(there) !== Intertitle.address.writeState(state)) restore(event.state ?? {});
    });
    // What the reader has scrolled through is there again when they come back from a result.
    addEventListener("pagehide", () =>
      write("replaceState", { shown: list.children.length || RESULTS, at: scrollY }, location.href),
    );
    if (!location.hash) index.open = false;
    restore(history.state ?? {});
  }

  function item(text, result, hit) {
    const led = link("", address(Intertitle.hits.addressOf(text, result, hit)), title(hit));
    const excerpt = element("p", "search-excerpt", ...pieces(hit.excerpt));
    if (hit.lang) excerpt.lang = hit.lang;
    const made = element("li", "search-hit", led, " ", kind(hit), excerpt);
    if (hit.unshown) made.append(element("p", "search-unshown", "Found in its text, which may not be shown here."));
    return made;
  }

  Intertitle.addSearchPage = addSearchPage;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
