"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { matcherOf, places, plainMatcher } = Intertitle.marking;

/** The marked places of a text as strings, for what a query answers to. */
const found = (text, query) => marked(text, plainMatcher(query));
const marked = (text, matcher) => places(text, matcher).map(({ start, end }) => text.slice(start, end));

/** What `matcherOf` gives while the search has other words, or none. */
async function withWords(words, query) {
  const before = Intertitle.search;
  Intertitle.search = words && { words };
  try {
    return await matcherOf(query);
  } finally {
    Intertitle.search = before;
  }
}

test("words are found whatever their accents and capitals", () => {
  assert.deepEqual(found("Le café, the CAFE and a cafés owner", "café "), ["café", "CAFE"]);
});

test("the last word may be unfinished once it has some letters", async () => {
  const text = "The tide in the harbour and its harbours";
  assert.deepEqual(marked(text, await withWords(null, "harb")), ["harbour", "harbours"]);
  assert.deepEqual(marked(text, await withWords(null, "ti")), []);
});

test("a name is marked as a whole, with the signs in it", () => {
  assert.deepEqual(found("It was B. B. Oster’s lamp", "b b oster"), ["B. B. Oster"]);
});

test("words that others part are marked each for itself", () => {
  assert.deepEqual(found("tin, fog and tin", "tin fog"), ["tin", "fog", "tin"]);
});

test("what the index says of the words goes before", async () => {
  const matcher = await withWords(async (text) => (term) => text === "fog" && term === "mist", "fog");
  assert.deepEqual(marked("fog or mist", matcher), ["mist"]);
});

test("an index that cannot be read costs no marks", async () => {
  const matcher = await withWords(async () => { throw new Intertitle.ShardError("missing", "manifest"); }, "fog");
  assert.deepEqual(marked("fog or mist", matcher), ["fog"]);
});

test("a text without any of the words has no places", () => {
  assert.deepEqual(found("Nobody sleeps.", "fog"), []);
  assert.deepEqual(found("", "fog"), []);
});
