/**
 * Other search libraries over the same pages and queries.
 *
 *     node peers_in_node.js ENGINE MODULES < pages and queries > answers
 *
 * ENGINE is a key of ENGINES; MODULES a folder with node_modules. Standard input is one JSON object:
 * {"pages": [{"url", "title", "names", "headings", "people", "year", "summary", "body"}], "queries": [text],
 * "limit": places}. Each line of standard output answers one query, {"urls": addresses, the best first}.
 */
"use strict";

const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

const [, , ENGINE, MODULES] = process.argv;
const requireFrom = createRequire(path.join(path.resolve(MODULES), "index.js"));

const FIELDS = ["title", "names", "headings", "people", "year", "summary", "body"];

function minisearch(pages, searchOptions) {
  const MiniSearch = requireFrom("minisearch");
  const index = new MiniSearch({ fields: FIELDS, idField: "url", searchOptions });
  index.addAll(pages);
  return (text) => index.search(text).map(({ id }) => id);
}

function lunr(pages) {
  const build = requireFrom("lunr");
  const index = build(function () {
    this.ref("url");
    for (const field of FIELDS) this.field(field);
    for (const page of pages) this.add(page);
  });
  // In these characters lunr reads operators, and refuses what it cannot read.
  return (text) => index.search(text.replace(/[:^~*+-]/g, " ")).map(({ ref }) => ref);
}

const ENGINES = {
  "minisearch": (pages) => minisearch(pages, {}),
  "minisearch-tuned": (pages) => minisearch(pages, { prefix: true, fuzzy: 0.2, boost: { title: 3 } }),
  "lunr": lunr,
};

const { pages, queries, limit } = JSON.parse(fs.readFileSync(0, "utf-8"));
const search = ENGINES[ENGINE](pages);
for (const query of queries) {
  process.stdout.write(`${JSON.stringify({ urls: search(query).slice(0, limit) })}\n`);
}
