/**
 * Where strings stand in sorted lists.
 *
 * Adds `Intertitle.dictionary`.
 */
(function (Intertitle) {
  "use strict";

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

  /** Which of some runs of a sorted list holds a value, by what begins each; the first begins with the least. */
  function runOf(begins, value) {
    const at = placeOf(begins, value);
    return begins[at] === value ? at : Math.max(at - 1, 0);
  }

  /** The first and the last run that may hold strings that begin with `start`. */
  function runsOf(begins, start) {
    return [runOf(begins, start), runOf(begins, `${start}\uffff`)];
  }

  Intertitle.dictionary = { placeOf, beginning, runOf, runsOf };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
