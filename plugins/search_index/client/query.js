/**
 * What a reader typed, taken apart: words, phrases in quotation marks, and whether the last word may
 * still be growing. Anything can be typed; nothing is an error.
 *
 * Adds `Intertitle.query`.
 */
/** @typedef {{term: string, prefix: boolean, times: number}} Word  `prefix`: still being typed */
/** @typedef {{words: Word[], phrases: string[][], name: string, growing: boolean}} Query
 *  `name` is the whole query as titles are compared; `growing` if its last word may go on. */

(function (Intertitle) {
  "use strict";

  /**
   * The query that a text asks. The last word is being typed unless a space or a quotation mark ends it.
   * A quotation mark that is never closed is passed over.
   * @param {string} text
   * @returns {Query}
   */
  function parse(text) {
    const folded = Intertitle.analyzer.fold(text);
    const parts = folded.split('"');
    const quoted = parts.filter((_, place) => place % 2 === 1 && place < parts.length - 1);
    const all = Intertitle.analyzer.terms(folded);
    const growing = all.length > 0 && !/[\s"]$/.test(folded);
    return {
      words: countedWords(all, growing),
      phrases: quoted.map(Intertitle.analyzer.terms).filter((phrase) => phrase.length > 1),
      name: all.join(" "),
      growing,
    };
  }

  /** Each word once, with how often it was typed; the growing one stands for itself. */
  function countedWords(all, growing) {
    const whole = growing ? all.slice(0, -1) : all;
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const term of whole) counts.set(term, (counts.get(term) ?? 0) + 1);
    const words = Array.from(counts, ([term, times]) => ({ term, prefix: false, times }));
    if (growing) words.push({ term: all[all.length - 1], prefix: true, times: 1 });
    return words;
  }

  Intertitle.query = { parse };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
