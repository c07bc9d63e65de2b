"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { Intertitle } = require("./client.js");

const { excerpt, excerptOf } = Intertitle.excerpt;

/** Answers the given terms, each worth 1. */
const matching = (...terms) => (term) => (terms.includes(term) ? { clause: terms.indexOf(term), worth: 1 } : null);
const shown = ({ pieces }) => pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join("");

test("marks a word as it is written, without a possessive's ending", () => {
  const found = excerpt("Spike Jonze’s Aupre\u0300s.", matching("jonze", "aupres"));
  assert.equal(shown(found), "Spike [Jonze]’s [Aupre\u0300s].");
});

test("chooses the window that has most of the words, not most of one", () => {
  const text = `voice voice voice. ${"and so on ".repeat(20)}. A voice in the light. ${"and so on ".repeat(20)}`;
  assert.match(shown(excerpt(text, matching("voice", "light"), 8)), /\[voice\] in the \[light\]/);
});

test("begins where the sentence begins, and shows that the text goes on", () => {
  const text = `${"Before this. ".repeat(10)}“Now the light goes out,” she said, and nothing moved. Then more.`;
  assert.equal(shown(excerpt(text, matching("light"), 7)), "… “Now the [light] goes out,” she said, …");
});

test("near the end of a text, begins with the earliest sentence that fits", () => {
  const text = "One two. Three four five. Six seven. Eight nine ten.";
  assert.equal(shown(excerpt(text, matching("nine"), 7)), "… Six seven. Eight [nine] ten.");
});

test("a text that fits is shown whole, wherever the match stands", () => {
  assert.equal(shown(excerpt("One. Two. Three four.", matching("four"), 9)), "One. Two. Three [four].");
});

test("a text without a match gives its beginning", () => {
  assert.equal(shown(excerpt("One two three four.", matching("nine"), 2)), "One two …");
});

test("markup in a text stays text", () => {
  const { pieces } = excerpt("<b onload=x>her</b>", matching("her"));
  assert.deepEqual(pieces, [
    { text: "<b onload=x>", mark: false },
    { text: "her", mark: true },
    { text: "</b>", mark: false },
  ]);
});

test("line breaks become spaces, and paragraphs are parted by a dot", () => {
  assert.equal(shown(excerpt("warm\nlight\n\n here", matching("light"))), "warm [light] · here");
});

/** Matchers as a search makes them, for words that are complete. */
const both = (...terms) => ({ exact: matching(...terms), wide: matching(...terms) });

/** A page as the shards give it; each paragraph stands at its own fragment. */
const paged = (summary, ...body) => ({ summary, body, anchors: body.map((_, at) => `p${at + 1}`) });

test("an excerpt tells at which paragraph it stands", () => {
  const page = paged("A voice.", "Nothing here.", "The light, and the voice in it.", "A voice.");
  assert.equal(excerptOf(page, both("light", "voice")).anchor, "p2");
  assert.equal(excerptOf(page, both("voice")).anchor, "");
  assert.equal(excerptOf(page, both("nothing")).anchor, "p1");
});

test("a page is shown by its summary unless its body answers more", () => {
  const page = paged("A voice.", "The voice, a voice, and the light.");
  assert.equal(shown(excerptOf(page, both("voice"))), "A [voice].");
  assert.equal(shown(excerptOf(page, both("voice", "light"))), "The [voice], a [voice], and the [light].");
});

test("a page that bears the name asked for is introduced by its summary", () => {
  const page = paged("A voice.", "Samantha has a light.");
  assert.equal(shown(excerptOf(page, both("samantha"), true)), "A voice.");
});

test("a longer word is marked only where the word itself is not", () => {
  const matchers = { exact: matching("her"), wide: matching("her", "here") };
  assert.equal(shown(excerptOf(paged("", "Here is her film."), matchers)), "Here is [her] film.");
  assert.equal(shown(excerptOf(paged("", "Here is a film."), matchers)), "[Here] is a film.");
});

test("a page without any text has an empty excerpt", () => {
  assert.deepEqual(excerptOf(paged(""), both("her")).pieces, []);
});

test("every excerpt of a text holds words of the text only, in their order", () => {
  const text = "She said: one (two) three-four, “five” six’s seven; eight… nine? Ten! Eleven";
  const words = Intertitle.analyzer.terms(text);
  for (const word of words) {
    for (const width of [1, 2, 5, 50]) {
      const plain = excerpt(text, matching(word), width).pieces.map((piece) => piece.text).join("");
      const found = Intertitle.analyzer.terms(plain);
      const start = words.indexOf(found[0]);
      assert.deepEqual(found, words.slice(start, start + found.length), `${word} ${width}`);
      assert.ok(found.includes(word), `${word} ${width}: ${plain}`);
    }
  }
});
