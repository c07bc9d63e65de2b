/**
 * How text becomes terms in the browser: the three rules of `plugins/search_index/analyzer.py`,
 * fold, term, possessive. `tests/contract/analyzer.json` holds both to the same answers.
 *
 * Adds `Intertitle.analyzer`.
 */
/** @typedef {{term: string, start: number, end: number}} Span  UTF-16 offsets in the text, half open */

(function (Intertitle) {
  "use strict";

  /** @type {Map<string, string>} Every folded character met so far, the exceptions to begin with. */
  const folds = new Map();
  for (const one of "\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u0060\u00b4\uff07") folds.set(one, "'");
  for (const one of "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02") folds.set(one, '"');
  for (const one of "\u2010\u2011\u2012\u2013\u2014\u2015\u2212") folds.set(one, "-");
  folds.set("\u2044", "/");

  /** Letters that no decomposition takes apart. */
  const LETTERS = {
    "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l", "\u0111": "d",
    "\u00f0": "d", "\u00fe": "th", "\u0131": "i", "\u0127": "h", "\u03c2": "\u03c3",
  };

  /** Thai, Lao, Burmese, Khmer, Kana and Han: scripts in which each character is a term. */
  const SPACELESS =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3021-\\u3029\\u3041-\\u30ff\\u31f0-\\u31ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const RUN = `(?:(?![${SPACELESS}])[\\p{L}\\p{N}])+`;
  const SIGNS = new RegExp(`[${[...folds.keys()].join("")}]`, "gu");
  const TERM = new RegExp(`(?=[\\p{L}\\p{N}])[${SPACELESS}]|${RUN}(?:'${RUN})*`, "gu");
  const POSSESSIVE = /'s$/;

  /**
   * One character, folded; empty for marks and for what cannot be seen.
   * @param {string} character one code point
   * @returns {string}
   */
  function foldCharacter(character) {
    const known = folds.get(character);
    if (known !== undefined) return known;
    let folded = "";
    if (/\p{Z}/u.test(character)) {
      folded = " ";
    } else if (!/\p{Cf}/u.test(character)) {
      const lower = character.normalize("NFKD").toLowerCase().normalize("NFKD");
      for (const one of lower) {
        if (!/\p{M}/u.test(one)) folded += LETTERS[one] ?? signOf(one);
      }
      if (/\p{No}/u.test(character)) folded = " " + folded;
    }
    folds.set(character, folded);
    return folded;
  }

  /** A sign that a decomposition brought to light, such as the dash in a small hyphen. */
  function signOf(one) {
    return /[\p{L}\p{N}]/u.test(one) ? one : (folds.get(one) ?? one);
  }

  /**
   * The text as it is compared; positions in it are none in `text`.
   * @param {string} text
   * @returns {string}
   */
  function fold(text) {
    let folded = "";
    for (const character of text) folded += foldCharacter(character);
    return folded;
  }

  /**
   * The text with plain apostrophes, quotation marks and dashes for all others, as long as before.
   * @param {string} text
   * @returns {string}
   */
  function plainSigns(text) {
    return text.replace(SIGNS, (sign) => folds.get(sign));
  }

  /**
   * The terms of a text in their order, repeated ones repeated.
   * @param {string} text
   * @returns {string[]}
   */
  function terms(text) {
    return Array.from(fold(text).matchAll(TERM), (match) => plain(match[0]));
  }

  /**
   * The terms with where each stands in the text; a possessive's ending is left outside.
   * @param {string} text
   * @returns {Span[]}
   */
  function spans(text) {
    let folded = "";
    /** @type {number[]} For each unit of `folded`, where its character begins and ends in `text`. */
    const starts = [];
    const ends = [];
    let at = 0;
    for (const character of text) {
      const piece = foldCharacter(character);
      const next = at + character.length;
      if (piece === "" && ends.length > 0) ends[ends.length - 1] = next;
      for (let unit = 0; unit < piece.length; unit += 1) {
        starts.push(at);
        ends.push(next);
      }
      folded += piece;
      at = next;
    }
    return Array.from(folded.matchAll(TERM), (match) => {
      const length = match[0].replace(POSSESSIVE, "").length;
      return { term: plain(match[0]), start: starts[match.index], end: ends[match.index + length - 1] };
    });
  }

  function plain(run) {
    return run.replace(POSSESSIVE, "").replaceAll("'", "");
  }

  Intertitle.analyzer = { fold, plainSigns, terms, spans };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
