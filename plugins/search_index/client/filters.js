/**
 * The filters in the margin of the search page: what was found counted by kind, source, person and year, and
 * the chips of what is chosen. On a narrow screen they fold away behind a button, and everywhere while they are
 * not counted.
 *
 * Adds `Intertitle.makeFilters` and `Intertitle.makeChips`.
 */

(function (Intertitle) {
  "use strict";

  const { element, button } = Intertitle.nodes;
  const { choices, wording } = Intertitle;

  /** Values of a facet before "more": a screen holds the four facets with them. */
  const VALUES = 6;

  /** Units of the drawing of the years; the theme makes it as wide as the margin. */
  const WIDE = 100;
  const HIGH = 24;

  /**
   * @param {HTMLElement} host an empty element in the margin
   * @param {(filters: Filters) => void} change called with what a reader chose
   * @param {{opened: () => void, skipped: () => void}} on called when a reader unfolds them, and when one wants
   *   to be past them: by the keyboard they are twenty steps
   */
  function makeFilters(host, change, { opened, skipped }) {
    const skip = button("filters-skip", "Skip the filters", skipped);
    const toggle = button("filters-toggle", "Filters", () => {
      fold(isOpen());
      if (isOpen()) opened();
    });
    const body = element("div", "filters-body");
    body.id = "search-filters-body";
    toggle.setAttribute("aria-controls", body.id);
    const groups = choices.NAMES.map((name) => (name === "year" ? yearGroup(pick) : valueGroup(name, pick)));
    const fault = element("p", "filters-fault", wording.NO_FILTERS);
    body.append(fault, ...groups.map((group) => group.node));
    host.append(skip, toggle, body);
    let filters = {};

    function pick(after) {
      change(after(filters));
    }

    function fold(isFolded) {
      toggle.setAttribute("aria-expanded", String(!isFolded));
      body.classList.toggle("is-folded", isFolded);
    }

    const isOpen = () => toggle.getAttribute("aria-expanded") === "true";

    /** Shows the facets of an answer; without any there is nothing to filter, and the margin is empty. */
    function show(facets, current) {
      filters = current;
      for (const group of groups) group.show(facets ?? {}, facets ? filters : {});
      fault.hidden = Boolean(facets);
      host.hidden = groups.every((group) => group.node.hidden);
    }

    /** Offers filters that are not counted before they are unfolded. */
    function offer() {
      host.classList.add("is-on-demand");
      toggle.textContent = "Narrow these results";
      host.hidden = false;
    }

    fold(true);
    return { show, offer, fold, isOpen };
  }

  /** A facet whose values are ticked. */
  function valueGroup(name, pick) {
    const list = element("ul", "facet-values");
    const node = element("fieldset", "facet", element("legend", "", wording.FILTERS[name]), list);
    let limit = VALUES;
    let last = [{ [name]: [] }, {}];
    const more = button("facet-more", "", () => {
      limit = limit === VALUES ? Infinity : VALUES;
      show(...last);
    });
    node.append(more);
    /** @type {Map<string, {node: HTMLElement, set: (row: any) => void}>} Rows stay, so that the focus does. */
    const rows = new Map();

    function show(facets, filters) {
      last = [facets, filters];
      const facet = facets[name] ?? [];
      const shown = choices.rows(facet, filters[name] ?? [], limit);
      const nodes = shown.rows.map((row) => {
        if (!rows.has(row.value)) rows.set(row.value, valueRow(name, row.value, pick));
        rows.get(row.value).set(row);
        return rows.get(row.value).node;
      });
      place(list, nodes);
      node.hidden = shown.rows.length === 0;
      more.hidden = facet.length <= VALUES;
      more.textContent = limit === VALUES ? `${shown.more} more` : "Fewer";
      more.setAttribute("aria-label", `${more.textContent}: ${wording.FILTERS[name]}`);
    }

    return { node, show };
  }

  function valueRow(name, value, pick) {
    const box = element("input", "");
    box.type = "checkbox";
    box.addEventListener("change", () => pick((filters) => choices.toggled(filters, { name, value })));
    const count = element("span", "facet-count");
    const words = element("span", "facet-value", wording.valueOf(name, value));
    const node = element("li", "", element("label", "", box, " ", words, " ", count));
    return {
      node,
      set(row) {
        box.checked = row.isChosen;
        count.textContent = String(row.count);
        node.classList.toggle("is-none", row.count === 0);
      },
    };
  }

  /** The years: how many pages each has, drawn, and a range of them. */
  function yearGroup(pick) {
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    drawing.setAttribute("class", "facet-years");
    drawing.setAttribute("viewBox", `0 0 ${WIDE} ${HIGH}`);
    drawing.setAttribute("preserveAspectRatio", "none");
    drawing.setAttribute("aria-hidden", "true");
    const from = yearBox();
    const to = yearBox();
    const range = element(
      "div", "facet-range", element("label", "", "from ", from), " ", element("label", "", "to ", to),
    );
    const node = element("fieldset", "facet", element("legend", "", wording.FILTERS.year), drawing, range);

    for (const box of [from, to]) {
      box.addEventListener("change", () => {
        const written = from.value || to.value ? `${from.value}..${to.value}` : "";
        if (written && !Intertitle.address.readYears(written)) return;
        pick(({ year, ...others }) => (written ? choices.toggled(others, { name: "year", value: written }) : others));
      });
    }

    function show(facets, filters) {
      const years = facets.year ?? [];
      const bars = choices.bars(years, filters.year);
      node.hidden = bars.length < 2 && !filters.year;
      drawing.classList.toggle("is-empty", bars.length === 0);
      drawing.replaceChildren(...bars.map((one, at) => bar(one, at, bars.length)));
      for (const [box, value, end] of [[from, filters.year?.[0], 0], [to, filters.year?.[1], bars.length - 1]]) {
        // An answer that comes late takes nothing away that is being typed.
        if (box !== document.activeElement) box.value = value ?? "";
        box.placeholder = bars.length > 0 ? String(bars[end].year) : "";
      }
    }

    return { node, show };
  }

  function yearBox() {
    const box = element("input", "");
    box.inputMode = "numeric";
    box.autocomplete = "off";
    box.maxLength = 4;
    box.pattern = "[0-9]{4}";
    return box;
  }

  function bar({ year, height, isOut }, at, count) {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const wide = WIDE / count;
    const high = height === 0 ? 0 : Math.max(1, height * HIGH);
    const values = { x: at * wide, y: HIGH - high, width: wide * 0.8, height: high, "data-year": year };
    for (const [name, value] of Object.entries(values)) drawn.setAttribute(name, String(value));
    if (isOut) drawn.setAttribute("class", "is-out");
    return drawn;
  }

  /** Puts nodes into a list, and the focus back if one of them had it; a list that is right is left alone. */
  function place(list, nodes) {
    if (nodes.length === list.children.length && nodes.every((node, at) => node === list.children[at])) return;
    const focused = document.activeElement;
    list.replaceChildren(...nodes);
    if (list.contains(focused)) focused.focus();
  }

  /**
   * The chosen filters above the results, each of which can be taken away.
   * @param {HTMLElement} list
   * @param {(filters: Filters) => void} change
   * @param {() => void} leave puts the focus somewhere when the last chip has gone
   */
  function makeChips(list, change, leave) {
    function show(filters) {
      const had = list.contains(document.activeElement);
      const at = [...list.querySelectorAll("button")].indexOf(document.activeElement);
      const chosen = choices.chosen(filters);
      const chips = chosen.map((choice) => {
        const chip = button("chip", wording.valueOf(choice.name, choice.value), () => change(choices.toggled(filters, choice)));
        chip.setAttribute("aria-label", `Remove the filter ${wording.FILTERS[choice.name]}: ${chip.textContent}`);
        return chip;
      });
      if (chips.length > 1) chips.push(button("chip-all", "Remove all", () => change({})));
      list.replaceChildren(...chips.map((chip) => element("li", "", chip)));
      list.hidden = chips.length === 0;
      if (!had) return;
      if (chips.length === 0) leave();
      else chips[Math.min(at, chips.length - 1)].focus();
    }

    return { show };
  }

  Intertitle.makeFilters = makeFilters;
  Intertitle.makeChips = makeChips;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
