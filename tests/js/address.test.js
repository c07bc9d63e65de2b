"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { readState, writeState, readYears, handOver, handedOver } = Intertitle.address;

test("an address tells of a query and its filters, and back", () => {
  const state = {
    text: "\u201cthe tin harbour\u201d fog",
    filters: { kind: ["person", "work"], source: ["Harbour talk"], person: ["Ines Varga"], year: ["2003", "2005"] },
  };
  assert.deepEqual(readState(writeState(state)), state);
});

test("an empty state leaves no trace in the address", () => {
  assert.equal(writeState({ text: "  ", filters: {} }), "");
  assert.deepEqual(readState(""), { text: "", filters: {} });
});

test("what an address says twice or not at all is passed over", () => {
  assert.deepEqual(readState("?q=fog&kind=work&kind=work&kind=&colour=red&year=soon"), {
    text: "fog",
    filters: { kind: ["work"] },
  });
});

test("signs that mean something in an address stay in the query", () => {
  const text = "fish & chips #1 50% + tea=?";
  assert.equal(readState(writeState({ text, filters: {} })).text, text);
});

test("a range of years is read as it is typed", () => {
  assert.deepEqual(readYears("2010..2013"), ["2010", "2013"]);
  assert.deepEqual(readYears("2010.."), ["2010", ""]);
  assert.deepEqual(readYears("..2013"), ["", "2013"]);
  assert.deepEqual(readYears("2013"), ["2013", "2013"]);
  assert.deepEqual(readYears("2013..2010"), ["2010", "2013"]);
});

test("what is no range of years is none", () => {
  for (const written of ["", "..", "10..13", "2010-2013", "2010..2013..2014", "20100"]) {
    assert.equal(readYears(written), null, written);
  }
});

test("words are handed over before the fragment, as an address has to have them", () => {
  assert.equal(handOver("sources/talk.html#p12", "tin fog"), "sources/talk.html?hl=tin+fog#p12");
  assert.equal(handOver("people/ines-varga.html", "tin"), "people/ines-varga.html?hl=tin");
  assert.equal(handOver("sources/talk.html#p12", ""), "sources/talk.html#p12");
});

test("words that are handed over arrive, and are not without an end", () => {
  const query = `?${handOver("a.html", "caf\u00e9 & \u201cfog\u201d").split("?")[1]}`;
  assert.equal(handedOver(query), "caf\u00e9 & \u201cfog\u201d");
  assert.equal(handedOver("?q=fog"), "");
  assert.ok(handedOver(`?hl=${"fog+".repeat(999)}`).length <= 200);
});
