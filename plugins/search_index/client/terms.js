/**
 * The terms that a word of a query stands for, out of the shards that hold them: the word itself, other forms
 * of it, longer words if it is still being typed, and words that it may be a slip of.
 *
 * Adds `Intertitle.makeTerms`.
 */
/** @typedef {{term: string, weight: number, lists: List[], exact: boolean, growing: boolean, spelt: boolean,
 *             places: () => Promise<List[]>}} TermMatch */

(function (Intertitle) {
  "use strict";

  const { placeOf, beginning, runOf, runsOf } = Intertitle.dictionary;
  const { bytesOf, strings, Reader } = Intertitle.bits;
  const { heads, fieldsOf, read, readPlaces } = Intertitle.postings;

  /** A word that is still being typed may begin the terms of many shards; so many are read, by its letters. */
  const MOST_RUNS = [0, 1, 2, 4, 1];

  /** So many where nothing else is known of a name than the beginning of its last word. */
  const ALL_RUNS = 16;

  /** And so many of these terms are taken: those of titles and names, and those that stand most often. */
  const MOST_NAMED = 200;
  const MOST_LONGER = 20;

  /**
   * The terms of one index.
   * @param {Shards} shards
   * @param {Index} index
   */
  function makeTerms(shards, index) {
    const { begins } = index;
    const everyPosting = new Map();

    function opened(linked) {
      return (value) => {
        const bytes = bytesOf(value.data);
        const head = heads(bytes, value.terms, linked);
        const { terms } = head;
        if (head.begins[terms.length] > bytes.length * 8) throw new RangeError("entries are missing");
        const next = new Int32Array(terms.length).fill(-1);
        head.back.forEach((back, at) => {
          if (back > 0) next[at - back] = at;
        });
        return { terms, bytes, begins: head.begins, back: head.back, next };
      };
    }

    const openTerms = opened(true);
    const openPlaces = opened(false);
    const termShard = (number) => shards.shard(`terms-${number}`, openTerms);
    const placeShard = (number) => shards.shard(`positions-${number}`, openPlaces);

    /** A term of a shard with its postings, read once. */
    function matchOf(shard, at, weight, kind = {}) {
      const term = shard.terms[at];
      let postings = everyPosting.get(term);
      if (!postings) {
        try {
          postings = read(shard.bytes, shard.begins[at], index);
        } catch {
          throw new Intertitle.ShardError("damaged", "terms");
        }
        everyPosting.set(term, postings);
      }
      const places = () => withPlaces(postings, shard, term);
      const common = postings.aside;
      return { term, weight, lists: postings.lists, exact: false, growing: false, spelt: false, common, places, ...kind };
    }

    /** The lists of a term with all its places, those of running text too. */
    async function withPlaces(postings, shard, term) {
      const text = postings.lists[postings.lists.length - 1];
      if (!text || text.starts !== null || index.fields[text.field].form !== "text") return postings.lists;
      if (!postings.aside) {
        readPlaces(shard.bytes, postings.placesAt, text, index);
        return postings.lists;
      }
      const apart = await placeShard(runOf(begins.positions, term));
      const at = placeOf(apart.terms, term);
      if (apart.terms[at] !== term) throw new Intertitle.ShardError("damaged", "positions");
      readPlaces(apart.bytes, apart.begins[at], text, index);
      return postings.lists;
    }

    /** The other terms of a family, by their places in the shard. */
    function family(shard, at) {
      const places = [];
      for (let one = at; shard.back[one] > 0; ) places.push((one -= shard.back[one]));
      for (let one = shard.next[at]; one >= 0; one = shard.next[one]) places.push(one);
      return places;
    }

    /** The term itself, or null where no page has it. */
    async function exactMatch(term) {
      if (begins.terms.length === 0) return null;
      const shard = await termShard(runOf(begins.terms, term));
      const at = placeOf(shard.terms, term);
      return shard.terms[at] === term ? matchOf(shard, at, 1, { exact: true }) : null;
    }

    /**
     * What a word stands for.
     * @param {string} term
     * @param {boolean} growing
     * @returns {Promise<TermMatch[]>} the term itself first, if some page has it
     */
    async function matchesOf(term, growing) {
      if (begins.terms.length === 0) return [];
      const [low, high] = growing ? runsOf(begins.terms, term) : [runOf(begins.terms, term), 0];
      const most = MOST_RUNS[Math.min(term.length, MOST_RUNS.length - 1)];
      const runs = Math.max(Math.min(high - low + 1, most), 1);
      const read = await Promise.all(Array.from({ length: runs }, (_, at) => termShard(low + at)));
      const at = placeOf(read[0].terms, term);
      const found = [];
      if (read[0].terms[at] === term) {
        found.push(matchOf(read[0], at, 1, { exact: true }));
        for (const one of family(read[0], at)) found.push(matchOf(read[0], one, index.ranking.form));
      }
      if (growing) found.push(...longer(read, term, new Set(found.map((match) => match.term))));
      if (found.length === 0 && runs < high - low + 1) found.push(...(await namesBeginning(term)));
      return found.length > 0 ? found : speltMatches(term);
    }

    function longer(read, term, known) {
      const all = read
        .flatMap((shard) => beginning(shard.terms, term).map((at) => ({ shard, at, named: isNamed(shard, at) })))
        .filter(({ shard, at }) => !known.has(shard.terms[at]));
      const size = ({ shard, at }) => shard.begins[at + 1] - shard.begins[at];
      all.sort((one, other) => size(other) - size(one) || (one.shard.terms[one.at] < other.shard.terms[other.at] ? -1 : 1));
      const named = all.filter((one) => one.named).slice(0, MOST_NAMED);
      const others = all.filter((one) => !one.named).slice(0, MOST_LONGER);
      return [...named, ...others].map(({ shard, at }) => matchOf(shard, at, index.ranking.prefix, { growing: true }));
    }

    /** Whether a term stands in a title or a name, by the beginning of its entry. */
    function isNamed(shard, at) {
      const fields = fieldsOf(shard.bytes, shard.begins[at], index);
      return index.fields.some(({ form }, field) => form === "names" && (fields >> field) & 1);
    }

    /** The terms of titles and names that begin so, from more shards than a query's words are read from. */
    async function namesBeginning(term) {
      const [low, high] = runsOf(begins.terms, term);
      const read = await Promise.all(Array.from({ length: Math.min(high - low + 1, ALL_RUNS) }, (_, at) => termShard(low + at)));
      return longer(read, term, new Set());
    }

    const openSpelling = (value) => strings(new Reader(bytesOf(value.data)), value.terms);

    async function speltMatches(term) {
      const file = (number) => shards.shard(`spelling-${number}`, openSpelling);
      const spelt = await Intertitle.spelling.spelt(term, begins.spelling, file);
      const found = await Promise.all(
        spelt.map(async ({ term: meant, slips }) => {
          const match = await exactMatch(meant);
          return match && { ...match, exact: false, spelt: true, weight: index.ranking.spelling / slips };
        }),
      );
      return found.filter(Boolean);
    }

    return { exactMatch, matchesOf, namesBeginning, speltMatches };
  }

  Intertitle.makeTerms = makeTerms;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
