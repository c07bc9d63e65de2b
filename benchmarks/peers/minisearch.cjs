/** MiniSearch's index of documents: `node minisearch.cjs NODE_MODULES DOCUMENTS OUTPUT`. */
"use strict";

const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

const [modules, documents, output] = process.argv.slice(2);
const MiniSearch = createRequire(path.join(modules, "index.js"))("minisearch");

const index = new MiniSearch({ fields: ["title", "people", "text"], storeFields: ["title", "url"] });
index.addAll(JSON.parse(fs.readFileSync(documents, "utf-8")));
fs.writeFileSync(path.join(output, "index.json"), JSON.stringify(index));
