/**
 * From a query to ranked hits: asks for the shards that the query needs, ranks, and fetches what the
 * hits to be shown need. Everything that is not about loading is in the modules before this one.
 *
 * Adds `Intertitle.makeSearch` and, for this page, `Intertitle.search`.
 */
/** @typedef {{url: string, title: string, kind: string, type?: string, year?: string, lang?: string,
 *             score: number, signal: number, excerpt: Piece[], unshown?: boolean,
 *             found?: {term: string, count: number}[]}} Hit
 *  `url` ends in the fragment of the paragraph that the excerpt is from; `unshown`: what answers stands in a
 *  text that may not be shown; `found`: how often its text has the words, where no excerpt shows one */
/** @typedef {{total: number, hits: Hit[], unknown: string[], apart: boolean,
 *             corrected: {typed: string, used: string}[], suggestion: string | null}} Result
 *  `unknown`: words that no page has; `apart`: no page has all that was required, such as the words of a
 *  phrase side by side, and it was not insisted on; `corrected`: what was searched for instead of a word that
 *  no page has; `suggestion`: a query that a reader may have meant */

(function (Intertitle) {
  "use strict";

  const { placeOf, runOf } = Intertitle.dictionary;
  const { rank, withNearness, rarity, signals, phraseLists, SIGNAL } = Intertitle.rank;
  const NOTHING = { total: 0, hits: [], unknown: [], apart: false, corrected: [], suggestion: null };

  /** A word that no more pages have, and none with all the others, may be a slip. */
  const FEW_PAGES = 3;

  /** Stands in an address for the title's terms with a dash between two. */
  const SLUG = "*";

  /** Hits that are enough to begin with, while the files of the others are still on their way. */
  const FIRST = 3;

  /** The character that stands for 0 where each number is a character. */
  const ZERO = 0x23;

  /** What the manifest says, as the other modules use it. */
  function indexOf(manifest) {
    const steps = Uint8Array.from(manifest.lengths, (sign) => sign.charCodeAt(0) - ZERO);
    const lengths = Float64Array.from({ length: 128 }, (_, step) => Intertitle.postings.lengthOfStep(step));
    const fields = manifest.fields.map((field) => {
      const average = field.documents > 0 ? field.terms / field.documents : 1;
      const norms = lengths.map((length) => 1 / (1 - field.b + (field.b * length) / average));
      return { ...field, average, norms };
    });
    const counts = Array.from(manifest.shards.documents, (sign) => sign.charCodeAt(0) - ZERO);
    let documents = 0;
    const firsts = counts.map((count) => (documents += count) - count);
    const kinds = manifest.kinds.map(([kind, type]) => ({ kind, type }));
    return {
      documents: manifest.documents,
      ranking: manifest.ranking,
      facets: manifest.facets,
      begins: { ...manifest.shards, documents: firsts },
      fields,
      steps,
      lengthOf: (document) => lengths[steps[document]],
      kindOf: (document) => kinds[manifest.kind.charCodeAt(document) - ZERO],
    };
  }

  /**
   * The search over one index.
   * @param {Shards} shards
   */
  function makeSearch(shards) {
    let opened = null;
    let hasShown = false;

    /** The index with all that reads it, made once. */
    async function open() {
      const manifest = await shards.manifest();
      if (opened === null || opened.manifest !== manifest) {
        const index = indexOf(manifest);
        const terms = Intertitle.makeTerms(shards, index);
        opened = { manifest, index, terms, facets: Intertitle.makeFacets(shards, index), numbers: fieldNumbers(index) };
      }
      return opened;
    }

    function fieldNumbers({ fields }) {
      return new Map(fields.map(({ name }, number) => [name, number]));
    }

    /** What a part of a clause stands for: a word's terms, or the phrase as if it were one. */
    async function alternative(part, { terms, numbers }) {
      const fields = part.fields && new Set(part.fields.map((name) => numbers.get(name)));
      if (part.terms.length > 1) return { part, fields, matches: await phraseMatches(part.terms, terms) };
      const [term] = part.terms;
      const exact = part.quoted ? await terms.exactMatch(term) : null;
      return { part, fields, matches: part.quoted ? [exact].filter(Boolean) : await terms.matchesOf(term, part.growing) };
    }

    async function phraseMatches(words, terms) {
      const found = await Promise.all(words.map(terms.exactMatch));
      if (found.some((match) => match === null)) return [];
      const lists = phraseLists(await Promise.all(found.map((match) => match.places())));
      return [{ term: words.join(" "), weight: 1, lists, exact: true, growing: false, spelt: false, common: true }];
    }

    /** A clause with all that its parts stand for. */
    async function wantedOf(clause, using) {
      const alternatives = await Promise.all(clause.parts.map((part) => alternative(part, using)));
      const required = !clause.not && clause.parts.some(({ quoted, terms, fields }) => (quoted && terms.length > 1) || fields);
      return { alternatives, times: clause.times, not: clause.not, required };
    }

    /** The filters that were set, and those that were typed. */
    async function allFilters(query, filters, { facets }) {
      const all = { ...filters };
      if (query.years) all.year = query.years;
      const typed = query.narrowed.source ?? [];
      const meant = await Promise.all(typed.map((written) => facets.valuesLike("source", written)));
      // A text that there is not is looked for as it was written, and found nowhere.
      const sources = meant.flatMap((values, at) => (values.length > 0 ? values : [typed[at]]));
      if (sources.length > 0) all.source = [...(all.source ?? []), ...sources];
      return all;
    }

    /** All pages that answer, and the best of them by all but nearness. */
    async function answer(query, filters, count) {
      const using = await open();
      const { index } = using;
      const [wanted, allFilter] = await Promise.all([
        Promise.all(query.clauses.map((clause) => wantedOf(clause, using))),
        allFilters(query, filters, using),
      ]);
      const allowed = await using.facets.allowed(allFilter);
      const words = wordsOf(query, wanted);
      const titled = await titlesOf(query, words, using);
      const wide = Math.max(count, index.ranking.reranked);
      let used = wanted;
      let ranked = rank(index, used, titled, allowed, wide);
      const apart = ranked.total === 0 && wanted.some(({ required }) => required);
      if (apart) {
        used = await loosened(wanted, using);
        ranked = rank(index, used, titled, allowed, wide);
      }
      return { ...ranked, wanted: used, words, titled, filters: allFilter, apart };
    }

    /**
     * The query with a word instead of one that few pages have, if that makes it a title or a name. For
     * queries that no page answers whole.
     */
    async function suggestionFor(query, words, { index, terms }) {
      const rare = Math.max(FEW_PAGES, index.documents / 1000);
      const isRare = (matches) => matches.length > 0 && matches[0].exact && matches[0].lists.every(({ documents }) => documents.length <= rare);
      const last = query.growing ? words.length - 1 : words.length;
      for (let at = 0; at < last; at += 1) {
        for (const match of isRare(words[at]) ? await terms.speltMatches(query.name[at]) : []) {
          const instead = words.slice();
          instead[at] = [match];
          const found = signals(index, instead, () => false);
          if (Math.max(0, ...found.values()) >= SIGNAL.completesName) return query.name.map((term, one) => (one === at ? match.term : term)).join(" ");
        }
      }
      return null;
    }

    /** The pages of which the query is the title or a name, or the beginning of one. */
    async function titlesOf(query, words, { index, terms }) {
      if (words.length === 0) return new Map();
      const isFilm = (document) => index.kindOf(document).type === "film";
      const found = signals(index, words, isFilm);
      if (found.size > 0 || !query.growing || words.length === 1) return found;
      // The words before fit a name, but not the few continuations of the last one that were looked at.
      const before = words.slice(0, -1);
      if (signals(index, before, isFilm).size === 0) return found;
      return signals(index, [...before, await terms.namesBeginning(query.name[before.length])], isFilm);
    }

    /** What each word of the whole query stands for, in their order, as titles are compared; empty if it is no name. */
    function wordsOf(query, wanted) {
      const byTerm = new Map();
      for (const { alternatives, not } of wanted) {
        for (const { part, matches, fields } of alternatives) {
          if (!not && !fields && part.terms.length === 1) byTerm.set(part.terms[0], matches);
        }
      }
      const words = query.name.map((term) => byTerm.get(term));
      return words.includes(undefined) ? [] : words;
    }

    /** Phrases as their words, each a clause of its own, and nothing insisted on. */
    async function loosened(wanted, { terms }) {
      const each = wanted.map(async (one) => {
        const [{ part, fields }] = one.alternatives;
        if (one.not || part.terms.length === 1 || one.alternatives.length > 1) return [{ ...one, required: false }];
        const words = part.terms.map(async (term) => {
          const alternatives = [{ part: { ...part, terms: [term], quoted: false }, fields, matches: await terms.matchesOf(term, false) }];
          return { ...one, alternatives, required: false };
        });
        return Promise.all(words);
      });
      return (await Promise.all(each)).flat();
    }

    /** Neighbours of the query whose places in the pages are known or come with their terms. */
    async function pairsOf(wanted, index) {
      const plain = wanted.flatMap(({ alternatives, not }, place) => {
        const [{ part, matches, fields }] = alternatives;
        const usable = !not && !fields && alternatives.length === 1 && part.terms.length === 1 && !part.quoted;
        return usable && matches.length > 0 && !matches[0].common ? [{ place, match: matches[0] }] : [];
      });
      const pairs = plain.slice(1).map(async ({ place, match }, before) => {
        const first = plain[before];
        const [one, other] = await Promise.all([first.match.places(), match.places()]);
        const bearing = Math.max(...[first, { match }].flatMap(({ match: { lists } }) => lists.map(({ documents }) => documents.length)));
        return { one, other, apart: place - first.place, worth: index.ranking.near * rarity(index.documents, bearing) };
      });
      return Promise.all(pairs);
    }

    function openDocuments({ before, after, documents }) {
      return documents.map(([url, title, year = "", summary = "", body, anchors, lang = ""]) => {
        const address = (before + url + after).replace(SLUG, Intertitle.analyzer.terms(title).join("-"));
        return { url: address, title, year, summary, body: body || [], anchors: anchors || [], lang };
      });
    }

    /** What a hit shows of a document. */
    async function hitOf({ document, score, signal }, index, wanted, matchers, unshown) {
      const { documents } = index.begins;
      const number = runOf(documents, document);
      const page = (await shards.shard(`documents-${number}`, openDocuments))[document - documents[number]];
      const { pieces, anchor, worth } = Intertitle.excerpt.excerptOf(page, matchers, signal >= SIGNAL.completesName);
      const hit = { url: anchor ? `${page.url}#${anchor}` : page.url, title: page.title, score, signal, excerpt: pieces };
      Object.assign(hit, told({ ...index.kindOf(document), year: page.year, lang: page.lang }));
      if (worth > 0 || signal >= SIGNAL.completesName) return hit;
      return unshown.has(document) ? { ...hit, unshown: true } : { ...hit, found: countsIn(document, wanted, index) };
    }

    /** Those of some values that are not empty. */
    function told(values) {
      for (const key of Object.keys(values)) if (values[key] === "") delete values[key];
      return values;
    }

    /** How often each word of the query stands in the text of a page, where that is not at hand to show it. */
    function countsIn(document, wanted, index) {
      return wanted.flatMap(({ alternatives, not }) => {
        const matches = not ? [] : alternatives.flatMap((one) => one.matches);
        const counts = matches.map(({ term, lists }) => ({ term, count: countOf(lists.find(({ field }) => index.fields[field].form === "text"), document) }));
        const there = counts.filter(({ count }) => count > 0);
        if (there.length === 0) return [];
        return [{ term: there[0].term, count: there.reduce((sum, { count }) => sum + count, 0) }];
      });
    }

    function countOf(list, document) {
      const at = list ? placeOf(list.documents, document) : 0;
      return list && list.documents[at] === document ? list.counts[at] : 0;
    }

    /** The documents that have a word of the query in a text that may not be shown. */
    function unshownIn(wanted, index) {
      const found = new Set();
      for (const { alternatives, not } of wanted) {
        for (const { matches } of not ? [] : alternatives) {
          for (const list of matches.flatMap(({ lists }) => lists)) {
            if (index.fields[list.field].form === "words") for (const document of list.documents) found.add(document);
          }
        }
      }
      return found;
    }

    /**
     * The pages that answer what was typed, `limit` of them from `offset` on with their excerpts.
     * Rejects with a ShardError when a file that it needs cannot be had.
     * @param {string} text
     * @param {{limit?: number, offset?: number, filters?: Filters, onFirst?: (result: Result) => void}} [part]
     *   `onFirst` gets the first few hits as soon as they are there
     * @returns {Promise<Result>}
     */
    async function find(text, { limit = 10, offset = 0, filters = {}, onFirst } = {}) {
      const query = Intertitle.query.parse(text);
      if (query.clauses.length === 0 && query.years === null && query.narrowed.source === undefined) return NOTHING;
      const using = await open();
      const { index } = using;
      const found = await answer(query, filters, offset + limit);
      const best = withNearness(found.best, await pairsOf(found.wanted, index));
      const mayBeSlip = found.titled.size === 0 && !found.complete;
      const suggestion = mayBeSlip ? await suggestionFor(query, found.words, using) : null;
      const matchers = matchersOf(found, index);
      const unshown = unshownIn(found.wanted, index);
      const pages = best.slice(offset, offset + limit);
      const shown = (some) => Promise.all(some.map((page) => hitOf(page, index, found.wanted, matchers, unshown)));
      const result = (hits) => ({ total: found.total, hits, apart: found.apart, ...wordsTold(found), suggestion });
      if (!onFirst || pages.length <= FIRST) return result(await shown(pages));
      const first = shown(pages.slice(0, FIRST));
      // When nothing was shown before, the files of the first hits go ahead: the others would share the
      // connections with them.
      if (!hasShown) await first;
      hasShown = true;
      const rest = shown(pages.slice(FIRST));
      rest.catch(() => {});
      onFirst(result(await first));
      return result([...(await first), ...(await rest)]);
    }

    /**
     * By what the pages that answer can be narrowed.
     * @param {string} text
     * @param {{filters?: Filters}} [part]
     */
    async function facets(text, { filters = {} } = {}) {
      const using = await open();
      const { matching, filters: all } = await answer(Intertitle.query.parse(text), {}, 0);
      return using.facets.counted(matching, { ...all, ...filters });
    }

    /** Which terms the words of a query stand for. */
    async function words(text) {
      const using = await open();
      const query = Intertitle.query.parse(text);
      const wanted = await Promise.all(query.clauses.map((clause) => wantedOf(clause, using)));
      const matcher = matchersOf({ wanted }, using.index).wide;
      return (term) => matcher(term) !== null;
    }

    return { find, facets, words, ready: open };
  }

  /** Words that no page has, and what was taken instead of those that may be slips. */
  function wordsTold({ wanted }) {
    const parts = wanted.filter(({ not }) => !not).flatMap(({ alternatives }) => alternatives);
    const single = parts.filter(({ part }) => part.terms.length === 1);
    return {
      unknown: single.filter(({ matches }) => matches.length === 0).map(({ part }) => part.terms[0]),
      corrected: single
        .filter(({ matches }) => matches.length > 0 && matches[0].spelt)
        .map(({ part, matches }) => ({ typed: part.terms[0], used: matches[0].term })),
    };
  }

  /**
   * Which clause of the query a term of a text answers, if any, and what that is worth in an excerpt.
   * A growing word that the index has as it stands is answered by longer ones only in `wide`.
   */
  function matchersOf({ wanted }, index) {
    const exact = new Map();
    const wide = new Map();
    wanted.forEach(({ alternatives, not }, clause) => {
      if (not) return;
      const parts = alternatives.flatMap(({ part, matches }) => (part.terms.length > 1 ? part.terms.map(bare) : matches));
      const whole = parts.some((match) => match.exact);
      for (const match of parts) {
        const bearing = Math.max(1, ...match.lists.map(({ documents }) => documents.length));
        const answerOf = { clause, worth: rarity(index.documents, bearing) * match.weight };
        if (!wide.has(match.term)) wide.set(match.term, answerOf);
        if ((!match.growing || !whole) && !exact.has(match.term)) exact.set(match.term, answerOf);
      }
    });
    const matcher = (terms) => (term) => terms.get(term) ?? null;
    const own = matcher(exact);
    return { exact: own, wide: exact.size === wide.size ? own : matcher(wide) };
  }

  /** A word of a phrase, for excerpts. */
  function bare(term) {
    return { term, weight: 1, lists: [], exact: true, growing: false };
  }

  Intertitle.makeSearch = makeSearch;
  if (Intertitle.shards) Intertitle.search = makeSearch(Intertitle.shards);
})((globalThis.Intertitle = globalThis.Intertitle || {}));
