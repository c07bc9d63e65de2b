/**
 * Numbers out of the characters of a shard: the codes of `plugins/search_index/bits.py`, read.
 *
 * Adds `Intertitle.bits`.
 */
(function (Intertitle) {
  "use strict";

  /** A character carries so many bits: its code less the first. */
  const CHARACTER_BITS = 15;
  const FIRST_CHARACTER = 0x3400;

  /** The bits of a letter from a to z; of a digit behind DIGIT; of another character's code behind OTHER. */
  const [LETTER_BITS, DIGIT_BITS, OTHER_BITS] = [5, 4, 21];
  const [DIGIT, OTHER] = [26, 27];

  /** Zeros behind the data, so that a reader may look at the next four bytes anywhere. */
  const MARGIN = 8;

  /**
   * The bytes that a text carries, MARGIN zeros behind them.
   * @param {string} text
   * @returns {Uint8Array}
   */
  function bytesOf(text) {
    const bytes = new Uint8Array(Math.floor((text.length * CHARACTER_BITS) / 8) + MARGIN);
    let held = 0;
    let bits = 0;
    let end = 0;
    for (let at = 0; at < text.length; at += 1) {
      held = (held << CHARACTER_BITS) | (text.charCodeAt(at) - FIRST_CHARACTER);
      bits += CHARACTER_BITS;
      while (bits >= 8) {
        bits -= 8;
        bytes[end] = held >> bits;
        end += 1;
      }
      held &= (1 << bits) - 1;
    }
    return bytes;
  }

  /** Reads code words one after the other, from a bit on. */
  class Reader {
    /**
     * @param {Uint8Array} bytes of `bytesOf`
     * @param {number} [at] in bits
     */
    constructor(bytes, at = 0) {
      this.bytes = bytes;
      this.at = at;
    }

    /** The next 32 bits as a number that may be negative. */
    peek() {
      const { bytes, at } = this;
      const from = at >>> 3;
      const shift = at & 7;
      const whole = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
      return shift === 0 ? whole : (whole << shift) | (bytes[from + 4] >> (8 - shift));
    }

    /** A number of so many bits, 31 at most. */
    plain(size) {
      if (size === 0) return 0;
      const value = this.peek() >>> (32 - size);
      this.at += size;
      return value;
    }

    /** How many zeros come before the next one; stays at that. Stops at the end of the data. */
    zeros() {
      let count = 0;
      for (;;) {
        const next = this.peek();
        if (next !== 0) {
          const zeros = Math.clz32(next);
          this.at += zeros;
          return count + zeros;
        }
        count += 32;
        this.at += 32;
        if (this.at >>> 3 >= this.bytes.length) throw new RangeError("the data ends in a number");
      }
    }

    /** A number from 1. */
    gamma() {
      return this.plain(this.zeros() + 1);
    }

    /** A number from 0 about 2^k. */
    rice(k) {
      const high = this.zeros();
      this.at += 1;
      return (high << k) | this.plain(k);
    }
  }

  /**
   * Sorted strings, each told by what it adds to the one before.
   * @param {Reader} reader
   * @param {number} count
   * @returns {string[]}
   */
  function strings(reader, count) {
    const told = [];
    let before = "";
    for (let at = 0; at < count; at += 1) {
      before = Array.from(before)
        .slice(0, reader.gamma() - 1)
        .join("");
      for (let more = reader.gamma() - 1; more > 0; more -= 1) before += character(reader);
      told.push(before);
    }
    return told;
  }

  function character(reader) {
    const code = reader.plain(LETTER_BITS);
    if (code === DIGIT) return String(reader.plain(DIGIT_BITS));
    return String.fromCodePoint(code === OTHER ? reader.plain(OTHER_BITS) : code + 97);
  }

  /** The parameter for `count` numbers that add up to about `span`. */
  function riceParameter(span, count) {
    return Math.max(31 - Math.clz32(Math.floor((span * 7) / (count * 10))), 0);
  }

  Intertitle.bits = { bytesOf, strings, Reader, riceParameter };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
