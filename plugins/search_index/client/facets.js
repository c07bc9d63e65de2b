/**
 * By what hits can be narrowed: kinds, sources, people and years, with how many hits have each.
 *
 * Adds `Intertitle.makeFacets`.
 */
/** @typedef {{kind?: string[], source?: string[], person?: string[], year?: [string, string]}} Filters */
/** @typedef {{value: string, count: number}} Facet */

(function (Intertitle) {
  "use strict";

  const { bytesOf, Reader, riceParameter } = Intertitle.bits;

  /** What a reader can narrow by; kinds are in the manifest, the others in files of their own. */
  const FACETS = ["kind", "source", "person", "year"];

  /**
   * The facets of one index.
   * @param {Shards} shards
   * @param {Index} index
   */
  function makeFacets(shards, index) {
    /** Values with the documents of each, ascending. */
    function opened({ values, data }) {
      const reader = new Reader(bytesOf(data));
      return values.map((value) => {
        const count = reader.gamma();
        const k = riceParameter(index.documents, count);
        const found = new Int32Array(count);
        let document = -1;
        for (let at = 0; at < count; at += 1) found[at] = document += reader.rice(k) + 1;
        return { value, documents: found };
      });
    }

    async function valuesOf(facet) {
      if (facet === "kind") return kinds();
      return index.facets.includes(facet) ? shards.shard(`facet-${facet}`, opened) : [];
    }

    function kinds() {
      const found = new Map();
      for (let document = 0; document < index.documents; document += 1) {
        const { kind } = index.kindOf(document);
        if (!found.has(kind)) found.set(kind, []);
        found.get(kind).push(document);
      }
      return Array.from(found, ([value, documents]) => ({ value, documents }));
    }

    /** Whether a value of a facet is one that a filter asks for. */
    function asked(facet, filter) {
      if (facet !== "year") return ({ value }) => filter.includes(value);
      const [from, to] = filter;
      return ({ value }) => (from === "" || value >= from) && (to === "" || value <= to);
    }

    const isSet = (filter) => Array.isArray(filter) && filter.some((value) => value !== "");

    /** Which documents have a value that a filter asks for. */
    async function withValue(facet, filter) {
      const has = new Uint8Array(index.documents);
      for (const { documents } of (await valuesOf(facet)).filter(asked(facet, filter))) {
        for (const document of documents) has[document] = 1;
      }
      return has;
    }

    /**
     * Which documents all filters allow, or null where none is set.
     * @param {Filters} filters
     * @param {string} [but] a facet whose filter is passed over
     * @returns {Promise<Uint8Array | null>}
     */
    async function allowed(filters, but) {
      const set = FACETS.filter((facet) => facet !== but && isSet(filters[facet]));
      if (set.length === 0) return null;
      const each = await Promise.all(set.map((facet) => withValue(facet, filters[facet])));
      return each[0].map((_, document) => (each.every((has) => has[document]) ? 1 : 0));
    }

    /**
     * The values of all facets that some of these documents have, each facet without its own filter.
     * @param {number[]} matching documents that answer the query, whatever the filters
     * @param {Filters} filters
     * @returns {Promise<Object<string, Facet[]>>} most frequent first, years ascending
     */
    async function counted(matching, filters) {
      const answers = new Uint8Array(index.documents);
      for (const document of matching) answers[document] = 1;
      const each = FACETS.map(async (facet) => {
        const open = await allowed(filters, facet);
        const counts = (await valuesOf(facet)).map(({ value, documents }) => {
          let count = 0;
          for (const document of documents) if (answers[document] && (!open || open[document])) count += 1;
          return { value, count };
        });
        const there = counts.filter(({ count }) => count > 0);
        if (facet !== "year") there.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
        return [facet, there];
      });
      return Object.fromEntries(await Promise.all(each));
    }

    /** The values of a facet that a reader wrote in part: all words of what was written are in them. */
    async function valuesLike(facet, written) {
      const words = Intertitle.analyzer.terms(written);
      const values = (await valuesOf(facet)).map(({ value }) => value);
      return values.filter((value) => {
        const own = new Set(Intertitle.analyzer.terms(value));
        return words.every((word) => own.has(word));
      });
    }

    return { allowed, counted, valuesLike };
  }

  Intertitle.makeFacets = makeFacets;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
