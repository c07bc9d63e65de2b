"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle, contract, shardsFrom } = require("./client.js");

const { files } = contract("ranking.json");
const manifest = "search/manifest.js";

/** The file that holds the term of the query. */
const TERMS = "search/terms-2.js";

/** The reason with which a search in these files is refused. */
async function reason(changed) {
  try {
    await Intertitle.makeSearch(shardsFrom(changed)).find("samantha");
    return "found";
  } catch (fault) {
    assert.ok(fault instanceof Intertitle.ShardError, fault.stack);
    assert.match(fault.message, /\.$/, "a sentence for the reader");
    return fault.reason;
  }
}

test("a missing file is told", async () => {
  assert.equal(await reason({}), "missing");
});

test("a truncated file is told", async () => {
  assert.equal(await reason({ ...files, [TERMS]: files[TERMS].slice(0, 200) }), "damaged");
});

test("an index of another version is not guessed at", async () => {
  const other = files[manifest].replace('"version":2', '"version":1');
  assert.equal(await reason({ ...files, [manifest]: other }), "version");
});

test("shards of two builds are not mixed", async () => {
  const other = files[manifest].replace(/"build":"[0-9a-f]+"/, '"build":"0123456789abcdef"');
  assert.equal(await reason({ ...files, [manifest]: other }), "mixed");
});

test("what failed once is asked for again", async () => {
  const present = { ...files };
  delete present[TERMS];
  const search = Intertitle.makeSearch(shardsFrom(present));
  await assert.rejects(search.find("samantha"));
  present[TERMS] = files[TERMS];
  assert.ok((await search.find("samantha")).total > 0);
});
