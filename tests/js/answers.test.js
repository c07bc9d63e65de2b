"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle, contract, shardsFrom } = require("./client.js");

const { files, cases } = contract("answers.json");

/** What a query finds, with all that the search says of it. */
function found(query, filters) {
  return Intertitle.makeSearch(shardsFrom(files)).find(query, { limit: 100, filters });
}

/** The page of a hit, wherever on it the excerpt stands. */
const pageOf = ({ url }) => url.split("#")[0];

for (const { label, query, filters, finds, first, unknown = [], corrected = [], apart = false, unshown } of cases) {
  test(`${label} (${query.trim()}${filters ? ` ${JSON.stringify(filters)}` : ""})`, async () => {
    const result = await found(query, filters);
    assert.deepEqual(result.hits.map(pageOf).sort(), finds);
    assert.equal(result.total, finds.length);
    assert.deepEqual([result.unknown, result.corrected, result.apart], [unknown, corrected, apart]);
    if (first) assert.equal(pageOf(result.hits[0]), first);
    if (unshown) assert.deepEqual(result.hits.filter((hit) => hit.unshown).map(pageOf), unshown);
  });
}
