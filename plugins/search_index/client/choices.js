/**
 * The filters that a reader has set, and how they change. Filters are values: each function gives new ones.
 *
 * Adds `Intertitle.choices`.
 */
/** @typedef {{value: string, count: number}} Facet */
/** @typedef {{name: string, value: string}} Choice  one filter with one value; of `year` the written range */

(function (Intertitle) {
  "use strict";

  /** In the order in which they are shown. */
  const NAMES = ["kind", "source", "person", "year"];

  /** @param {Filters} filters @returns {Choice[]} */
  function chosen(filters) {
    return NAMES.flatMap((name) => {
      if (name === "year") return filters.year ? [{ name, value: Intertitle.address.writeYears(filters.year) }] : [];
      return (filters[name] ?? []).map((value) => ({ name, value }));
    });
  }

  /** Whether a filter has this value; a range of years has it only where it is that very range. */
  function has(filters, { name, value }) {
    return chosen(filters).some((choice) => choice.name === name && choice.value === value);
  }

  /**
   * The filters with a value added, or without it where they had it.
   * There is one range of years at a time.
   * @param {Filters} filters
   * @param {Choice} choice
   * @returns {Filters}
   */
  function toggled(filters, choice) {
    const { name, value } = choice;
    const { [name]: before, ...others } = filters;
    const had = has(filters, choice);
    if (name === "year") {
      const years = had ? null : Intertitle.address.readYears(value);
      return years ? { ...others, year: years } : others;
    }
    const after = had ? before.filter((one) => one !== value) : [...(before ?? []), value];
    return after.length > 0 ? { ...others, [name]: after } : others;
  }

  /**
   * What a facet shows: the values most often met, and every chosen one, even where nothing has it any more.
   * @param {Facet[]} facet most frequent first
   * @param {string[]} values chosen ones
   * @param {number} limit
   * @returns {{rows: (Facet & {isChosen: boolean})[], more: number}} `more`: values that are left out
   */
  function rows(facet, values, limit) {
    const gone = values.filter((value) => facet.every((one) => one.value !== value));
    const all = [...facet, ...gone.map((value) => ({ value, count: 0 }))];
    const shown = all.filter(({ value }, at) => at < limit || values.includes(value));
    return {
      rows: shown.map((one) => ({ ...one, isChosen: values.includes(one.value) })),
      more: all.length - shown.length,
    };
  }

  /**
   * A bar for every year between the first and the last, years without a page included.
   * @param {Facet[]} years
   * @param {[string, string] | undefined} range bars outside it are out
   * @returns {{year: number, height: number, isOut: boolean}[]} heights from 0 to 1, the tallest 1
   */
  function bars(years, range) {
    const counts = new Map(years.map(({ value, count }) => [Number(value), count]));
    if (counts.size === 0) return [];
    const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
    const tallest = Math.max(...counts.values());
    const [from, to] = [Number(range?.[0] || first), Number(range?.[1] || last)];
    return Array.from({ length: last - first + 1 }, (_, at) => {
      const year = first + at;
      return { year, height: (counts.get(year) ?? 0) / tallest, isOut: year < from || year > to };
    });
  }

  Intertitle.choices = { NAMES, chosen, has, toggled, rows, bars };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
