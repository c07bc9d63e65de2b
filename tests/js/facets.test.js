"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle, contract, shardsFrom } = require("./client.js");

const { files } = contract("answers.json");

/** What the hits of a query can be narrowed by, each value with its count. */
async function told(query, filters) {
  const facets = await Intertitle.makeSearch(shardsFrom(files)).facets(query, { filters });
  return Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, values.map(({ value, count }) => `${value} ${count}`)]));
}

test("each value has the number of hits that have it, the most frequent first and years ascending", async () => {
  assert.deepEqual(await told("lighthouse "), {
    kind: ["work 2", "person 1", "source 1"],
    source: ["First Review 3", "A Talk with Varga 1"],
    person: ["Ines Varga 3", "Tom Lind 2"],
    year: ["1994 1", "1995 1", "2003 1"],
  });
});

test("a filter narrows the others and not itself", async () => {
  const { kind, source } = await told("lighthouse ", { kind: ["work"] });
  assert.deepEqual(kind, ["work 2", "person 1", "source 1"]);
  assert.deepEqual(source, ["First Review 2", "A Talk with Varga 1"]);
});

test("the counts of a facet are those of its own filter", async () => {
  const search = Intertitle.makeSearch(shardsFrom(files));
  const { person } = await search.facets("harbour ");
  for (const { value, count } of person) {
    const { total } = await search.find("harbour ", { filters: { person: [value] } });
    assert.equal(total, count, value);
  }
});

test("what was typed narrows everything, its own facet too", async () => {
  const { kind, year } = await told("harbour year:1993..1994 ");
  assert.deepEqual(kind, ["event 1", "work 1"]);
  assert.deepEqual(year, ["1994 2"]);
});

test("files of facets are loaded for filters and counts only", async () => {
  const shards = shardsFrom(files);
  const search = Intertitle.makeSearch(shards);
  await search.find("harbour ", { filters: { kind: ["work"] } });
  assert.ok(!shards.asked.some((name) => name.startsWith("facet")), "kinds are in the manifest");
  await search.find("harbour ", { filters: { person: ["Tom Lind"] } });
  assert.deepEqual(shards.asked.filter((name) => name.startsWith("facet")), ["facet-person"]);
});
