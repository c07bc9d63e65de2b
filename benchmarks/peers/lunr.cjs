/** lunr's index of documents, and the titles and addresses beside it: `node lunr.cjs NODE_MODULES DOCUMENTS OUTPUT`. */
"use strict";

const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

const [modules, documents, output] = process.argv.slice(2);
const lunr = createRequire(path.join(modules, "index.js"))("lunr");

const pages = JSON.parse(fs.readFileSync(documents, "utf-8"));
const index = lunr(function () {
  this.ref("id");
  for (const field of ["title", "people", "text"]) this.field(field);
  for (const page of pages) this.add(page);
});
const store = pages.map(({ title, url }) => ({ title, url }));
fs.writeFileSync(path.join(output, "index.json"), JSON.stringify(index));
fs.writeFileSync(path.join(output, "store.json"), JSON.stringify(store));
