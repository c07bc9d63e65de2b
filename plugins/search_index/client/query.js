/**
 * What a reader typed, taken apart: words, phrases in quotation marks, what is left out (-word), what may
 * stand for each other (OR), what must stand in a field (title:word), years, and whether the last word may
 * still be growing. Anything can be typed; nothing is an error.
 *
 * Adds `Intertitle.query`.
 */
/** @typedef {{terms: string[], quoted: boolean, fields: string[] | null, growing: boolean}} Part
 *  `terms` stand side by side; `fields` are names of the index, or null for all */
/** @typedef {{parts: Part[], times: number, not: boolean}} Clause  `parts` may stand for each other */
/** @typedef {{clauses: Clause[], name: string[], growing: boolean, years: [string, string] | null,
 *             narrowed: Object<string, string[]>}} Query
 *  `name` are the terms of the whole query, as titles are compared; `narrowed` has values of facets */

(function (Intertitle) {
  "use strict";

  /** What readers may write before a colon, and the fields that it means. */
  const FIELDS = {
    title: ["title", "names", "typed"],
    name: ["title", "names", "typed"],
    person: ["people", "title", "names", "typed"],
    people: ["people", "title", "names", "typed"],
    heading: ["headings"],
    text: ["body", "summary", "unshown"],
    kind: ["kind"],
    year: ["year"],
  };

  /** A minus or a field, then a phrase or a run of what is no space; a quotation mark that is never closed opens none. */
  const PIECE = /(-(?=[^\s-]))?(?:([A-Za-z]+):(?=\S))?(?:"([^"]*)"|(\S+))/gu;

  /** Two years, or a decade, as a range. */
  const RANGE = /^(\d{4})?(?:\.\.|-)(\d{4})?$/;
  const DECADE = /^(\d{3})0s$/;

  /**
   * The query that a text asks. The last word is being typed unless a space or a sign ends it.
   * @param {string} text
   * @returns {Query}
   */
  function parse(text) {
    const plain = Intertitle.analyzer.plainSigns(text);
    const pieces = Array.from(plain.matchAll(PIECE), piece);
    const query = { clauses: [], name: [], growing: false, years: null, narrowed: {} };
    let open = null;
    pieces.forEach((one, at) => {
      if (one.whole === "OR" && open && at < pieces.length - 1) {
        open.waits = true;
        return;
      }
      if (one.field === "year" && rangeOf(one.text)) query.years = rangeOf(one.text);
      else if (one.field === "source") query.narrowed.source = [...(query.narrowed.source ?? []), one.text];
      else open = add(query, open, one);
    });
    settle(query, plain);
    return query;
  }

  function piece(match) {
    const [whole, minus, field, phrase, word] = match;
    const name = field?.toLowerCase();
    const known = name !== undefined && (Object.hasOwn(FIELDS, name) || name === "source");
    return {
      not: minus !== undefined,
      field: known ? name : null,
      text: known || field === undefined ? (phrase ?? word) : `${field} ${phrase ?? word}`,
      quoted: phrase !== undefined,
      whole,
    };
  }

  /** A range of years, or null. */
  function rangeOf(text) {
    const decade = text.match(DECADE);
    if (decade) return [`${decade[1]}0`, `${decade[1]}9`];
    const range = text.match(RANGE);
    return range && (range[1] || range[2]) ? [range[1] ?? "", range[2] ?? ""] : null;
  }

  /** Adds a piece as clauses: a phrase is one, and so is each word of it that no sign holds together. */
  function add(query, open, one) {
    const terms = Intertitle.analyzer.terms(one.text);
    if (terms.length === 0) return open;
    const fields = one.field ? FIELDS[one.field] : null;
    const together = one.quoted && terms.length > 1 ? [terms] : terms.map((term) => [term]);
    let last = open;
    for (const side of together) {
      const part = { terms: side, quoted: one.quoted, fields, growing: false };
      if (last && last.waits) {
        last.parts.push(part);
        last.waits = false;
      } else {
        last = { parts: [part], times: 1, not: one.not, waits: false };
        query.clauses.push(last);
      }
    }
    if (!one.not && !fields) query.name.push(...terms);
    return last;
  }

  /** Whether the last word grows; each word once, with how often it was typed. */
  function settle(query, plain) {
    const last = query.clauses[query.clauses.length - 1];
    const growing = /[\p{L}\p{M}\p{N}']$/u.test(plain) && last !== undefined;
    if (growing) {
      const part = last.parts[last.parts.length - 1];
      part.growing = part.terms.length === 1 && !part.quoted;
      query.growing = part.growing && !last.not && part.fields === null;
    }
    /** @type {Map<string, Clause>} */
    const once = new Map();
    for (const clause of query.clauses) {
      const key = JSON.stringify([clause.parts, clause.not]);
      const before = once.get(key);
      if (before) before.times += 1;
      else once.set(key, clause);
    }
    query.clauses = Array.from(once.values(), ({ parts, times, not }) => ({ parts, times, not }));
  }

  Intertitle.query = { parse };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
