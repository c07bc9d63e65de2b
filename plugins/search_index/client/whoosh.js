/**
 * Ranks an index as Whoosh's own searcher ranks its own: a proof that the files hold all that Whoosh counted.
 * No page loads this. It is no part of `search/client.js`, and ranks in another way than the search does;
 * tests/search_index/test_whoosh_ranking.py compares it with Whoosh, hit by hit.
 *
 * It reads every shard of terms and of positions with the client's own decoders. A field of form words has
 * neither counts nor places, and cannot be ranked so.
 *
 * Adds `Intertitle.openAsWhoosh` and `Intertitle.steppedLength`.
 */
/** @typedef {{term: string, field: string, boost?: number}
 *          | {phrase: string[], field: string, slop?: number, boost?: number}
 *          | {and: WhooshQuery[], boost?: number} | {or: WhooshQuery[], boost?: number}} WhooshQuery
 *  Boosts multiply scores. The words of a phrase follow each other within `slop` places, 1 by default. */
/** @typedef {{B?: number, K1?: number, fieldB?: Object<string, number>, fieldBoost?: Object<string, number>}} Ways
 *  the arguments of Whoosh's BM25F, `title_B` being `fieldB.title`; `fieldBoost` is what its schema says: it
 *  multiplies counts */

(function (Intertitle) {
  "use strict";

  const { bytesOf } = Intertitle.bits;
  const { heads, read, readPlaces, lengthOfStep } = Intertitle.postings;

  /** The code of the character that stands for 0 in the manifest. */
  const FIRST = 0x23;

  /** Whoosh keeps a length as one byte n: about (1.033^n - 1) * 27, so short ones are kept as they are. */
  const LENGTHS = Array.from({ length: 256 }, (_, byte) => Math.round((1.033 ** byte - 1) * 27));

  /** A length as Whoosh remembers it: the next that a byte can stand for, the greatest of these at most. */
  function steppedLength(length) {
    return LENGTHS.find((one) => one >= length) ?? LENGTHS[LENGTHS.length - 1];
  }

  /**
   * The whole index, ready to be ranked.
   * @param {Shards} shards
   * @returns {Promise<{rank: (query: WhooshQuery, ways?: Ways) => {document: number, score: number}[]}>}
   */
  async function openAsWhoosh(shards) {
    const manifest = await shards.manifest();
    const { documents, fields } = manifest;
    const steps = Array.from(manifest.lengths, (sign) => sign.charCodeAt(0) - FIRST);
    const index = { documents, fields, lengthOf: (document) => lengthOfStep(steps[document]) };
    const lists = await readLists(shards, manifest, index);
    const lengths = lengthsOf(lists, index);
    const totals = lengths.map((of) => of.reduce((sum, one) => sum + one, 0));
    fields.forEach(({ name, form, terms }, field) => {
      if (form !== "words" && totals[field] !== terms) throw new RangeError(`${name} has ${totals[field]} terms, and not ${terms}`);
    });
    const remembered = lengths.map((of) => of.map(steppedLength));
    const averages = totals.map((total) => total / documents || 1);
    const numbers = new Map(fields.map(({ name }, number) => [name, number]));
    return { rank: (query, ways = {}) => ranked(scored(query, { documents, lists, remembered, averages, numbers, ways })) };
  }

  /** The lists of each term, with all their places. */
  async function readLists(shards, manifest, index) {
    const opened = (linked) => (value) => {
      const bytes = bytesOf(value.data);
      return { bytes, ...heads(bytes, value.terms, linked) };
    };
    const all = (family, linked) =>
      Promise.all(manifest.shards[family].map((_, number) => shards.shard(`${family}-${number}`, opened(linked))));
    const apart = new Map();
    for (const { bytes, terms, begins } of await all("positions", false)) {
      terms.forEach((term, at) => apart.set(term, { bytes, at: begins[at] }));
    }
    const lists = new Map();
    for (const { bytes, terms, begins } of await all("terms", true)) {
      terms.forEach((term, at) => {
        const postings = read(bytes, begins[at], index);
        const text = postings.lists.find(({ field }) => index.fields[field].form === "text");
        const places = postings.aside ? apart.get(term) : { bytes, at: postings.placesAt };
        if (text) readPlaces(places.bytes, places.at, text, index);
        lists.set(term, postings.lists);
      });
    }
    return lists;
  }

  /** For each field how many terms each document has there: all counts of all its terms. */
  function lengthsOf(lists, { documents, fields }) {
    const lengths = fields.map(() => new Int32Array(documents));
    for (const list of [...lists.values()].flat()) {
      list.documents.forEach((document, at) => (lengths[list.field][document] += list.counts[at]));
    }
    return lengths;
  }

  /** What answers a query: each document with its score. */
  function scored(query, index) {
    const { boost = 1 } = query;
    const parts = () => (query.and ?? query.or).map((part) => scored(part, index));
    const scores = query.and ? inAll(parts()) : query.or ? inAny(parts()) : query.phrase ? phraseScores(query, index) : termScores(query, index);
    for (const [document, score] of scores) scores.set(document, score * boost);
    return scores;
  }

  /** Whoosh's BM25F of one term in one field. */
  function termScores({ term, field }, index) {
    const { B = 0.75, K1 = 1.2, fieldB = {}, fieldBoost = {} } = index.ways;
    const which = index.numbers.get(field);
    const list = listOf(term, which, index);
    if (!list) return new Map();
    const b = fieldB[field] ?? B;
    const rarity = Math.log(index.documents / (list.documents.length + 1)) + 1;
    const scores = new Map();
    list.documents.forEach((document, at) => {
      // Whoosh keeps what a term weighs in 32 bits.
      const weight = Math.fround(list.counts[at] * (fieldBoost[field] ?? 1));
      const norm = 1 - b + (b * index.remembered[which][document]) / index.averages[which];
      scores.set(document, (rarity * weight * (K1 + 1)) / (weight + K1 * norm));
    });
    return scores;
  }

  /** A phrase scores what its words score; which documents have it, their places tell. */
  function phraseScores({ phrase, field, slop = 1 }, index) {
    const found = phrase.map((term) => listOf(term, index.numbers.get(field), index));
    if (found.includes(undefined)) return new Map();
    const scores = inAll(phrase.map((term) => termScores({ term, field }, index)));
    for (const document of scores.keys()) {
      const places = found.map((list) => placesIn(list, document));
      const ends = places.reduce((before, after) => after.filter((one) => before.some((end) => end < one && one <= end + slop)));
      if (ends.length === 0) scores.delete(document);
    }
    return scores;
  }

  function listOf(term, which, { lists }) {
    return (lists.get(term) ?? []).find(({ field }) => field === which);
  }

  function placesIn(list, document) {
    const at = list.documents.indexOf(document);
    return Array.from(list.places.subarray(list.starts[at], list.starts[at + 1]));
  }

  /** The documents that are in all, their scores added up. */
  function inAll([first, ...others]) {
    const scores = new Map();
    for (const [document, score] of first) {
      if (others.every((one) => one.has(document))) scores.set(document, others.reduce((sum, one) => sum + one.get(document), score));
    }
    return scores;
  }

  /** The documents that are in any. */
  function inAny(parts) {
    const scores = new Map();
    for (const [document, score] of parts.flatMap((one) => [...one])) scores.set(document, (scores.get(document) ?? 0) + score);
    return scores;
  }

  /** Best first, and the first document first where scores are the same. */
  function ranked(scores) {
    const hits = Array.from(scores, ([document, score]) => ({ document, score }));
    return hits.sort((one, other) => other.score - one.score || one.document - other.document);
  }

  Object.assign(Intertitle, { openAsWhoosh, steppedLength });
})((globalThis.Intertitle = globalThis.Intertitle || {}));
