/**
 * The client as a test needs it: the shipped scripts, run in the order of the page, without a DOM.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const ROOT = path.join(__dirname, "..", "..");
const CLIENT = path.join(ROOT, "plugins", "search_index", "client");
/** The modules that need no page, in the order of plugins/search_index/client.py. */
const MODULES = [
  ...["analyzer", "bits", "dictionary", "postings", "query", "rank", "excerpt"],
  ...["shards", "spelling", "terms", "facets", "search"],
  ...["address", "choices", "wording", "hits", "announcer", "marking"],
];
const SCRIPTS = [
  ...MODULES.map((name) => path.join(CLIENT, `${name}.js`)),
  path.join(ROOT, "theme", "static", "timeline", "filters.js"),
  path.join(ROOT, "plugins", "previews", "client", "previews.js"),
];

// The build puts the number of files in the place of this name.
globalThis.SHARDS = 4;
for (const file of SCRIPTS) {
  vm.runInThisContext(fs.readFileSync(file, "utf-8"), { filename: file });
}

/** One contract by its file's name. */
function contract(name) {
  return JSON.parse(fs.readFileSync(path.join(ROOT, "tests", "contract", name), "utf-8"));
}

/**
 * Shards brought from memory as a page brings them from files: by running their text.
 * @param {Object<string, string>} files texts by path, such as `search/manifest.js`
 */
function shardsFrom(files) {
  const asked = [];
  const shards = Intertitle.makeShards(async (name) => {
    asked.push(name);
    const text = files[`search/${name}.js`];
    if (text === undefined) throw new Intertitle.ShardError("missing", name);
    Intertitle.shards = shards;
    try {
      vm.runInThisContext(text, { filename: name });
    } catch {
      // A browser reports the mistake in a damaged script, and then says that it has loaded it.
    }
  });
  return Object.assign(shards, { asked });
}

module.exports = { Intertitle: globalThis.Intertitle, contract, shardsFrom };
