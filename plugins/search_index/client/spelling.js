/**
 * Terms that a mistyped word may mean: as few slips away as can be, of these the most frequent.
 *
 * Adds `Intertitle.spelling`.
 */
/** @typedef {{term: string, slips: number, often: number}} Spelt  `often`: log 2 of the pages that have it */

(function (Intertitle) {
  "use strict";

  const { beginning, runsOf } = Intertitle.dictionary;

  /** Stands before terms that are written backwards. */
  const BACKWARDS = "<";

  /** Shorter words are other words after any slip. */
  const LEAST_LETTERS = 3;

  /** Letters from which on a word may have two slips. */
  const TWO_SLIPS = 8;

  /** How many terms a word may be taken for, and how many files may be read for them. */
  const MOST = 6;
  const MOST_FILES = 6;

  /**
   * The fewest slips that lead from one word to the other: a letter too many, too few, wrong, or two in the
   * wrong order (optimal string alignment). More than `most` are not counted to their end.
   * @returns {number}
   */
  function slipsBetween(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row += 1) {
      const now = [row];
      for (let at = 1; at <= other.length; at += 1) {
        const same = one[row - 1] === other[at - 1];
        now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
          now[at] = Math.min(now[at], before[at - 2] + 1);
        }
      }
      if (Math.min(...now) > most) return most + 1;
      before = last;
      last = now;
    }
    return last[other.length];
  }

  /**
   * The terms that a word may mean, likeliest first; none for a short word or a number.
   * @param {string} word
   * @param {string[]} begins what begins each file
   * @param {(number: number) => Promise<string[]>} file its strings
   * @returns {Promise<Spelt[]>}
   */
  async function spelt(word, begins, file) {
    if (word.length < LEAST_LETTERS || /\p{N}/u.test(word) || begins.length === 0) return [];
    const half = Math.max(1, Math.floor((word.length - 1) / 2));
    const backwards = Array.from(word).reverse().join("");
    const starts = [word.slice(0, half), BACKWARDS + backwards.slice(0, half)];
    const most = word.length >= TWO_SLIPS ? 2 : 1;
    /** @type {Map<string, Spelt>} */
    const found = new Map();
    await Promise.all(
      starts.map(async (start) => {
        const [low, high] = runsOf(begins, start);
        const numbers = Array.from({ length: Math.min(high - low + 1, MOST_FILES) }, (_, at) => low + at);
        for (const sorted of await Promise.all(numbers.map(file))) {
          for (const at of beginning(sorted, start)) {
            const written = sorted[at].slice(start.startsWith(BACKWARDS) ? 1 : 0, -1);
            const term = start.startsWith(BACKWARDS) ? Array.from(written).reverse().join("") : written;
            const slips = slipsBetween(word, term, most);
            if (slips <= most) found.set(term, { term, slips, often: Number(sorted[at].slice(-1)) });
          }
        }
      }),
    );
    const all = Array.from(found.values());
    const least = Math.min(...all.map(({ slips }) => slips));
    return all
      .filter(({ slips }) => slips === least)
      .sort((one, other) => likelihood(word, other) - likelihood(word, one) || (one.term < other.term ? -1 : 1))
      .slice(0, MOST);
  }

  /** People seldom mistype the first letter; and they mean a frequent word more often than a rare one. */
  function likelihood(word, { term, often }) {
    return often + (term[0] === word[0] ? 3 : 0);
  }

  Intertitle.spelling = { spelt, slipsBetween };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
