/**
 * What the reader sees of the search: suggestions below the box in every header, and the results of
 * the search page. The only module that touches the page; it writes text, never HTML.
 *
 * In the page: `#search-box` in a form (header); on the search page also `#search-page-box`,
 * `#search-results` (a list) and `#search-status` (announced). Class names are for theme/static/css/search.css.
 */
(function (Intertitle) {
  "use strict";

  /** Suggestions below the box: about what fits above the fold of a telephone with its keyboard out. */
  const SUGGESTIONS = 8;

  /** Results that the search page shows at a time. */
  const RESULTS = 10;

  const address = (url) => new URL(url, Intertitle.root).href;
  const pages = (count) => (count === 1 ? "1 page" : `${count} pages`);
  const quoted = (text) => `\u201c${text.trim()}\u201d`;

  /** An element with a class and children; strings become text. */
  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function pieceNodes(pieces) {
    return pieces.map(({ text, mark }) => (mark ? element("mark", "", text) : text));
  }

  /** Kinds that say less than their types: film, song; product. */
  const BROAD = new Set(["work", "term"]);

  /** What was found, in a word. */
  function kindLabel(hit) {
    const word = (BROAD.has(hit.kind) && hit.type) || hit.kind;
    return word.charAt(0).toUpperCase() + word.slice(1);
  }

  function hitTitle(hit) {
    return element("span", hit.kind === "work" ? "search-title is-work" : "search-title", hit.title);
  }

  function hitKind(hit) {
    return element("span", "search-kind", hit.year ? `${kindLabel(hit)}, ${hit.year}` : kindLabel(hit));
  }

  /**
   * A function that searches, and calls `show` only with the answer to the latest question.
   * @param {(text: string, result: Result | null, fault: Error | null) => void} show
   */
  function latest(show) {
    let asked = 0;
    return (text, limit) => {
      const mine = (asked += 1);
      const answer = (result, fault) => {
        if (mine === asked) show(text, result, fault);
      };
      Intertitle.search.find(text, { limit }).then(
        (result) => answer(result, null),
        (fault) => answer(null, fault),
      );
    };
  }

  /** A fault in a reader's words; whatever is not about a shard is our own mistake, and said in short. */
  function faultSentence(fault) {
    return fault instanceof Intertitle.ShardError ? fault.message : "The search failed. Reload the page to try again.";
  }

  /** Begins to load when the box is first used; a fault is told when something is typed. */
  function loadOnFocus(box) {
    box.addEventListener("focus", () => Intertitle.search.ready().catch(() => {}), { once: true });
  }

  /** Makes a box a combobox whose suggestions lead to pages (ARIA Authoring Practices, list autocomplete). */
  function addSuggestions(box) {
    const list = element("div", "search-suggestions");
    const note = element("p", "search-note");
    const panel = element("div", "search-panel", list, note);
    // Announced even while the panel is closed: a live region must be in the page before it changes.
    const live = element("p", "visually-hidden");
    list.id = "search-suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Pages");
    note.setAttribute("aria-hidden", "true");
    live.setAttribute("role", "status");
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    box.form.append(panel, live);
    let active = -1;

    function open(isOpen) {
      panel.classList.toggle("is-open", isOpen);
      list.hidden = !isOpen || list.children.length === 0;
      box.setAttribute("aria-expanded", String(!list.hidden));
      activate(-1);
    }

    function activate(place) {
      active = place;
      Array.from(list.children).forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
      if (place < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", list.children[place].id);
    }

    function option(place, url, ...children) {
      const link = element("a", "search-option", ...children);
      link.href = url;
      link.id = `search-option-${place}`;
      link.setAttribute("role", "option");
      link.tabIndex = -1;
      return link;
    }

    const ask = latest((text, result, fault) => {
      const hits = result ? result.hits : [];
      const options = hits.map((hit, place) => option(place, address(hit.url), hitTitle(hit), " ", hitKind(hit)));
      if (result && result.total > hits.length) {
        const all = option(options.length, resultsAddress(text), `All ${pages(result.total)}`);
        all.classList.add("search-all");
        options.push(all);
      }
      list.replaceChildren(...options);
      live.textContent = fault ? faultSentence(fault) : suggestionNote(text, result);
      note.textContent = hits.length > 0 ? "" : live.textContent;
      open(document.activeElement === box && live.textContent !== "");
    });

    box.addEventListener("input", () => ask(box.value, SUGGESTIONS));
    box.addEventListener("blur", () => open(false));
    // Without this a press on a suggestion would take the focus, close the list, and miss its click.
    panel.addEventListener("pointerdown", (event) => event.preventDefault());
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("keydown", (event) => {
      const last = list.children.length - 1;
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.hidden) {
        ask(box.value, SUGGESTIONS);
      } else if (event.key === "ArrowDown") {
        activate(active === last ? -1 : active + 1);
      } else if (event.key === "ArrowUp") {
        activate(active === -1 ? last : active - 1);
      } else if (event.key === "Enter" && active >= 0) {
        list.children[active].click();
      } else if (event.key === "Escape" && panel.classList.contains("is-open")) {
        open(false);
      } else {
        return;
      }
      event.preventDefault();
    });
    open(false);
  }

  function suggestionNote(text, result) {
    if (text.trim() === "") return "";
    return result.total > 0 ? `${pages(result.total)} found` : `Nothing found for ${quoted(text)}`;
  }

  function resultsAddress(text) {
    return `${address("search.html")}?q=${encodeURIComponent(text.trim())}`;
  }

  /** Makes the search page answer its address, and whatever is typed into its box. */
  function addResults(box, list, status) {
    const more = element("button", "search-more", "Show more");
    more.type = "button";
    const help = element("p", "search-help");
    status.after(help);
    list.after(more);
    /** The first result that "Show more" asked for: it takes the focus when it is there. */
    let next = -1;

    function item(hit) {
      const link = element("a", "", hitTitle(hit));
      link.href = address(hit.url);
      const excerpt = element("p", "search-excerpt", ...pieceNodes(hit.excerpt));
      if (hit.lang) excerpt.lang = hit.lang;
      return element("li", "search-hit", link, " ", hitKind(hit), excerpt);
    }

    function show(text, result, fault) {
      list.replaceChildren(...(result ? result.hits.map(item) : []));
      status.textContent = fault ? faultSentence(fault) : resultStatus(text, result);
      help.replaceChildren(...helpNodes(text, result));
      more.hidden = !result || result.total <= result.hits.length;
      if (next >= 0) list.children[next]?.querySelector("a").focus();
      next = -1;
    }

    const ask = latest(show);
    function update() {
      next = -1;
      ask(box.value, RESULTS);
      try {
        history.replaceState(null, "", box.value.trim() ? resultsAddress(box.value) : address("search.html"));
      } catch {
        // Some browsers let no page from file:// change its address; the results are the same.
      }
    }

    more.addEventListener("click", () => {
      next = list.children.length;
      ask(box.value, next + RESULTS);
    });
    box.addEventListener("input", update);
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      update();
    });
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    ask(box.value, RESULTS);
  }

  function resultStatus(text, result) {
    if (text.trim() === "") return "Type a name, a title, or a few words.";
    if (result.total === 0) return `Nothing found for ${quoted(text)}.`;
    const found = `${pages(result.total)} for ${quoted(text)}.`;
    if (result.apart) return `${found} No page has the words in quotation marks side by side.`;
    if (result.unknown.length === 0) return found;
    return `${found} No page has ${result.unknown.map(quoted).join(" or ")}.`;
  }

  /** Where to go when nothing was found, or the index could not be read. */
  function helpNodes(text, result) {
    if (result && (result.total > 0 || text.trim() === "")) return [];
    const link = element("a", "", "A to Z");
    link.href = address("a-z.html");
    const advice = result ? "Try fewer words, or only the beginning of one. " : "";
    return [`${advice}Every name in the archive is also in the `, link, "."];
  }

  /** `/` goes to the box, unless something is being typed elsewhere. */
  function addShortcut(box) {
    document.addEventListener("keydown", (event) => {
      const { target } = event;
      const typing = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
  }

  const header = document.getElementById("search-box");
  const box = document.getElementById("search-page-box");
  const list = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  if (header) {
    loadOnFocus(header);
    addSuggestions(header);
  }
  if (box && list && status) addResults(box, list, status);
  if (box || header) addShortcut(box ?? header);
})((globalThis.Intertitle = globalThis.Intertitle || {}));
