"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle, contract, shardsFrom } = require("./client.js");

const { files, cases } = contract("ranking.json");

/** Scores come from different logarithms and orders of addition; this is far below what a rank needs. */
const NEAR = 1e-9;

for (const { label, query, ranked } of cases) {
  test(`ranks as the reference does: ${label} (${query})`, async () => {
    const { hits, total } = await Intertitle.makeSearch(shardsFrom(files)).find(query, { limit: 100 });
    assert.equal(total, ranked.length);
    assert.deepEqual(hits.map(({ url, signal }) => [url, signal]), ranked.map(([url, signal]) => [url, signal]));
    hits.forEach(({ score }, at) => assert.ok(Math.abs(score - ranked[at][2]) < NEAR, `${score} ${ranked[at]}`));
  });
}

test("a first query loads the manifest and only the shards that it needs", async () => {
  const shards = shardsFrom(files);
  await Intertitle.makeSearch(shards).find("samantha", { limit: 1 });
  assert.ok(shards.asked.length < Object.keys(files).length / 2, shards.asked.join(" "));
  assert.ok(!shards.asked.some((name) => name.startsWith("positions")), "positions are for phrases");
});

test("a shard is loaded once", async () => {
  const shards = shardsFrom(files);
  const search = Intertitle.makeSearch(shards);
  await Promise.all([search.find("samantha"), search.find("samantha")]);
  await search.find("samantha");
  assert.deepEqual(shards.asked, [...new Set(shards.asked)]);
});

test("words that no page has are named", async () => {
  const { unknown, total } = await Intertitle.makeSearch(shardsFrom(files)).find("silence zeppelin ");
  assert.deepEqual(unknown, ["zeppelin"]);
  assert.ok(total > 0);
});

test("a phrase that nobody wrote falls back to its words, and says so", async () => {
  const { apart, total } = await Intertitle.makeSearch(shardsFrom(files)).find('"silence first"');
  assert.equal(apart, true);
  assert.ok(total > 0);
});

test("hits from an offset go on where the ones before ended", async () => {
  const search = Intertitle.makeSearch(shardsFrom(files));
  const all = (await search.find("the", { limit: 9 })).hits.map(({ url }) => url);
  const later = (await search.find("the", { limit: 3, offset: 3 })).hits.map(({ url }) => url);
  assert.deepEqual(later, all.slice(3, 6));
});
