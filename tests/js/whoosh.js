/**
 * Ranks as Whoosh does, for tests/search_index/test_whoosh_ranking.py: reads `{files, queries, ways, lengths}` as JSON,
 * and writes for each of `ways` and each query its hits as pairs of document and score, and each length as
 * Whoosh remembers it.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { Intertitle, shardsFrom } = require("./client.js");

const MODULE = path.join(__dirname, "..", "..", "plugins", "search_index", "client", "whoosh.js");
vm.runInThisContext(fs.readFileSync(MODULE, "utf-8"), { filename: MODULE });

(async () => {
  const { files, queries, ways, lengths } = JSON.parse(fs.readFileSync(0, "utf-8"));
  const index = await Intertitle.openAsWhoosh(shardsFrom(files));
  const hits = (query, way) => index.rank(query, way).map(({ document, score }) => [document, score]);
  const ranked = ways.map((way) => queries.map((query) => hits(query, way)));
  process.stdout.write(JSON.stringify({ ranked, lengths: lengths.map(Intertitle.steppedLength) }));
})();
