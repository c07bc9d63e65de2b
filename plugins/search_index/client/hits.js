/**
 * Where a hit leads, and what of it is shown in short.
 *
 * Adds `Intertitle.hits`.
 */

(function (Intertitle) {
  "use strict";

  /** Words before the first match in a line of the panel: enough to see what it belongs to. */
  const BEFORE = 3;

  /** Characters of such a line: a little more than the panel can show, so that the edge cuts and not we. */
  const LINE = 90;

  /**
   * The address of a hit, with the words to be marked there. A page that bears the name asked for needs no
   * marks: its name would be marked all over it. Nor does one whose match stands in a text that is not shown.
   * @param {string} text the query as typed
   * @param {Result} result
   * @param {Hit} hit
   */
  function addressOf(text, result, hit) {
    if (hit.signal || hit.unshown) return hit.url;
    const matched = hit.excerpt.filter(({ mark }) => mark).flatMap((piece) => Intertitle.analyzer.terms(piece.text));
    if (matched.length === 0) return hit.url;
    return Intertitle.address.handOver(hit.url, handed(text, result.corrected ?? [], matched));
  }

  /**
   * The query as the page should mark it: mended where the search mended it, and instead of an unfinished word
   * those that it was taken for.
   */
  function handed(text, corrected, matched) {
    const mended = corrected.reduce((words, { typed, used }) => replaceTerm(words, typed, used), text.trim());
    const typed = Intertitle.analyzer.terms(mended);
    const last = typed[typed.length - 1];
    const grown = [...new Set(matched)].filter((term) => !typed.includes(term) && term.startsWith(last));
    if (grown.length === 0) return mended;
    return matched.includes(last) ? [mended, ...grown].join(" ") : replaceTerm(mended, last, grown.join(" "));
  }

  /** The text with each word whose term is `typed` put differently. */
  function replaceTerm(text, typed, used) {
    let mended = "";
    let at = 0;
    for (const { term, start, end } of Intertitle.analyzer.spans(text)) {
      if (term !== typed) continue;
      mended += text.slice(at, start) + used;
      at = end;
    }
    return mended + text.slice(at);
  }

  /**
   * One line of an excerpt: from a few words before its first match on.
   * @param {Piece[]} pieces
   * @returns {Piece[]} empty where nothing matches
   */
  function line(pieces) {
    const first = pieces.findIndex(({ mark }) => mark);
    if (first < 0) return [];
    const before = pieces.slice(0, first).map((piece) => piece.text).join("");
    const near = shortEnd(before);
    const shown = near ? [{ text: near, mark: false }] : [];
    let room = LINE - near.length;
    for (const { text, mark } of pieces.slice(first)) {
      if (room <= 0) break;
      shown.push({ text: text.slice(0, room), mark });
      room -= text.length;
    }
    return shown;
  }

  /** The last words of a text, behind an ellipsis where there are more. */
  function shortEnd(text) {
    const words = text.trimStart().split(/(?<=\s)(?=\S)/);
    if (words.length <= BEFORE) return text.trimStart();
    return `\u2026 ${words.slice(-BEFORE).join("")}`;
  }

  Intertitle.hits = { addressOf, line };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
