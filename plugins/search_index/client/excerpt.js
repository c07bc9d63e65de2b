/**
 * The passage of a page that best shows why it was found, cut into pieces for the page to print.
 * Gives text, never HTML, so that nothing needs escaping.
 *
 * Adds `Intertitle.excerpt`.
 */
/** @typedef {{text: string, mark: boolean}} Piece */
/** @typedef {(term: string) => ({clause: number, worth: number} | null)} Matcher  what a term answers */

(function (Intertitle) {
  "use strict";

  /** What parts the paragraphs of a body. */
  const PARAGRAPH = "\n\n";

  /** Words in an excerpt: about three lines of a result at the width of a page. */
  const WORDS = 36;

  /** How far back a window may reach, in words, to begin where its sentence does. */
  const REACH = 10;

  /**
   * The window of `text` that covers most of the query, its matches marked.
   * Among equal windows the earliest; a text without a match gives its beginning.
   * @param {string} text
   * @param {Matcher} matcher
   * @param {number} [words]
   * @returns {{pieces: Piece[], worth: number, at: number}} `worth`: of the clauses in it, 0 where nothing
   *   matched; `at`: where its first match stands in the text
   */
  function excerpt(text, matcher, words = WORDS) {
    const read = readText(text);
    return cut(read, windowIn(read, matcher, words), words);
  }

  /** A text with its words. */
  function readText(text) {
    return { text, spans: Intertitle.analyzer.spans(text) };
  }

  /** The best window of a text, and what each of its words answers. */
  function windowIn({ spans }, matcher, words) {
    const answers = spans.map(({ term }) => matcher(term));
    return { answers, best: bestWindow(answers, words) };
  }

  function cut({ text, spans }, { answers, best }, words) {
    const first = firstWord(text, spans, best, words);
    const last = Math.min(spans.length, first + words) - 1;
    const at = spans.length > 0 ? spans[best.first].start : 0;
    return { pieces: cutPieces(text, spans, answers, first, last), worth: best.covered, at };
  }

  /**
   * Where the best window begins: it begins at a match, as any window may be moved there without loss.
   * Each clause counts once in full; a repetition a tenth, enough to choose between equals.
   */
  function bestWindow(answers, words) {
    const places = [];
    for (let place = 0; place < answers.length; place += 1) if (answers[place]) places.push(place);
    let best = { first: 0, lastMatch: 0, covered: 0, worth: 0 };
    /** In the window of which match a clause was seen last. */
    const seen = [];
    for (let start = 0; start < places.length; start += 1) {
      const first = places[start];
      let covered = 0;
      let repeated = 0;
      let lastMatch = first;
      for (let at = start; at < places.length && places[at] < first + words; at += 1) {
        const { clause, worth } = answers[places[at]];
        if (seen[clause] === start) repeated += worth;
        else covered += worth;
        seen[clause] = start;
        lastMatch = places[at];
      }
      const worth = covered + repeated / 10;
      if (worth > best.worth + 1e-9) best = { first, lastMatch, covered, worth };
    }
    return best;
  }

  /**
   * Where the excerpt begins so that the window stays in it: with a sentence if one begins near enough.
   * Towards the end of a text there is room to begin earlier; then with the earliest sentence that fits.
   */
  function firstWord(text, spans, best, words) {
    const atEnd = Math.max(0, spans.length - words);
    const low = best.first > atEnd ? atEnd : Math.max(0, best.lastMatch - words + 1, best.first - REACH);
    const begins = [];
    for (let at = low; at <= best.first; at += 1) if (beginsSentence(text, spans, at)) begins.push(at);
    if (best.first > atEnd) return begins[0] ?? low;
    return begins[begins.length - 1] ?? Math.max(low, best.first - 4);
  }

  function beginsSentence(text, spans, word) {
    if (word === 0) return true;
    const between = text.slice(spans[word - 1].end, spans[word].start);
    return /[.!?\u2026]["'\u201d\u2019)]*\s|\n\s*\n/.test(between);
  }

  /** Plain and marked pieces from word `first` to word `last`: a dot between paragraphs, an ellipsis at a cut. */
  function cutPieces(text, spans, answers, first, last) {
    if (spans.length === 0) return text.trim() ? [{ text: text.trim(), mark: false }] : [];
    /** @type {Piece[]} */
    const pieces = [];
    const add = (piece, mark) => {
      const spaced = piece.replace(/\s*\n\s*\n\s*/g, " \u00b7 ").replace(/\s+/g, " ");
      if (spaced) pieces.push({ text: spaced, mark });
    };
    let at = first === 0 ? 0 : openingStart(text, spans[first].start);
    if (first > 0) pieces.push({ text: "\u2026 ", mark: false });
    for (let word = first; word <= last; word += 1) {
      if (!answers[word]) continue;
      add(text.slice(at, spans[word].start), false);
      add(text.slice(spans[word].start, spans[word].end), true);
      at = spans[word].end;
    }
    const end = last === spans.length - 1 ? text.length : closingEnd(text, spans[last].end);
    add(text.slice(at, end).trimEnd(), false);
    if (last < spans.length - 1) pieces.push({ text: " \u2026", mark: false });
    return pieces;
  }

  /** An opening quotation mark or bracket belongs to the word that it opens. */
  function openingStart(text, start) {
    return start > 0 && /[("'\u201c\u2018[]/.test(text[start - 1]) ? start - 1 : start;
  }

  /** Closing signs belong to the word before them. */
  function closingEnd(text, end) {
    return end + text.slice(end).match(/^(?:['\u2019]s)?[.,;:!?)\]"'\u201d\u2019]*/)[0].length;
  }

  /**
   * The excerpt of a found page: from the paragraph of its body that answers most, or from its summary where
   * that answers as much. A page that bears the name asked for needs no proof, only an introduction: its summary.
   * @param {{summary: string, body: string[], anchors: string[]}} page
   * @param {{exact: Matcher, wide: Matcher}} matchers `wide` also answers to words that only begin so,
   *   and is asked where the page has none of the words themselves
   * @param {boolean} [named]
   * @returns {{pieces: Piece[], anchor: string, worth: number}} `anchor` is the fragment of the paragraph, or empty
   */
  function excerptOf(page, { exact, wide }, named = false) {
    const { summary, body } = textsOf(page);
    for (const matcher of exact === wide ? [exact] : [exact, wide]) {
      const short = windowIn(summary, matcher, WORDS);
      if (named && summary.text.trim() !== "") return { ...cut(summary, short, WORDS), anchor: "" };
      const long = windowIn(body, matcher, WORDS);
      if (long.best.covered > short.best.covered) {
        const found = cut(body, long, WORDS);
        return { ...found, anchor: anchorAt(found.at, page.body, page.anchors) };
      }
      if (short.best.covered > 0) return { ...cut(summary, short, WORDS), anchor: "" };
    }
    const introduction = summary.text.trim() === "" ? body : summary;
    return { ...cut(introduction, windowIn(introduction, exact, WORDS), WORDS), anchor: "" };
  }

  /** The texts of pages that were shown before, with their words: the next letter of a query asks for them again. */
  const read = new WeakMap();

  function textsOf(page) {
    if (!read.has(page)) read.set(page, { summary: readText(page.summary), body: readText(page.body.join(PARAGRAPH)) });
    return read.get(page);
  }

  /** The fragment of the paragraph in which a place of the joined text lies. */
  function anchorAt(place, body, anchors) {
    let end = 0;
    for (let number = 0; number < body.length; number += 1) {
      end += body[number].length + PARAGRAPH.length;
      if (place < end) return anchors[number] ?? "";
    }
    return "";
  }

  Intertitle.excerpt = { excerpt, excerptOf };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
