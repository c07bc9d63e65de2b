/**
 * What addresses tell: the state of the search page, and the words that a result hands over to the page
 * that it leads to. Addresses are the only memory: they work from `file://`, and can be sent to somebody.
 *
 * Adds `Intertitle.address`.
 */
/** @typedef {{kind?: string[], source?: string[], person?: string[], year?: [string, string]}} Filters
 *  `year` is from and to, both included; either may be "" */
/** @typedef {{text: string, filters: Filters}} State */

(function (Intertitle) {
  "use strict";

  /** Filters that may have several values, in the order in which an address has them. */
  const LISTED = ["kind", "source", "person"];

  /** Characters of a query that are handed over: more than anybody types, less than servers refuse. */
  const HANDED = 200;

  /**
   * The state that an address tells. What it does not understand is passed over.
   * @param {string} query the part of an address from `?` on, or ""
   * @returns {State}
   */
  function readState(query) {
    const asked = new URLSearchParams(query);
    /** @type {Filters} */
    const filters = {};
    for (const name of LISTED) {
      const values = asked.getAll(name).map((value) => value.trim());
      const once = [...new Set(values)].filter((value) => value !== "");
      if (once.length > 0) filters[name] = once;
    }
    const year = readYears(asked.get("year") ?? "");
    if (year) filters.year = year;
    return { text: asked.get("q") ?? "", filters };
  }

  /**
   * The part of an address from `?` on that tells a state; "" where there is nothing to tell.
   * @param {State} state
   */
  function writeState({ text, filters }) {
    const asked = new URLSearchParams();
    if (text.trim() !== "") asked.append("q", text.trim());
    for (const name of LISTED) for (const value of filters[name] ?? []) asked.append(name, value);
    if (filters.year) asked.append("year", writeYears(filters.year));
    const written = asked.toString();
    return written && `?${written}`;
  }

  /**
   * Years from and to. Written in the wrong order, they are put into the right one.
   * @param {string} written `2010..2013`, `2010..`, `..2013`, or `2013` for one year
   * @returns {[string, string] | null} null where it is none of these
   */
  function readYears(written) {
    const found = /^(\d{4})?(?:(\.\.)(\d{4})?)?$/.exec(written.trim());
    if (!found || (!found[1] && !found[3])) return null;
    const [, from = "", open, to = open ? "" : from] = found;
    return from && to && to < from ? [to, from] : [from, to];
  }

  /** @param {[string, string]} years */
  function writeYears([from, to]) {
    return from === to ? from : `${from}..${to}`;
  }

  /**
   * The address of a hit with the words for which it was found, which that page marks.
   * @param {string} url with or without a fragment
   * @param {string} words "" where nothing is to be marked
   */
  function handOver(url, words) {
    if (words === "") return url;
    const [page, fragment] = url.split("#");
    return `${page}?${new URLSearchParams({ hl: words })}${fragment === undefined ? "" : `#${fragment}`}`;
  }

  /** The words that this page's address was handed, or "". */
  function handedOver(query) {
    return (new URLSearchParams(query).get("hl") ?? "").slice(0, HANDED).trim();
  }

  Intertitle.address = { readState, writeState, readYears, writeYears, handOver, handedOver };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
