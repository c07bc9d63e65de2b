/**
 * The shipped search client over an exported index, without a browser.
 *
 *     node client_in_node.js FOLDER < queries > answers
 *
 * FOLDER is a site's root: it holds search/client.js and the files of the index beside it. Each line of
 * standard input is a query as JSON, {"text": what was typed, "limit": places}; each line of standard
 * output its answer, {"urls": addresses without fragments, the best first}.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const SEARCH = path.join(process.argv[2], "search");

/** The text of a script as a browser decodes it: a byte order mark says UTF-16, none UTF-8. */
function textOf(bytes) {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
}

function run(name) {
  vm.runInThisContext(textOf(fs.readFileSync(path.join(SEARCH, `${name}.js`))), { filename: name });
}

/** Everything of the client but what stands in a page: it looks for the search's box, last, and stops there. */
function loadClient() {
  try {
    run("client");
  } catch (fault) {
    if (!/document is not defined/.test(fault.message)) throw fault;
  }
}

/** The search over the files of the folder, each brought as a page brings it: by running its text. */
function searchOfFolder() {
  const { Intertitle } = globalThis;
  Intertitle.shards = Intertitle.makeShards(async (name) => {
    if (!fs.existsSync(path.join(SEARCH, `${name}.js`))) throw new Intertitle.ShardError("missing", name);
    run(name);
  });
  return Intertitle.makeSearch(Intertitle.shards);
}

async function main() {
  loadClient();
  const search = searchOfFolder();
  const lines = fs.readFileSync(0, "utf-8").split("\n").filter(Boolean);
  for (const line of lines) {
    const { text, limit } = JSON.parse(line);
    const { hits } = await search.find(text, { limit });
    const urls = [...new Set(hits.map(({ url }) => url.split("#")[0]))];
    process.stdout.write(`${JSON.stringify({ urls })}\n`);
  }
}

main().catch((fault) => {
  process.stderr.write(`${fault.stack}\n`);
  process.exitCode = 1;
});
