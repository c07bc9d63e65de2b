"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

test("of all that comes while somebody types, the last is said, and once", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const said = [];
  const announce = Intertitle.makeAnnouncer({ set textContent(text) { said.push(text); } });
  for (const text of ["9 pages", "5 pages", "1 page"]) {
    announce(text);
    t.mock.timers.tick(300);
  }
  assert.deepEqual(said, []);
  t.mock.timers.tick(200);
  assert.deepEqual(said, ["1 page"]);
});

test("an emptied box takes back what waits to be said", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const region = { textContent: "9 pages" };
  const announce = Intertitle.makeAnnouncer(region);
  announce("5 pages");
  announce("");
  t.mock.timers.tick(1000);
  assert.equal(region.textContent, "");
});
