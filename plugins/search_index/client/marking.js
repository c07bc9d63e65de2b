/**
 * Which words of a page answer the query that led to it.
 *
 * Adds `Intertitle.marking`.
 */

(function (Intertitle) {
  "use strict";

  /** Letters from which on a last word counts as unfinished; below, it would mark half the page. */
  const GROWING = 3;

  /**
   * What the words of a query answer to: as the index has it, else by the words alone.
   * @param {string} text
   * @returns {Promise<(term: string) => boolean>}
   */
  async function matcherOf(text) {
    const last = Intertitle.analyzer.terms(text).pop() ?? "";
    const ended = last.length < GROWING ? `${text} ` : text;
    try {
      if (Intertitle.search?.words) return await Intertitle.search.words(ended);
    } catch {
      // The index cannot be read: the words themselves are still good enough to be led by.
    }
    return plainMatcher(ended);
  }

  /** A word is answered by itself, and the last one, which may be unfinished, by words that begin so. */
  function plainMatcher(text) {
    const terms = Intertitle.analyzer.terms(text);
    const last = /\s$/.test(text) ? null : terms[terms.length - 1];
    const exact = new Set(terms);
    return (term) => exact.has(term) || (last !== null && term.startsWith(last));
  }

  /**
   * The places of a text to be marked, in their order. Two that only signs and spaces part are one, so that a
   * name is marked as a whole.
   * @param {string} text
   * @param {(term: string) => boolean} matcher
   * @returns {{start: number, end: number}[]} UTF-16 offsets, half open
   */
  function places(text, matcher) {
    const found = [];
    let joins = false;
    for (const { term, start, end } of Intertitle.analyzer.spans(text)) {
      const isMatch = Boolean(matcher(term));
      const last = found[found.length - 1];
      if (isMatch && joins && /^[\s.'\u2019-]*$/.test(text.slice(last.end, start))) last.end = end;
      else if (isMatch) found.push({ start, end });
      joins = isMatch;
    }
    return found;
  }

  Intertitle.marking = { matcherOf, plainMatcher, places };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
