/**
 * What the search says to its reader of what it found, in words.
 *
 * Adds `Intertitle.wording`.
 */
/** @typedef {{label: string, text: string}} Way  another query that may find something, and what it changes */

(function (Intertitle) {
  "use strict";

  /** What the filters are called. */
  const FILTERS = { kind: "Kind", source: "Source", person: "Person", year: "Year" };

  /** The kinds of pages, where several are meant. */
  const KINDS = {
    person: "People",
    character: "Characters",
    work: "Works",
    event: "Events",
    source: "Sources",
    organisation: "Organisations",
    place: "Places",
    term: "Terms and things",
    page: "Pages of the archive",
    article: "Articles",
    "static-page": "Pages",
  };

  /** Kinds that say less than their types: film, song; product; interview. */
  const BROAD = new Set(["work", "term", "source"]);

  const SLOW = "Searching\u2026";
  const ONLY_FILTERS = "Type a word or a name to search with these filters.";
  const NO_FILTERS = "The filters could not be loaded.";
  const OTHER_WORD = "Try only the beginning of the word, or another one.";
  const FEWER = "Try fewer words, or only the beginning of one.";
  const NOTHING_SOUGHT = "A hyphen only leaves pages out: type a word to look for as well.";
  const UNSHOWN = "Found in its text, which may not be shown here.";

  const MARKS = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g;

  /** What was typed, in quotation marks unless it has its own. */
  const quoted = (text) => (text.search(MARKS) < 0 ? `\u201c${text.trim()}\u201d` : text.trim());
  const pages = (count) => (count === 1 ? "1 page" : `${count} pages`);
  const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1).replaceAll("-", " ");

  /** What was found, in a word or two: `Film, 2013`. */
  function kindOfHit({ kind, type, year }) {
    const word = capital((BROAD.has(kind) && type) || kind);
    return year ? `${word}, ${year}` : word;
  }

  /** A value of a filter as its facet and its chip show it. */
  function valueOf(name, value) {
    if (name === "kind") return KINDS[value] ?? capital(value);
    if (name !== "year") return value;
    const [from, to] = Intertitle.address.readYears(value) ?? [value, value];
    if (from === to) return from;
    if (!to) return `from ${from}`;
    return from ? `${from}\u2013${to}` : `until ${to}`;
  }

  /** Things one after the other: a, b and c; `word` stands before the last. */
  function series(things, word) {
    return things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} ${word} ${things[things.length - 1]}`;
  }

  /** "once", "twice", "5 times". */
  const often = (count) => ["never", "once", "twice"][count] ?? `${count} times`;

  /** Why a page was found, where its excerpt does not show it; "" where it does or nothing is known. */
  function reason({ unshown, found = [] }) {
    if (unshown) return UNSHOWN;
    if (found.length === 0) return "";
    // No template within a template: the minifier takes the spaces out of the inner one.
    const counted = found.map(({ term, count }) => `${quoted(term)} ${often(count)}`);
    return `Its text has ${series(counted, "and")}.`;
  }

  /** What the search page found. */
  function found(text, { total }, choices) {
    const sought = text.trim() === "" ? "" : ` for ${quoted(text)}`;
    const narrowed = choices === 0 ? "" : ` with ${choices === 1 ? "this filter" : "these filters"}`;
    return total === 0 ? `Nothing found${sought}${narrowed}.` : `${pages(total)}${sought}${narrowed}.`;
  }

  /** What is worth knowing of how it was found: words that nobody wrote, and what stood in for them. */
  function notes({ total, corrected = [], unknown = [], apart = false }) {
    if (total === 0) return [];
    const mended = new Set(corrected.map(({ typed }) => typed));
    const nowhere = unknown.filter((word) => !mended.has(word));
    const told = [];
    if (corrected.length > 0) {
      const instead = corrected.map(({ typed, used }) => `${quoted(used)} instead of ${quoted(typed)}`);
      told.push(`Searched for ${series(instead, "and")}, which no page has.`);
    }
    if (nowhere.length > 0) told.push(`No page has ${series(nowhere.map(quoted), "or")}.`);
    if (apart) told.push("No page has the words in quotation marks side by side; these have them apart.");
    return told;
  }

  /** What the panel below the header's box found, announced while one types. */
  function panelStatus(text, { total, corrected = [] }) {
    if (text.trim() === "") return "";
    if (total === 0) return `Nothing found for ${quoted(text)}`;
    if (corrected.length === 0) return `${pages(total)} found`;
    return `${pages(total)} found for ${corrected.map(({ used }) => quoted(used)).join(", ")}`;
  }

  /** A fault in a reader's words; whatever is not about a file of the index is our own mistake, said in short. */
  function fault(reason) {
    return reason instanceof Intertitle.ShardError ? reason.message : "The search failed. Reload the page to try again.";
  }

  /**
   * Simpler forms of a query that found nothing, each without one of the signs that narrow it down.
   * @param {string} text
   * @returns {Way[]}
   */
  function simpler(text) {
    const ways = [
      ["without the quotation marks", text.replace(MARKS, " ")],
      ["without what is to be left out", text.replace(/(^|\s)[-\u2013\u2212](?=\S)("[^"]*"|\S+)/g, " ")],
      ["without saying where the words stand", text.replace(/(^|\s)\p{L}+:(?=\S)/gu, " ")],
    ];
    const tidy = (words) => words.replace(/\s+/g, " ").trim();
    return ways
      .map(([label, words]) => ({ label, text: tidy(words) }))
      .filter((way) => way.text !== "" && way.text !== tidy(text));
  }

  /** What a reader can do about a query that found nothing. */
  function tryThis(text) {
    const { clauses } = Intertitle.query.parse(text);
    if (clauses.length > 0 && clauses.every(({ not }) => not)) return NOTHING_SOUGHT;
    return Intertitle.analyzer.terms(text).length === 1 ? OTHER_WORD : FEWER;
  }

  /** How often the words of a search stand on the page that it led to. */
  function marked(count) {
    return count === 0 ? "The words that you searched for are not on this page as such" : `Marked ${often(count)}`;
  }

  Intertitle.wording = {
    FILTERS, SLOW, ONLY_FILTERS, NO_FILTERS,
    quoted, pages, kindOfHit, valueOf, reason, found, notes, panelStatus, fault, simpler, tryThis, marked,
  };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
