"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { chosen, has, toggled, rows, bars } = Intertitle.choices;

const FOG = { name: "source", value: "Fog and Tin" };

test("a value that is chosen twice is not chosen", () => {
  const once = toggled({}, FOG);
  assert.deepEqual(once, { source: ["Fog and Tin"] });
  assert.equal(has(once, FOG), true);
  assert.deepEqual(toggled(once, FOG), {});
});

test("a filter may have several values, and keeps the others when one goes", () => {
  const both = toggled(toggled({}, { name: "kind", value: "work" }), { name: "kind", value: "person" });
  assert.deepEqual(both, { kind: ["work", "person"] });
  assert.deepEqual(toggled(both, { name: "kind", value: "work" }), { kind: ["person"] });
});

test("choosing leaves the filters that were there as they were", () => {
  const before = Object.freeze({ kind: Object.freeze(["work"]) });
  toggled(before, { name: "kind", value: "person" });
  assert.deepEqual(before, { kind: ["work"] });
});

test("there is one range of years, and a new one takes its place", () => {
  const early = toggled({}, { name: "year", value: "2001..2004" });
  assert.deepEqual(early, { year: ["2001", "2004"] });
  assert.deepEqual(toggled(early, { name: "year", value: "2004" }), { year: ["2004", "2004"] });
  assert.deepEqual(toggled(early, { name: "year", value: "2001..2004" }), {});
});

test("what is chosen is told in the order of the filters", () => {
  const filters = { year: ["2001", ""], person: ["Ines Varga"], kind: ["work", "event"] };
  assert.deepEqual(
    chosen(filters).map(({ name, value }) => `${name} ${value}`),
    ["kind work", "kind event", "person Ines Varga", "year 2001.."],
  );
});

test("a facet shows the values met most often, and says how many it leaves out", () => {
  const facet = ["a", "b", "c", "d"].map((value, at) => ({ value, count: 9 - at }));
  const shown = rows(facet, [], 2);
  assert.deepEqual(shown.rows.map(({ value }) => value), ["a", "b"]);
  assert.equal(shown.more, 2);
});

test("a chosen value is always shown, also when no page has it any more", () => {
  const facet = ["a", "b", "c"].map((value) => ({ value, count: 1 }));
  assert.deepEqual(rows(facet, ["c", "gone"], 1).rows, [
    { value: "a", count: 1, isChosen: false },
    { value: "c", count: 1, isChosen: true },
    { value: "gone", count: 0, isChosen: true },
  ]);
});

test("every year between the first and the last has its bar", () => {
  const drawn = bars([{ value: "2001", count: 2 }, { value: "2004", count: 4 }], undefined);
  assert.deepEqual(drawn.map(({ year, height }) => [year, height]), [[2001, 0.5], [2002, 0], [2003, 0], [2004, 1]]);
  assert.ok(drawn.every(({ isOut }) => !isOut));
});

test("years outside the chosen range are out", () => {
  const years = ["2001", "2002", "2003"].map((value) => ({ value, count: 1 }));
  assert.deepEqual(bars(years, ["2002", ""]).map(({ isOut }) => isOut), [true, false, false]);
  assert.deepEqual(bars(years, ["", "2001"]).map(({ isOut }) => isOut), [false, true, true]);
  assert.deepEqual(bars([], undefined), []);
});
