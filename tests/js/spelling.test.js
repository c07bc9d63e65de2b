"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { slipsBetween, spelt } = Intertitle.spelling;

const SLIPS = [
  ["harbour", "harbour", 0, "nothing is wrong"],
  ["harbor", "harbour", 1, "a letter too few"],
  ["harbourr", "harbour", 1, "a letter too many"],
  ["herbour", "harbour", 1, "a wrong letter"],
  ["habrour", "harbour", 1, "two letters in the wrong order"],
  ["habruor", "harbour", 2, "two slips"],
  ["", "fog", 3, "everything is missing"],
  ["ca", "abc", 3, "no letter is moved and changed at once"],
];

for (const [typed, meant, slips, label] of SLIPS) {
  test(`${label}: ${typed || "nothing"} for ${meant} is ${slips}`, () => {
    assert.equal(slipsBetween(typed, meant, 3), slips);
    assert.equal(slipsBetween(meant, typed, 3), slips, "and the other way round");
  });
}

test("what is too far is not counted to its end", () => {
  assert.equal(slipsBetween("lighthouse", "harbour", 2), 3);
  assert.equal(slipsBetween("fog", "foghorns", 2), 3);
});

/** What a word may mean among these terms, which are given with their digits and stand in one file. */
async function meant(word, ...terms) {
  const backwards = terms.map((term) => `<${Array.from(term.slice(0, -1)).reverse().join("")}${term.slice(-1)}`);
  const sorted = [...terms, ...backwards].sort((one, other) => (one < other ? -1 : 1));
  return (await spelt(word, [""], async () => sorted)).map(({ term }) => term);
}

test("a slip in either half of a word is mended", async () => {
  assert.deepEqual(await meant("lihgthouse", "lighthouse3"), ["lighthouse"]);
  assert.deepEqual(await meant("lighthosue", "lighthouse3"), ["lighthouse"]);
});

test("a long word may have two slips, a short one may not", async () => {
  assert.deepEqual(await meant("lighhtuose", "lighthouse3"), ["lighthouse"]);
  assert.deepEqual(await meant("lmpa", "lamps2"), []);
});

test("fewest slips come first, then the same first letter and the more frequent", async () => {
  assert.deepEqual(await meant("lighthousr", "lighthouse1", "lighthous9", "lighthoused9"), ["lighthous", "lighthouse"]);
  assert.deepEqual(await meant("lamb", "lamp2", "lame4", "jamb4"), ["lame", "lamp", "jamb"]);
});

test("a number and a word of two letters mean what they are", async () => {
  assert.deepEqual(await meant("1984", "19841"), []);
  assert.deepEqual(await meant("og", "fog5"), []);
});

test("an index without words for this mends nothing", async () => {
  assert.deepEqual(await spelt("lighthouse", [], () => assert.fail("no file is asked for")), []);
});
