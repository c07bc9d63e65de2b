"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle, contract } = require("./client.js");

const { bytesOf, strings, Reader, riceParameter } = Intertitle.bits;

for (const { label, words, strings: written, data } of contract("bits.json").cases) {
  test(`reads what Python wrote: ${label}`, () => {
    const reader = new Reader(bytesOf(data));
    const read = words.map(([how, , more]) => [how, reader[how](more), ...(more === undefined ? [] : [more])]);
    assert.deepEqual(read, words);
    assert.deepEqual(strings(reader, written.length), written);
  });
}

test("a reader may begin at any bit", () => {
  const { words, data } = contract("bits.json").cases.find(({ label }) => label === "gamma from 1");
  const whole = new Reader(bytesOf(data));
  const begins = words.map(() => [whole.at, whole.gamma()][0]);
  const again = begins.map((at) => new Reader(bytesOf(data), at).gamma());
  assert.deepEqual(again, words.map(([, value]) => value));
});

test("zeros that never end are told as damage", () => {
  const reader = new Reader(bytesOf("\u3400".repeat(40)));
  assert.throws(() => reader.gamma(), RangeError);
});

test("the parameter is that of Golomb's rule in whole numbers", () => {
  const told = [[0, 1], [1, 1], [3, 1], [10, 1], [10_000, 3], [10_000, 9_999], [1_000_000, 7]];
  assert.deepEqual(told.map(([span, count]) => riceParameter(span, count)), [0, 0, 1, 2, 11, 0, 16]);
});
