/**
 * Which pages answer a query, best first: BM25F over the fields, helped by the exact-title signal.
 * The formulas are set out in docs/index-format.md; a slow reference ranker in Python must agree with
 * them to 1e-9 (tests/contract/ranking.json).
 *
 * Adds `Intertitle.rank`.
 */
/** @typedef {{weight: number, postings: number[]}} Match  a term that a word stands for */
/** @typedef {{matches: Match[], times: number, required?: boolean}} Clause  a word or a phrase */
/** @typedef {{document: number, score: number, signal: number}} Ranked */

(function (Intertitle) {
  "use strict";

  /** The exact-title signal, strongest last: pages with a stronger one come first whatever their score. */
  const SIGNAL = { none: 0, begins: 1, completes: 2, name: 3, title: 4, film: 5 };

  /**
   * Walks the flat postings of one term.
   * @param {number[]} postings steps between documents, field masks, counts (docs/index-format.md)
   * @param {(document: number, field: number, count: number) => void} visit
   */
  function eachCount(postings, visit) {
    let document = 0;
    for (let at = 0; at < postings.length; ) {
      document += postings[at];
      const mask = postings[at + 1];
      at += 2;
      for (let field = 0; mask >> field; field += 1) {
        if ((mask >> field) & 1) {
          visit(document, field, postings[at]);
          at += 1;
        }
      }
    }
  }

  /**
   * How much each page has of one clause: counts weighed by field and length, summed over fields and
   * over the terms that the word stands for, not yet saturated.
   * @returns {Map<number, number>} by document
   */
  function amounts(manifest, averages, clause) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const match of clause.matches) {
      eachCount(match.postings, (document, which, count) => {
        const field = manifest.fields[which];
        const length = field.lengths[document] / averages[which];
        const amount = (match.weight * field.weight * count) / (1 - field.b + field.b * length);
        found.set(document, (found.get(document) ?? 0) + amount);
      });
    }
    return found;
  }

  /** How much a clause tells that `bearing` of `documents` pages have: always above 0. */
  function rarity(documents, bearing) {
    return Math.log(1 + (documents - bearing + 0.5) / (bearing + 0.5));
  }

  /**
   * Every page that has at least one of the clauses, best first; equal ones by document number.
   *
   * A page's score is the sum over its clauses, times the share of the clauses' rarity that it has:
   * so pages with all the words lead, and one missing "the" costs little. If a clause is `required`,
   * pages without it are left out.
   * @param {Manifest} manifest
   * @param {Clause[]} clauses
   * @param {Map<number, number>} signals strongest signal of each page that has one
   * @returns {Ranked[]}
   */
  function rank(manifest, clauses, signals) {
    const averages = manifest.fields.map(
      (field) => field.lengths.reduce((sum, length) => sum + length, 0) / manifest.documents,
    );
    /** @type {Map<number, {score: number, covered: number, required: number}>} */
    const pages = new Map();
    let whole = 0;
    let required = 0;
    for (const clause of clauses) {
      const found = amounts(manifest, averages, clause);
      if (found.size === 0 && !clause.required) continue;
      const worth = rarity(manifest.documents, found.size) * clause.times;
      whole += worth;
      required += clause.required ? 1 : 0;
      for (const [document, amount] of found) {
        const page = pages.get(document) ?? { score: 0, covered: 0, required: 0 };
        page.score += (worth * amount * (manifest.k1 + 1)) / (amount + manifest.k1);
        page.covered += worth;
        page.required += clause.required ? 1 : 0;
        pages.set(document, page);
      }
    }
    return Array.from(pages, ([document, page]) => ({
      document,
      score: (page.score * page.covered) / whole,
      signal: signals.get(document) ?? SIGNAL.none,
      required: page.required,
    }))
      .filter((page) => page.required === required)
      .map(({ document, score, signal }) => ({ document, score, signal }))
      .sort((one, other) => other.signal - one.signal || other.score - one.score || one.document - other.document);
  }

  /**
   * The pages whose title or name is the query, begins with it, or is it once the last word is complete.
   * @param {{names: string[], bearers: number[][], films: number[]}[]} shards those that may hold it
   * @param {Query} query
   * @returns {Map<number, number>} the strongest signal of each
   */
  function signals(shards, query) {
    /** @type {Map<number, number>} */
    const found = new Map();
    if (query.name === "") return found;
    const start = query.growing ? query.name : `${query.name} `;
    for (const shard of shards) {
      const films = new Set(shard.films);
      shard.names.forEach((name, place) => {
        if (name !== query.name && !name.startsWith(start)) return;
        const completes = query.growing && !name.includes(" ", start.length);
        const beginSignal = completes ? SIGNAL.completes : SIGNAL.begins;
        for (const code of shard.bearers[place]) {
          const document = code >> 1;
          const signal = name === query.name ? nameSignal(code & 1, films.has(document)) : beginSignal;
          found.set(document, Math.max(signal, found.get(document) ?? SIGNAL.none));
        }
      });
    }
    return found;
  }

  function nameSignal(isTitle, isFilm) {
    if (!isTitle) return SIGNAL.name;
    return isFilm ? SIGNAL.film : SIGNAL.title;
  }

  /**
   * The postings of a phrase, as if it were one term: where its terms stand side by side in one field.
   * @param {{postings: number[], positions: number[]}[]} phrase its terms in their order, at least one
   * @returns {number[]} flat, as postings are
   */
  function phrasePostings(phrase) {
    let places = placesOf(phrase[0]);
    phrase.slice(1).forEach((term, before) => {
      const follow = placesOf(term);
      for (const [key, positions] of places) {
        const next = follow.get(key) ?? new Set();
        const kept = Array.from(positions).filter((position) => next.has(position + before + 1));
        if (kept.length > 0) places.set(key, new Set(kept));
        else places.delete(key);
      }
    });
    /** @type {Map<number, [number, number][]>} */
    const counts = new Map();
    for (const [key, positions] of places) {
      const document = Math.floor(key / 32);
      counts.set(document, [...(counts.get(document) ?? []), [key % 32, positions.size]]);
    }
    const flat = [];
    let previous = 0;
    for (const [document, fields] of Array.from(counts).sort((one, other) => one[0] - other[0])) {
      fields.sort((one, other) => one[0] - other[0]);
      const mask = fields.reduce((sum, [field]) => sum + (1 << field), 0);
      flat.push(document - previous, mask, ...fields.map(([, count]) => count));
      previous = document;
    }
    return flat;
  }

  /** Where a term stands: positions by `document * 32 + field` (a mask has at most 31 bits). */
  function placesOf({ postings, positions }) {
    /** @type {Map<number, Set<number>>} */
    const places = new Map();
    let at = 0;
    eachCount(postings, (document, field, count) => {
      const here = new Set();
      let position = 0;
      for (const end = at + count; at < end; at += 1) {
        position += positions[at];
        here.add(position);
      }
      places.set(document * 32 + field, here);
    });
    return places;
  }

  Intertitle.rank = { SIGNAL, rank, rarity, signals, phrasePostings, eachCount };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
