"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { parse } = Intertitle.query;

/** A query in short: its clauses as typed, a bar between what may stand for each other. */
function told(text) {
  return parse(text).clauses.map(({ parts, times, not }) => {
    const each = parts.map(({ terms, fields, growing }) => `${fields ? `${fields[0]}:` : ""}${terms.join("+")}${growing ? "*" : ""}`);
    return `${not ? "-" : ""}${each.join("|")}${times > 1 ? ` x${times}` : ""}`;
  });
}

test("the last word may still be growing", () => {
  assert.deepEqual(told("spike jon"), ["spike", "jon*"]);
  assert.equal(parse("spike jon").growing, true);
});

test("a space or a closing quotation mark ends the last word", () => {
  assert.deepEqual(told("spike jonze "), ["spike", "jonze"]);
  assert.deepEqual(told("“spike jonze”"), ["spike+jonze"]);
  assert.equal(parse("spike jonze ").growing, false);
  assert.equal(parse("“spike jonze”").growing, false);
});

test("a repeated word is counted, the growing one stands for itself", () => {
  assert.deepEqual(told("k k barrett"), ["k x2", "barrett*"]);
  assert.deepEqual(told("her her"), ["her", "her*"]);
});

test("words in quotation marks of any sort are a phrase", () => {
  assert.deepEqual(told("film „music videos“ and «a part»"), ["film", "music+videos", "and", "a+part"]);
});

test("one word in quotation marks is a word, and an unclosed mark is passed over", () => {
  assert.deepEqual(told('"her" "warm light '), ["her", "warm", "light"]);
});

test("a minus before a word or a phrase leaves it out; a dash between words does not", () => {
  assert.deepEqual(told('her -phone -"video game" '), ["her", "-phone", "-video+game"]);
  assert.deepEqual(told("spider-man "), ["spider", "man"]);
  assert.deepEqual(told("her - phone "), ["her", "phone"]);
  assert.deepEqual(parse("her -phone ").name, ["her"]);
});

test("OR in capitals lets two stand for each other, at an end it is a word", () => {
  assert.deepEqual(told('letter OR "voice mail" OR phone her '), ["letter|voice+mail|phone", "her"]);
  assert.deepEqual(told("letter or voice "), ["letter", "or", "voice"]);
  assert.deepEqual(told("OR letter OR"), ["or", "letter", "or*"]);
});

test("a field before a colon binds what follows, any other colon parts words", () => {
  assert.deepEqual(told('title:her person:"spike jonze" '), ["title:her", "people:spike+jonze"]);
  assert.deepEqual(told("Title:her "), ["title:her"]);
  assert.deepEqual(told("alien: covenant mission:impossible "), ["alien", "covenant", "mission", "impossible"]);
  assert.deepEqual(parse("title:her jonze").name, ["jonze"]);
});

test("years are a range, a decade or a word of that field", () => {
  assert.deepEqual(parse("her year:1990..1999").years, ["1990", "1999"]);
  assert.deepEqual(parse("year:1990–1999").years, ["1990", "1999"]);
  assert.deepEqual(parse("year:..1950").years, ["", "1950"]);
  assert.deepEqual(parse("year:1990s").years, ["1990", "1999"]);
  assert.deepEqual(told("year:2013 "), ["year:2013"]);
});

test("a source narrows what is found", () => {
  assert.deepEqual(parse('voice source:"the first review" ').narrowed, { source: ["the first review"] });
});

test("a query of signs asks nothing", () => {
  assert.deepEqual(parse("… — !"), { clauses: [], name: [], growing: false, years: null, narrowed: {} });
});

test("whatever is typed is taken apart", () => {
  for (const text of ["", '"', '""', "-", "--", "-\"", "a:\"", "year:", "year:..", "OR", "OR OR", "\u0000", "x".repeat(10000), "title:-a", "-title:a"]) {
    assert.ok(Array.isArray(parse(text).clauses), text);
  }
});
