"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { addressOf, line } = Intertitle.hits;

const plain = (text) => ({ text, mark: false });
const mark = (text) => ({ text, mark: true });
const hit = (values) => ({ url: "sources/talk.html#p12", signal: 0, excerpt: [plain("The "), mark("fog"), plain(".")], ...values });
const result = (values) => ({ total: 1, hits: [], unknown: [], apart: false, ...values });

test("a hit leads to its paragraph with the words of the query", () => {
  assert.equal(addressOf("fog", result({}), hit({})), "sources/talk.html?hl=fog#p12");
});

test("a word that was mended is handed over as it was mended", () => {
  const mended = result({ corrected: [{ typed: "fgo", used: "fog" }] });
  assert.equal(addressOf("tin Fgo", mended, hit({})), "sources/talk.html?hl=tin+fog#p12");
});

test("an unfinished word is handed over as what it was taken for", () => {
  const excerpt = [mark("Harbours"), plain(" and "), mark("fog")];
  assert.equal(addressOf("fog harb", result({}), hit({ excerpt })), "sources/talk.html?hl=fog+harbours#p12");
});

test("a page that bears the name asked for is not marked all over", () => {
  assert.equal(addressOf("ines varga", result({}), hit({ url: "people/ines-varga.html", signal: 4 })), "people/ines-varga.html");
});

test("nothing is handed over where nothing of the query is shown", () => {
  assert.equal(addressOf("fog", result({}), hit({ excerpt: [plain("A talk.")] })), "sources/talk.html#p12");
  assert.equal(addressOf("fog", result({}), hit({ unshown: true })), "sources/talk.html#p12");
});

/** A line as one string, matches in brackets. */
const shown = (pieces) => line(pieces).map(({ text, mark: isMark }) => (isMark ? `[${text}]` : text)).join("");

test("a line begins a few words before the first match", () => {
  assert.equal(shown([plain("It came every night, and then the "), mark("fog"), plain(" lifted.")]), "\u2026 and then the [fog] lifted.");
  assert.equal(shown([plain("The "), mark("fog"), plain(" lifted.")]), "The [fog] lifted.");
  assert.equal(shown([mark("Fog"), plain(" lifted.")]), "[Fog] lifted.");
});

test("a line is cut, and one without a match is empty", () => {
  const long = line([mark("Fog"), plain(" and tin".repeat(50)), mark("fog")]);
  assert.ok(long.map(({ text }) => text).join("").length <= 90);
  assert.deepEqual(line([plain("The quay.")]), []);
});
