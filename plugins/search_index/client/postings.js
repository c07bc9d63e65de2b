/**
 * What a shard of terms says of one of them: in which documents it stands, how often, and where.
 * docs/index-format.md sets out the bits.
 *
 * Adds `Intertitle.postings`.
 */
/** @typedef {{field: number, documents: Int32Array, counts: Int32Array, lengths: Int32Array | null,
 *             starts: Int32Array | null, places: Int32Array | null, left: Int32Array | null}} List
 *  the postings of a term in one field. The places of posting i run from `starts[i]` to `starts[i + 1]`;
 *  `left` has for each place of a name how many words stand from there to its end. */
/** @typedef {{lists: List[], aside: boolean, placesAt: number}} TermPostings */

(function (Intertitle) {
  "use strict";

  const { Reader, riceParameter, strings } = Intertitle.bits;

  /** The Rice parameters of steps between places in names, and of a word's place in a value of a list. */
  const NAME_PARAMETER = 2;
  const WORD_PARAMETER = 1;

  /** Each value of a list begins at a multiple of this. */
  const VALUE_STEP = 32;

  /** Steps of a length to each doubling. */
  const STEPS = 2;

  /** A length by its step. */
  function lengthOfStep(step) {
    return step > 0 ? Math.floor(2 ** ((step - 1) / STEPS) + 0.5) : 0;
  }

  /** The middle of the lengths that have so many binary digits. */
  function lengthOfDigits(digits) {
    return (3 * 2 ** (digits - 1) - 1) / 2;
  }

  /**
   * The terms of a shard, where the entry of each begins, in bits, and how far back the one before of its family is.
   * @param {Uint8Array} bytes
   * @param {number} count of terms
   * @param {boolean} linked whether families are told
   */
  function heads(bytes, count, linked) {
    const reader = new Reader(bytes);
    const terms = strings(reader, count);
    const begins = new Int32Array(count + 1);
    const back = new Int32Array(count);
    for (let at = 0; at < count; at += 1) begins[at + 1] = begins[at] + (reader.gamma() - 1) * 8;
    for (let at = 0; linked && at < count; at += 1) back[at] = reader.gamma() - 1;
    const first = (reader.at + 7) & ~7;
    for (let at = 0; at <= count; at += 1) begins[at] += first;
    return { terms, begins, back };
  }

  /** The fields of an entry, a bit for each. */
  function readMask(reader, { fields }) {
    return reader.plain(1) === 1 ? 1 << (fields.length - 1) : reader.plain(fields.length);
  }

  /** The fields of an entry, without reading it. */
  function fieldsOf(bytes, at, index) {
    return readMask(new Reader(bytes, at), index);
  }

  /**
   * The postings of one term. The places in running text are not read yet: see `readPlaces`.
   * @param {Uint8Array} bytes
   * @param {number} at where the entry begins, in bits
   * @param {Index} index
   * @returns {TermPostings}
   */
  function read(bytes, at, index) {
    const reader = new Reader(bytes, at);
    const text = index.fields.length - 1;
    const mask = readMask(reader, index);
    const lists = [];
    let aside = false;
    for (let field = 0; field <= text; field += 1) {
      if (!((mask >> field) & 1)) continue;
      const spread = reader.gamma();
      if (field === text) aside = reader.plain(1) === 0;
      const list = readDocuments(reader, field, spread, index);
      if (field !== text && index.fields[field].form !== "words") readShortPlaces(reader, list, index);
      lists.push(list);
    }
    return { lists, aside, placesAt: reader.at };
  }

  function readDocuments(reader, field, spread, index) {
    const { form } = index.fields[field];
    const k = riceParameter(index.documents, spread);
    const documents = new Int32Array(spread);
    const counts = new Int32Array(spread).fill(1);
    const lengths = form === "list" ? new Int32Array(spread) : null;
    let document = -1;
    for (let at = 0; at < spread; at += 1) {
      document += reader.rice(k) + 1;
      documents[at] = document;
      if (form !== "words") counts[at] = reader.gamma();
      if (lengths) lengths[at] = reader.gamma();
    }
    return { field, documents, counts, lengths, starts: null, places: null, left: null };
  }

  function startsOf(counts) {
    const starts = new Int32Array(counts.length + 1);
    for (let at = 0; at < counts.length; at += 1) starts[at + 1] = starts[at] + counts[at];
    return starts;
  }

  function readShortPlaces(reader, list, index) {
    const { form } = index.fields[list.field];
    list.starts = startsOf(list.counts);
    const all = list.starts[list.counts.length];
    list.places = new Int32Array(all);
    list.left = form === "names" ? new Int32Array(all) : null;
    for (let at = 0; at < list.counts.length; at += 1) {
      let place = -1;
      for (let one = list.starts[at]; one < list.starts[at + 1]; one += 1) {
        if (list.left) place += reader.rice(NAME_PARAMETER) + 1;
        else place = (reader.gamma() - 1) * VALUE_STEP + reader.rice(WORD_PARAMETER);
        list.places[one] = place;
        if (list.left) list.left[one] = reader.gamma();
      }
    }
  }

  /**
   * Reads the places of a term in running text into its list.
   * @param {Uint8Array} bytes of the shard, or of the one in which its places stand apart
   * @param {number} at where they begin, in bits
   * @param {List} list
   * @param {Index} index
   */
  function readPlaces(bytes, at, list, index) {
    const reader = new Reader(bytes, at);
    const starts = startsOf(list.counts);
    const places = new Int32Array(starts[list.counts.length]);
    for (let posting = 0; posting < list.counts.length; posting += 1) {
      const k = riceParameter(index.lengthOf(list.documents[posting]), list.counts[posting]);
      let place = -1;
      for (let one = starts[posting]; one < starts[posting + 1]; one += 1) {
        place += reader.rice(k) + 1;
        places[one] = place;
      }
    }
    list.starts = starts;
    list.places = places;
  }

  Intertitle.postings = { VALUE_STEP, heads, fieldsOf, read, readPlaces, lengthOfStep, lengthOfDigits };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
