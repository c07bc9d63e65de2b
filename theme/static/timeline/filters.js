/**
 * What the timeline is narrowed down to, and whether an entry belongs to it. Knows nothing of the page.
 *
 * A choice is an object with one word for each filter that is set: `{who: "ines-varga", phase: "shooting"}`.
 * In an address it stands behind the number sign (`#who=ines-varga&phase=shooting`), which works from a disk.
 */
(function (Intertitle) {
  "use strict";

  /** The filters, by the names of the data attributes that entries carry. */
  const FILTERS = ["who", "source", "phase", "status"];

  /** Only filters that there are, and only those that are set. */
  function chosen(pairs) {
    const choice = {};
    for (const name of FILTERS) if (pairs[name]) choice[name] = pairs[name];
    return choice;
  }

  /** The choice that an address tells of; none (an empty object) where it leads to an entry or nowhere. */
  function readChoice(hash) {
    const told = hash.replace(/^#/, "");
    return told.includes("=") ? chosen(Object.fromEntries(new URLSearchParams(told))) : {};
  }

  /** The same for the address, in the order of the filters; empty for none. */
  function writeChoice(choice) {
    const told = new URLSearchParams(chosen(choice)).toString();
    return told ? `#${told}` : "";
  }

  /** Whether an entry has every word that was chosen. `entry` holds words with spaces between, by filter. */
  function belongs(entry, choice) {
    return Object.entries(chosen(choice)).every(([name, word]) =>
      (entry[name] || "").split(" ").includes(word),
    );
  }

  /** How many there are to see, in words. */
  function told(shown, all) {
    const events = all === 1 ? "event" : "events";
    if (shown === all) return `${all} ${events}`;
    return shown === 0 ? `none of ${all} ${events} is all of this` : `${shown} of ${all} ${events}`;
  }

  Intertitle.timeline = { FILTERS, readChoice, writeChoice, belongs, told };
})((globalThis.Intertitle = globalThis.Intertitle || {}));
