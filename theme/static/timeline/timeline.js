/**
 * Narrows the timeline down to what a reader chooses.
 *
 * In the page: `#timeline-filters`, a form with a select for each filter; entries with `data-who`, places in that
 * select, in lists with `data-phase`; marks of the drawing, which link to
 * them; the numbers behind what an entry says, and the passages that have these numbers.
 */
(function (Intertitle) {
  "use strict";

  // Without filters.js, which could not come, it does nothing: both are asked for again.
  if (!Intertitle?.timeline) return;
  const { readChoice, writeChoice, belongs, told } = Intertitle.timeline;
  const form = document.getElementById("timeline-filters");

  const status = form.querySelector("[role=status]");
  const entries = [...document.querySelectorAll(".event[id]")];
  const marks = [...document.querySelectorAll(".mark")];
  const selects = [...form.querySelectorAll("select")];
  const passages = [...document.querySelectorAll(".passages li[id]")];

  // A list counts what it shows: what is left keeps its number.
  for (const passage of passages) passage.value = /\d+/.exec(passage.id)[0];

  /** Lists and sections, the inner ones first, that go when nothing in them is left. */
  const holders = [...document.querySelectorAll(".phase, .planned, .undated-of, .passages, .passages-of")].reverse();

  /** The id of the entry that a mark leads to. */
  function entryOf(mark) {
    return mark.getAttribute("href").slice(1);
  }

  /** The ids of the passages that an entry rests on. */
  function passagesOf(entry) {
    return [...entry.querySelectorAll(".note-marker")].map((one) => `note-${/\d+/.exec(one.textContent)[0]}`);
  }

  /** The id of the source that a passage stands in. */
  function sourceOf(passage) {
    const place = document.getElementById(passage).querySelector(".passage-place");
    return /([^/]+)\.html/.exec(place.getAttribute("href"))[1];
  }

  /** What an entry is found by: who takes part, who tells of it, its list's phase, and the status in its class. */
  function wordsOf(entry) {
    return {
      who: (entry.dataset.who || "").split(" ").map((place) => people[place]).join(" "),
      source: passagesOf(entry).map(sourceOf).join(" "),
      phase: entry.parentElement.dataset.phase,
      status: /\bevent-(\w+)/.exec(entry.className)[1],
    };
  }

  const people = [...(form.querySelector("[name=who]")?.options || [])].map((option) => option.value);
  const words = new Map(entries.map((entry) => [entry, wordsOf(entry)]));

  function show(choice) {
    const shown = new Set();
    for (const entry of entries) {
      entry.hidden = !belongs(words.get(entry), choice);
      if (!entry.hidden) shown.add(entry.id);
    }
    const needed = new Set(entries.filter((entry) => !entry.hidden).flatMap(passagesOf));
    for (const passage of passages) passage.hidden = !needed.has(passage.id);
    for (const holder of holders) {
      holder.hidden = [...holder.querySelectorAll(".event, .passages li")].every((one) => one.hidden);
    }
    for (const mark of marks) mark.classList.toggle("is-out", !shown.has(entryOf(mark)));
    status.textContent = told(shown.size, entries.length);
  }

  function choice() {
    return Object.fromEntries(selects.map((select) => [select.name, select.value]));
  }

  /** Set the form as an address says; words that it does not know are no choice. */
  function follow() {
    const wanted = readChoice(location.hash);
    for (const select of selects) {
      select.value = wanted[select.name] || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    show(choice());
  }

  function showAll() {
    for (const select of selects) select.value = "";
    show({});
  }

  function choose() {
    history.replaceState(null, "", writeChoice(choice()) || "#");
    show(choice());
  }

  form.addEventListener("change", choose);
  form.addEventListener("reset", () => {
    history.replaceState(null, "", "#");
    showAll();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => {
    // A link to what is filtered out, be it an entry or the head of its phase, shows all again.
    const entry = document.getElementById(location.hash.slice(1));
    if (!entry) follow();
    else if (entry.closest("[hidden]")) {
      showAll();
      entry.scrollIntoView();
    }
  });

  // What was chosen before this had come holds, unless the address says something else.
  if (writeChoice(choice()) && !writeChoice(readChoice(location.hash))) choose();
  else follow();
})(globalThis.Intertitle);
