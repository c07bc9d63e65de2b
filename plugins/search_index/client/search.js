/**
 * From a query to ranked hits: asks for the shards that the query needs, ranks, and fetches what the
 * hits to be shown need. Everything that is not about loading is in the modules before this one.
 *
 * Adds `Intertitle.makeSearch` and, for this page, `Intertitle.search`.
 */
/** @typedef {{url: string, title: string, kind: string, type?: string, year?: string, lang?: string,
 *             score: number, signal: number, excerpt: Piece[]}} Hit */
/** @typedef {{total: number, hits: Hit[], unknown: string[], apart: boolean}} Result
 *  `unknown`: words that no page has; `apart`: the words of a phrase stand nowhere side by side */

(function (Intertitle) {
  "use strict";

  /**
   * The search over one index.
   * @param {Shards} shards
   */
  function makeSearch(shards) {
    /** The shards of one family whose range meets the terms that begin with `start`. */
    async function meeting(family, start) {
      const listed = (await shards.manifest()).shards[family];
      const wanted = listed.filter(({ first, last }) => start <= last && (first <= start || first.startsWith(start)));
      return Promise.all(wanted.map(async (entry) => ({ entry, shard: await shards.shard(entry.name) })));
    }

    /** The terms that a word stands for: itself, and if it is growing or unknown those that begin with it. */
    async function termsOf(word) {
      const { prefixWeight } = await shards.manifest();
      const found = await meeting("terms", word.term);
      const exact = found.flatMap(({ shard }) => {
        const place = placeOf(shard.terms, word.term);
        return shard.terms[place] === word.term ? [{ weight: 1, postings: shard.postings[place] }] : [];
      });
      if (exact.length > 0 && !word.prefix) return { matches: exact, prefix: false, known: true };
      const longer = found.flatMap(({ shard }) =>
        beginning(shard.terms, word.term)
          .filter((place) => shard.terms[place] !== word.term)
          .map((place) => ({ weight: prefixWeight, postings: shard.postings[place] })),
      );
      return { matches: [...exact, ...longer], prefix: true, known: exact.length > 0 };
    }

    /** A phrase as a clause of its own; empty postings where it stands nowhere. */
    async function phraseClause(phrase) {
      const terms = await Promise.all(
        phrase.map(async (term) => {
          for (const { entry, shard } of await meeting("terms", term)) {
            const place = placeOf(shard.terms, term);
            if (shard.terms[place] !== term) continue;
            const { positions } = await shards.shard(entry.positions);
            return { postings: shard.postings[place], positions: positions[place] };
          }
          return { postings: [], positions: [] };
        }),
      );
      const postings = Intertitle.rank.phrasePostings(terms);
      return { matches: [{ weight: 1, postings }], times: 1, required: true };
    }

    /** The record of one document. */
    async function documentOf(number) {
      const listed = (await shards.manifest()).shards.documents;
      const { name } = listed.find(({ first, last }) => first <= number && number <= last);
      const shard = await shards.shard(name);
      return shard.documents[number - shard.first];
    }

    /**
     * The pages that answer what was typed, `limit` of them from `offset` on with their excerpts.
     * Rejects with a ShardError when a file that it needs cannot be had.
     * @param {string} text
     * @param {{limit?: number, offset?: number}} [part]
     * @returns {Promise<Result>}
     */
    async function find(text, { limit = 10, offset = 0 } = {}) {
      const query = Intertitle.query.parse(text);
      if (query.words.length === 0) return { total: 0, hits: [], unknown: [], apart: false };
      const manifest = await shards.manifest();
      const [found, phrases, names] = await Promise.all([
        Promise.all(query.words.map(termsOf)),
        Promise.all(query.phrases.map(phraseClause)),
        meeting("names", query.name),
      ]);
      const words = found.map(({ matches }, at) => ({ matches, times: query.words[at].times }));
      const signals = Intertitle.rank.signals(
        names.map(({ shard }) => shard),
        query,
      );
      let ranked = Intertitle.rank.rank(manifest, [...words, ...phrases], signals);
      const apart = ranked.length === 0 && phrases.length > 0;
      if (apart) ranked = Intertitle.rank.rank(manifest, words, signals);
      const matchers = matchersOf(query, found, manifest.documents);
      const hits = ranked.slice(offset, offset + limit).map(async ({ document, score, signal }) => {
        const page = await documentOf(document);
        const named = signal >= Intertitle.rank.SIGNAL.completes;
        return { ...page, score, signal, excerpt: Intertitle.excerpt.excerptOf(page, matchers, named) };
      });
      const unknown = query.words.filter((_, at) => found[at].matches.length === 0).map(({ term }) => term);
      return { total: ranked.length, hits: await Promise.all(hits), unknown, apart };
    }

    return { find, ready: () => shards.manifest() };
  }

  /**
   * Which word of the query a term of a text answers, if any, and what that is worth in an excerpt.
   * A growing word that the index has as it stands is answered by longer ones only in `wide`.
   */
  function matchersOf(query, found, documents) {
    const words = query.words.map(({ term }, clause) => {
      const bearing = new Set();
      for (const { postings } of found[clause].matches) {
        Intertitle.rank.eachCount(postings, (document) => bearing.add(document));
      }
      return { term, clause, ...found[clause], worth: Intertitle.rank.rarity(documents, bearing.size) };
    });
    const matcher = (longer) => (term) =>
      words.find((word) => word.term === term) ??
      words.find((word) => longer(word) && term.startsWith(word.term)) ??
      null;
    return { exact: matcher((word) => word.prefix && !word.known), wide: matcher((word) => word.prefix) };
  }

  /** Where a string stands in a sorted list, or would. */
  function placeOf(sorted, string) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < string) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The places of all strings of a sorted list that begin with `start`. */
  function beginning(sorted, start) {
    const places = [];
    for (let at = placeOf(sorted, start); at < sorted.length && sorted[at].startsWith(start); at += 1) places.push(at);
    return places;
  }

  Intertitle.makeSearch = makeSearch;
  if (Intertitle.shards) Intertitle.search = makeSearch(Intertitle.shards);
})((globalThis.Intertitle = globalThis.Intertitle || {}));
