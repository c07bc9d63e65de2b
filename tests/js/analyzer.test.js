"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle, contract } = require("./client.js");

const { cases, spans } = contract("analyzer.json");

for (const { label, text, terms } of cases) {
  test(`the browser's terms are those of the build: ${label}`, () => {
    assert.deepEqual(Intertitle.analyzer.terms(text), terms);
  });
}

for (const { label, text, spans: expected } of spans) {
  test(`a term is found where it stands in the text: ${label}`, () => {
    const found = Intertitle.analyzer.spans(text).map(({ start, end }) => [start, end]);
    assert.deepEqual(found, expected);
  });
}

test("spans give the same terms as terms, for every text of the contract", () => {
  for (const { text, terms } of cases) {
    assert.deepEqual(Intertitle.analyzer.spans(text).map(({ term }) => term), terms, text);
  }
});

test("folding what is folded changes nothing", () => {
  for (const { text } of cases) {
    const once = Intertitle.analyzer.fold(text);
    assert.deepEqual(Intertitle.analyzer.terms(once), Intertitle.analyzer.terms(text), text);
  }
});
