"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle, contract } = require("./client.js");

for (const { address, files, number } of contract("previews.json").cases) {
  test(`"${address}" is in file ${number} of ${files}`, () => {
    assert.equal(Intertitle.previews.shardOf(address, files), number);
  });
}
