"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { parse } = Intertitle.query;

test("the last word may still be growing", () => {
  const { words, growing } = parse("spike jon");
  assert.equal(growing, true);
  assert.deepEqual(words.map(({ term, prefix }) => [term, prefix]), [["spike", false], ["jon", true]]);
});

test("a space or a closing quotation mark ends the last word", () => {
  assert.equal(parse("spike jonze ").growing, false);
  assert.equal(parse("“spike jonze”").growing, false);
});

test("a repeated word is counted, the growing one stands for itself", () => {
  assert.deepEqual(parse("k k barrett").words, [
    { term: "k", prefix: false, times: 2 },
    { term: "barrett", prefix: true, times: 1 },
  ]);
});

test("words in quotation marks of any sort are a phrase", () => {
  assert.deepEqual(parse("film „music videos“ and «a part»").phrases, [["music", "videos"], ["a", "part"]]);
});

test("one word in quotation marks is a word, and an unclosed mark is passed over", () => {
  assert.deepEqual(parse('"her" "warm light').phrases, []);
});

test("a query of signs asks nothing", () => {
  assert.deepEqual(parse("… — !"), { words: [], phrases: [], name: "", growing: false });
});
