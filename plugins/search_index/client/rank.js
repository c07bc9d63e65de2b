/**
 * Which pages answer a query, best first: BM25F over the fields, with what stands near each other and the
 * exact-title signal. The formulas are set out in docs/index-format.md; a slow reference ranker in Python must
 * agree with them to 1e-9 (tests/contract/ranking.json).
 *
 * Adds `Intertitle.rank`.
 */
/** @typedef {{weight: number, lists: List[], exact: boolean, growing: boolean}} Match
 *  a term, or a phrase, that a part of the query stands for */
/** @typedef {{matches: Match[], fields: Set<number> | null}} Alternative */
/** @typedef {{alternatives: Alternative[], times: number, required: boolean, not: boolean}} Wanted */
/** @typedef {{document: number, score: number, signal: number}} Ranked */

(function (Intertitle) {
  "use strict";

  const { placeOf } = Intertitle.dictionary;
  const { lengthOfDigits, VALUE_STEP } = Intertitle.postings;

  /** The exact-title signal, strongest last: pages with a stronger one come first whatever their score. */
  const SIGNAL = { none: 0, begins: 1, completesName: 2, completes: 3, name: 4, title: 5, film: 6 };

  /** The whole, but for what adding fractions loses. */
  const ALMOST = 1 - 1e-9;

  /** Neighbours of the query count as near each other up to so many words apart. */
  const WINDOW = 8;

  /**
   * How much each page has of one wanted thing: counts weighed by field and length, summed over fields and
   * over all that it stands for, not yet saturated.
   * @param {Index} index
   * @param {Wanted} wanted
   * @param {Float64Array} found to be filled, by document
   */
  function fillAmounts(index, wanted, found) {
    found.fill(0);
    for (const { matches, fields } of wanted.alternatives) {
      for (const { weight, lists } of matches) {
        for (const list of lists) if (!fields || fields.has(list.field)) addAmounts(index, list, weight, found);
      }
    }
  }

  /** Columns of one index, by document, used again by each query: making them anew takes longer than filling them. */
  const columns = new WeakMap();

  function columnsOf(index) {
    if (!columns.has(index)) {
      const made = () => new Float64Array(index.documents);
      columns.set(index, { found: made(), scores: made(), covered: made(), out: new Uint8Array(index.documents) });
    }
    const all = columns.get(index);
    for (const column of Object.values(all)) column.fill(0);
    return all;
  }

  function addAmounts(index, list, weight, found) {
    const { documents, counts, lengths, starts, places, left } = list;
    const field = index.fields[list.field];
    const worth = weight * field.weight;
    if (field.form === "words") {
      for (let at = 0; at < documents.length; at += 1) found[documents[at]] += worth;
    } else if (field.form === "text") {
      const { norms } = field;
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at];
        found[document] += worth * counts[at] * norms[index.steps[document]];
      }
    } else {
      for (let at = 0; at < documents.length; at += 1) {
        const first = left ? starts[at] : 0;
        const length = left ? (places[first] % VALUE_STEP) + left[first] : lengthOfDigits(lengths[at]);
        found[documents[at]] += (worth * counts[at]) / (1 - field.b + (field.b * length) / field.average);
      }
    }
  }

  /** How much a thing tells that `bearing` of `documents` pages have: always above 0. */
  function rarity(documents, bearing) {
    return Math.log(1 + (documents - bearing + 0.5) / (bearing + 0.5));
  }

  /**
   * Every page that has at least one of the things wanted and all that are required, none that it must not
   * have: how many there are, which, and the best of them. Where nothing is wanted, all that are allowed.
   * @param {Index} index
   * @param {Wanted[]} wanted
   * @param {Map<number, number>} signals strongest signal of each page that has one
   * @param {Uint8Array | null} allowed by document, or null for all
   * @param {number} count how many of the best
   * @returns {{total: number, matching: number[], best: Ranked[], complete: boolean}} best first; equal ones by
   *   document number; `complete`: some page has all that was wanted
   */
  function rank(index, wanted, signals, allowed, count) {
    const { k1 } = index.ranking;
    const { found, scores, covered, out } = columnsOf(index);
    let whole = 0;
    for (const one of wanted) {
      fillAmounts(index, one, found);
      if (one.not) {
        for (let at = 0; at < found.length; at += 1) if (found[at] > 0) out[at] = 1;
        continue;
      }
      let bearing = 0;
      for (let at = 0; at < found.length; at += 1) if (found[at] > 0) bearing += 1;
      if (bearing === 0 && !one.required) continue;
      const worth = rarity(index.documents, bearing) * one.times;
      whole += worth;
      for (let at = 0; at < found.length; at += 1) {
        const amount = found[at];
        if (amount > 0) {
          scores[at] += (worth * amount * (k1 + 1)) / (amount + k1);
          covered[at] += worth;
        } else if (one.required) {
          out[at] = 1;
        }
      }
    }
    const asks = wanted.some(({ not }) => !not);
    const power = coverageOf(index.ranking, wanted);
    const matching = [];
    const best = [];
    let complete = false;
    for (let document = 0; document < scores.length; document += 1) {
      if (out[document] || (allowed ? !allowed[document] : !asks) || (asks && scores[document] === 0)) continue;
      matching.push(document);
      const share = asks ? covered[document] / whole : 1;
      if (share > ALMOST) complete = true;
      const score = scores[document] * (power === 1 ? share : share ** power);
      keep(best, document, score, signals.get(document) ?? SIGNAL.none, count);
    }
    return { total: matching.length, matching, best, complete };
  }

  /** To what power the share of the query that a page has is taken: less for long questions. */
  function coverageOf({ coverage, few }, wanted) {
    const words = wanted.filter(({ not }) => !not).length;
    return words > few ? coverage * (few / words) ** 2 : coverage;
  }

  function byWorth(one, other) {
    return other.signal - one.signal || other.score - one.score || one.document - other.document;
  }

  /** Puts a page among the best, of which there are `count` at most. Documents come in ascending order. */
  function keep(best, document, score, signal, count) {
    if (count === 0) return;
    if (best.length === count) {
      const last = best[count - 1];
      if (signal < last.signal || (signal === last.signal && score <= last.score)) return;
      best.pop();
    }
    const page = { document, score, signal };
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byWorth(best[middle], page) < 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, page);
  }

  /**
   * The best pages once more, with what nearness adds.
   * @param {Ranked[]} best
   * @param {{one: List[], other: List[], apart: number, worth: number}[]} pairs neighbours of the query
   * @returns {Ranked[]}
   */
  function withNearness(best, pairs) {
    if (pairs.length === 0) return best;
    const pages = best.slice().sort((one, other) => one.document - other.document);
    const documents = Int32Array.from(pages, ({ document }) => document);
    for (const { one, other, apart, worth } of pairs) {
      const near = nearness(one, other, apart, documents);
      pages.forEach((page, at) => (pages[at] = { ...page, score: page.score + worth * near[at] }));
    }
    return pages.sort(byWorth);
  }

  /**
   * The pages whose title or name is the query, begins with it, or is it once the last word is complete.
   * @param {Index} index
   * @param {Match[][]} words what each word of the query stands for, in their order
   * @param {(document: number) => boolean} isFilm
   * @returns {Map<number, number>} the strongest signal of each
   */
  function signals(index, words, isFilm) {
    /** @type {Map<number, {left: number, exact: boolean, grown: boolean}>} Values that have all words so far. */
    let values = new Map();
    words.forEach((matches, word) => {
      const going = new Map();
      for (const { lists, exact, growing } of matches) {
        for (const list of lists) {
          if (index.fields[list.field].form === "names") eachAt(list, word, add(going, values, word, exact, growing));
        }
      }
      values = going;
    });
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const [key, { left, exact, grown }] of values) {
      const document = Math.floor(key / KEY);
      const isTitle = index.fields[key % 16].name === "title";
      let signal = SIGNAL.begins;
      if (left === 1 && (grown || !exact)) signal = isTitle ? SIGNAL.completes : SIGNAL.completesName;
      else if (left === 1) signal = nameSignal(isTitle, isFilm(document));
      else if (!exact) signal = SIGNAL.none;
      if (signal > (found.get(document) ?? SIGNAL.none)) found.set(document, signal);
    }
    return found;
  }

  /** A value by number: its document, the value's place in the field, and the field. */
  const KEY = 2 ** 20;

  function eachAt({ field, documents, starts, places, left }, word, visit) {
    for (let at = 0; at < documents.length; at += 1) {
      for (let one = starts[at]; one < starts[at + 1]; one += 1) {
        if (places[one] % VALUE_STEP !== word) continue;
        const value = Math.floor(places[one] / VALUE_STEP);
        visit(documents[at] * KEY + (value % (KEY / 16)) * 16 + field, left[one]);
      }
    }
  }

  function add(going, values, word, exact, growing) {
    return (key, left) => {
      const before = word === 0 ? { exact: true, grown: false } : values.get(key);
      if (!before) return;
      const now = { left, exact: before.exact && exact, grown: before.grown || growing };
      const known = going.get(key);
      if (!known || (now.exact && !known.exact) || (known.grown && !now.grown)) going.set(key, now);
    };
  }

  function nameSignal(isTitle, isFilm) {
    if (!isTitle) return SIGNAL.name;
    return isFilm ? SIGNAL.film : SIGNAL.title;
  }

  /**
   * The lists of a phrase, as if it were one term: where its terms follow each other in one field.
   * @param {List[][]} terms the lists of each of its terms, places read
   * @returns {List[]}
   */
  function phraseLists(terms) {
    return terms[0].flatMap((first) => {
      const others = terms.slice(1).map((lists) => lists.find(({ field }) => field === first.field));
      if (first.starts === null || others.some((list) => !list || list.starts === null)) return [];
      const list = phraseList(first, others);
      return list.documents.length > 0 ? [list] : [];
    });
  }

  function phraseList(first, others) {
    const kept = [];
    const cursors = others.map(() => 0);
    first.documents.forEach((document, at) => {
      const here = others.map((list, which) => {
        while (cursors[which] < list.documents.length && list.documents[cursors[which]] < document) cursors[which] += 1;
        return list.documents[cursors[which]] === document ? cursors[which] : -1;
      });
      if (here.includes(-1)) return;
      const following = others.map(
        (list, which) => new Set(list.places.subarray(list.starts[here[which]], list.starts[here[which] + 1])),
      );
      const ones = [];
      for (let one = first.starts[at]; one < first.starts[at + 1]; one += 1) {
        if (following.every((places, which) => places.has(first.places[one] + which + 1))) ones.push(one);
      }
      if (ones.length > 0) kept.push({ at, ones });
    });
    const ones = kept.flatMap(({ ones: all }) => all);
    const counts = Int32Array.from(kept, ({ ones: all }) => all.length);
    return {
      field: first.field,
      documents: Int32Array.from(kept, ({ at }) => first.documents[at]),
      counts,
      lengths: first.lengths && Int32Array.from(kept, ({ at }) => first.lengths[at]),
      starts: counts.reduce((starts, count, at) => ((starts[at + 1] = starts[at] + count), starts), new Int32Array(counts.length + 1)),
      places: Int32Array.from(ones, (one) => first.places[one]),
      left: first.left && Int32Array.from(ones, (one) => first.left[one]),
    };
  }

  /**
   * How near two terms come to each other in each of some documents: 1 where they stand as in the query, less
   * the further they are from that, 0 beyond the window or where one is missing; the best over fields.
   * @param {List[]} one lists of a term, places read
   * @param {List[]} other
   * @param {number} apart words from one to the other in the query
   * @param {Int32Array} documents ascending
   * @returns {Float64Array}
   */
  function nearness(one, other, apart, documents) {
    const near = new Float64Array(documents.length);
    for (const list of one) {
      const beside = other.find(({ field }) => field === list.field);
      if (!beside || list.starts === null || beside.starts === null) continue;
      documents.forEach((document, which) => {
        const at = placeIn(list.documents, document);
        const to = placeIn(beside.documents, document);
        if (at < 0 || to < 0) return;
        const off = leastShift(list, at, beside, to, apart);
        if (off < WINDOW) near[which] = Math.max(near[which], 1 / (1 + off));
      });
    }
    return near;
  }

  /** Where a document stands in a list, or -1. */
  function placeIn(documents, document) {
    const at = placeOf(documents, document);
    return documents[at] === document ? at : -1;
  }

  /** By how many words the other term, at its nearest, misses its place `apart` words behind the first. */
  function leastShift(list, at, beside, to, apart) {
    let least = Infinity;
    let next = beside.starts[to];
    const end = beside.starts[to + 1];
    for (let one = list.starts[at]; one < list.starts[at + 1]; one += 1) {
      const place = list.places[one] + apart;
      while (next < end && beside.places[next] < place) next += 1;
      if (next < end) least = Math.min(least, beside.places[next] - place);
      if (next > beside.starts[to]) least = Math.min(least, place - beside.places[next - 1]);
    }
    return least;
  }

  Intertitle.rank = { SIGNAL, rank, withNearness, rarity, signals, phraseLists };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
