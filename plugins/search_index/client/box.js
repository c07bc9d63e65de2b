/**
 * The box in every header: a combobox whose suggestions are links to pages (ARIA Authoring Practices,
 * list autocomplete with manual selection).
 *
 * Adds `Intertitle.addSuggestions`. Class names are for theme/static/css/search.css.
 */

(function (Intertitle) {
  "use strict";

  const { element, link, pieces, address, searchAddress, title, kind } = Intertitle.nodes;
  const { wording } = Intertitle;

  /** Suggestions below the box: about what fits above the fold of a telephone with its keyboard out. */
  const SUGGESTIONS = 8;

  const ARROWS = new Set(["ArrowDown", "ArrowUp"]);

  /** Keys that move within what was typed, and so leave the list; that they do is the browser's part. */
  const MOVES = new Set(["Home", "End", "ArrowLeft", "ArrowRight"]);

  /**
   * `ask` searches, and calls `show` only with the answer to the latest question; after `forget` nothing is
   * awaited any more.
   * @param {(text: string, result: Result | null, fault: Error | null) => void} show
   */
  function latest(show) {
    let asked = 0;
    function ask(text) {
      const mine = (asked += 1);
      const answer = (result, fault) => {
        if (mine === asked) show(text, result, fault);
      };
      Intertitle.search.find(text, { limit: SUGGESTIONS }).then(
        (result) => answer(result, null),
        (fault) => answer(null, fault),
      );
    }
    function forget() {
      asked += 1;
    }
    return { ask, forget };
  }

  /** What a suggestion shows of itself, or of why it is one where it does not bear the name that was typed. */
  function lineOf(hit) {
    const line = Intertitle.hits.line(hit.excerpt);
    if (line.length > 0) return pieces(line);
    // Of a page that bears the name, its first words: they tell two of one name apart.
    return hit.signal ? pieces(hit.excerpt ?? []) : [wording.reason(hit)].filter(Boolean);
  }

  /** Links of the list: the hits, a better spelling, and the way to all results. */
  function linksFor(text, result) {
    const links = result.hits.map((hit) => {
      const url = address(Intertitle.hits.addressOf(text, result, hit));
      const made = link("search-option", url, title(hit), " ", kind(hit));
      const line = lineOf(hit);
      if (line.length > 0) made.append(" ", element("span", "search-line", ...line));
      return made;
    });
    if (result.suggestion) {
      const words = element("em", "", result.suggestion);
      links.push(link("search-option search-meant", searchAddress(result.suggestion), "Did you mean ", words, "?"));
    }
    if (result.total > result.hits.length) {
      links.push(link("search-option search-all", searchAddress(text), `All ${wording.pages(result.total)}`));
    }
    return links;
  }

  function addSuggestions(box) {
    const list = element("div", "search-suggestions");
    const note = element("p", "search-note");
    const panel = element("div", "search-panel", note, list);
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
    const announce = Intertitle.makeAnnouncer(live);
    let active = -1;
    // Keys pressed before the answer to what was typed: they are for that answer. The list before it may hold
    // pages for the first letters alone, and whoever types a name, Down and Enter means the name.
    const early = [];

    function open(isOpen) {
      panel.classList.toggle("is-open", isOpen);
      list.hidden = !isOpen || list.children.length === 0;
      box.setAttribute("aria-expanded", String(!list.hidden));
      activate(-1);
    }

    function activate(place) {
      active = place;
      Array.from(list.children).forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
      if (place < 0) {
        box.removeAttribute("aria-activedescendant");
      } else {
        box.setAttribute("aria-activedescendant", list.children[place].id);
        list.children[place].scrollIntoView({ block: "nearest" });
      }
    }

    const questions = latest((text, result, fault) => {
      const links = result && text.trim() !== "" ? linksFor(text, result) : [];
      links.forEach((option, place) => {
        option.id = `search-option-${place}`;
        option.setAttribute("role", "option");
        option.tabIndex = -1;
      });
      list.replaceChildren(...links);
      list.removeAttribute("aria-busy");
      const status = fault ? wording.fault(fault) : wording.panelStatus(text, result);
      const told = result ? wording.notes(result) : [];
      announce(status);
      note.textContent = result && result.total > 0 ? told.join(" ") : status;
      open(document.activeElement === box && status !== "");
      const pressed = early.splice(0);
      if (!list.hidden) pressed.forEach(press);
    });

    /** True where the key was for the list. */
    function press(key) {
      const last = list.children.length - 1;
      if (key === "ArrowDown") {
        activate(active === last ? -1 : active + 1);
      } else if (key === "ArrowUp") {
        activate(active === -1 ? last : active - 1);
      } else if (key === "Enter" && active >= 0) {
        list.children[active].click();
      } else {
        return false;
      }
      return true;
    }

    /** True where the key is kept for the list that is awaited. */
    function pressEarly(key) {
      if (!list.hasAttribute("aria-busy")) return false;
      if (!ARROWS.has(key) && !(key === "Enter" && early.length > 0)) return false;
      early.push(key);
      return true;
    }

    function ask() {
      early.length = 0;
      list.setAttribute("aria-busy", "true");
      questions.ask(box.value);
    }

    /** Also what is still awaited stays away: it would open the panel again. */
    function close() {
      questions.forget();
      early.length = 0;
      list.removeAttribute("aria-busy");
      open(false);
    }

    /** True where the key was for a list that was closed. */
    function openOn(key) {
      const isOpened = ARROWS.has(key) && list.hidden;
      if (isOpened) ask();
      return isOpened;
    }

    /** True where the key was for a panel that was open. */
    function closeOn(key) {
      const isClosed = key === "Escape" && panel.classList.contains("is-open");
      if (isClosed) close();
      return isClosed;
    }

    box.addEventListener("input", () => {
      // Enter is for the words again: the page that the arrows were on was chosen for others.
      activate(-1);
      ask();
    });
    box.addEventListener("blur", close);
    // Without this a press on a suggestion would take the focus, close the list, and miss its click.
    panel.addEventListener("pointerdown", (event) => event.preventDefault());
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const { key } = event;
      if (MOVES.has(key)) {
        early.length = 0;
        activate(-1);
      } else if (pressEarly(key) || openOn(key) || press(key) || closeOn(key)) {
        event.preventDefault();
      }
    });
    open(false);
  }

  Intertitle.addSuggestions = addSuggestions;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
