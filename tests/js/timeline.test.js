"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { readChoice, writeChoice, belongs, told } = Intertitle.timeline;

const ENTRY = { who: "ines-varga the-pilot", source: "weekly", phase: "shooting", status: "happened" };

test("an entry belongs to a choice when it has every word of it", () => {
  assert.equal(belongs(ENTRY, {}), true);
  assert.equal(belongs(ENTRY, { who: "the-pilot" }), true);
  assert.equal(belongs(ENTRY, { who: "the-pilot", phase: "shooting" }), true);
  assert.equal(belongs(ENTRY, { who: "the-pilot", phase: "release" }), false);
});

test("a part of a word is no word", () => {
  assert.equal(belongs(ENTRY, { who: "ines" }), false);
  assert.equal(belongs(ENTRY, { who: "pilot" }), false);
});

test("an entry that nobody takes part in belongs to no person", () => {
  assert.equal(belongs({ phase: "release" }, { who: "ines-varga" }), false);
});

test("an address tells of a choice and back", () => {
  const choice = { who: "ines-varga", phase: "post-production" };
  assert.equal(writeChoice(choice), "#who=ines-varga&phase=post-production");
  assert.deepEqual(readChoice(writeChoice(choice)), choice);
});

test("an address that leads to an entry is no choice", () => {
  assert.deepEqual(readChoice("#e-2012-first-day"), {});
  assert.deepEqual(readChoice(""), {});
});

test("filters that are not set or not known are left out", () => {
  assert.equal(writeChoice({ who: "", status: "announced", colour: "red" }), "#status=announced");
  assert.deepEqual(readChoice("#colour=red&status="), {});
  assert.equal(writeChoice({}), "");
});

test("what is shown is told in words", () => {
  assert.equal(told(74, 74), "74 events");
  assert.equal(told(1, 1), "1 event");
  assert.equal(told(3, 12), "3 of 12 events");
  assert.equal(told(0, 12), "none of 12 events is all of this");
});
