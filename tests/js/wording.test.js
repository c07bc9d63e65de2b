"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { kindOfHit, valueOf, reason, found, notes, panelStatus, fault, simpler, tryThis, marked } = Intertitle.wording;

const result = (values) => ({ total: 3, hits: [], unknown: [], apart: false, corrected: [], suggestion: null, ...values });

test("a hit is told by the closest word for what it is", () => {
  assert.equal(kindOfHit({ kind: "person" }), "Person");
  assert.equal(kindOfHit({ kind: "work", type: "film", year: "2004" }), "Film, 2004");
  assert.equal(kindOfHit({ kind: "source", type: "press-release" }), "Press release");
  assert.equal(kindOfHit({ kind: "work" }), "Work");
});

test("values of filters are told in good words", () => {
  assert.equal(valueOf("kind", "person"), "People");
  assert.equal(valueOf("kind", "puppet"), "Puppet");
  assert.equal(valueOf("source", "Fog and Tin"), "Fog and Tin");
  assert.equal(valueOf("year", "2001..2004"), "2001\u20132004");
  assert.equal(valueOf("year", "2001.."), "from 2001");
  assert.equal(valueOf("year", "..2004"), "until 2004");
  assert.equal(valueOf("year", "2004"), "2004");
});

test("how many pages were found, for what, and whether filters had a part in it", () => {
  assert.equal(found("fog ", result({}), 0), "3 pages for \u201cfog\u201d.");
  assert.equal(found("fog", result({ total: 1 }), 1), "1 page for \u201cfog\u201d with this filter.");
  assert.equal(found("", result({}), 2), "3 pages with these filters.");
  assert.equal(found("fog", result({ total: 0 }), 2), "Nothing found for \u201cfog\u201d with these filters.");
});

test("a query that has its own quotation marks gets no others", () => {
  assert.equal(found('"tin harbour" fog', result({}), 0), '3 pages for "tin harbour" fog.');
});

test("a word that was mended is told with what stood in for it, and not as unknown besides", () => {
  const told = notes(result({ unknown: ["fgo", "zeppelin"], corrected: [{ typed: "fgo", used: "fog" }] }));
  assert.deepEqual(told, [
    "Searched for \u201cfog\u201d instead of \u201cfgo\u201d, which no page has.",
    "No page has \u201czeppelin\u201d.",
  ]);
});

test("several mended words are told in one sentence", () => {
  const mended = [{ typed: "fgo", used: "fog" }, { typed: "tni", used: "tin" }];
  assert.deepEqual(notes(result({ corrected: mended })), [
    "Searched for \u201cfog\u201d instead of \u201cfgo\u201d and \u201ctin\u201d instead of \u201ctni\u201d, which no page has.",
  ]);
});

test("nothing is told of how it was found when all went well, or nothing was found", () => {
  assert.deepEqual(notes(result({})), []);
  assert.deepEqual(notes(result({ total: 0, unknown: ["zeppelin"] })), []);
});

test("an answer of the first format, without corrections, is told as well", () => {
  assert.deepEqual(notes({ total: 1, hits: [], unknown: ["zeppelin"], apart: true }).length, 2);
  assert.equal(panelStatus("fog", { total: 1, hits: [] }), "1 page found");
});

test("the panel says for which word it found what it did", () => {
  const mended = result({ corrected: [{ typed: "fgo", used: "fog" }] });
  assert.equal(panelStatus("fgo", mended), "3 pages found for \u201cfog\u201d");
  assert.equal(panelStatus("zzz", result({ total: 0 })), "Nothing found for \u201czzz\u201d");
  assert.equal(panelStatus("  ", result({ total: 0 })), "");
});

test("a fault of the index is told in its own sentence, any other in short", () => {
  assert.match(fault(new Intertitle.ShardError("missing", "manifest")), /could not be loaded/);
  assert.equal(fault(new TypeError("x is undefined")), "The search failed. Reload the page to try again.");
});

test("a query that found nothing is offered without each of the signs that narrow it down", () => {
  assert.deepEqual(
    simpler('"tin harbour" -fog person:varga').map(({ text }) => text),
    ["tin harbour -fog person:varga", '"tin harbour" person:varga', '"tin harbour" -fog varga'],
  );
});

test("a plain query has no simpler form, and a hyphen inside a word is none of these signs", () => {
  assert.deepEqual(simpler("tin harbour"), []);
  assert.deepEqual(simpler("co-writer"), []);
  assert.deepEqual(simpler("-fog"), []);
});

test("what to try fits what was asked: nothing but words to leave out, a single word, several", () => {
  assert.match(tryThis("-fog"), /^A hyphen only leaves pages out/);
  assert.match(tryThis('-fog -"tin harbour"'), /^A hyphen only leaves pages out/);
  assert.match(tryThis("fog"), /^Try only the beginning/);
  assert.match(tryThis("tin -fog"), /^Try fewer words/);
});

test("where no excerpt shows the words, a hit is told with how often its text has them", () => {
  const twice = [{ term: "fog", count: 5 }, { term: "priest", count: 2 }];
  assert.equal(reason({ found: twice }), "Its text has \u201cfog\u201d 5 times and \u201cpriest\u201d twice.");
  assert.equal(reason({ found: [...twice, { term: "tin", count: 1 }] }),
    "Its text has \u201cfog\u201d 5 times, \u201cpriest\u201d twice and \u201ctin\u201d once.");
});

test("a hit whose excerpt shows the words needs no reason, and of a text that may not be shown nothing is counted", () => {
  assert.equal(reason({}), "");
  assert.equal(reason({ found: [] }), "");
  assert.equal(reason({ unshown: true, found: [{ term: "fog", count: 5 }] }), "Found in its text, which may not be shown here.");
});

test("marks are counted in words", () => {
  assert.equal(marked(1), "Marked once");
  assert.equal(marked(2), "Marked twice");
  assert.equal(marked(7), "Marked 7 times");
});
