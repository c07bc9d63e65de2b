/**
 * Marks the words of a search on the page that it led to, with a quiet way to take the marks away.
 * It walks over the text of the page and wraps words; it makes no HTML from text.
 *
 * Adds `Intertitle.addHighlight`.
 */

(function (Intertitle) {
  "use strict";

  const { element, button } = Intertitle.nodes;
  const { marking, wording } = Intertitle;

  /** Marks on a page: with more of them nobody is led anywhere, and a long text takes too long. */
  const MARKS = 400;

  /** What is no text to read. */
  const PASSED_OVER = "script, style, svg, form, button, select, textarea, nav, .titlecard, .visually-hidden, .added";

  /** The pieces of text below `root`, in the order of reading. */
  function textsIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(PASSED_OVER) || node.data.trim() === "" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts;
  }

  /** Wraps the places of one piece of text, the last first, so that the ones before it stay where they are. */
  function wrap(text, places) {
    return places.reverse().map(({ start, end }) => {
      const rest = text.splitText(start);
      rest.splitText(end - start);
      const mark = element("mark", "sought");
      rest.replaceWith(mark);
      mark.append(rest);
      return mark;
    }).reverse();
  }

  function markWords(root, matcher) {
    const marks = [];
    for (const text of textsIn(root)) {
      if (marks.length >= MARKS) break;
      marks.push(...wrap(text, marking.places(text.data, matcher)));
    }
    return marks;
  }

  function unmark(marks) {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }

  /** Marks what the address was handed, if anything. */
  async function addHighlight(root) {
    const words = Intertitle.address.handedOver(location.search);
    if (words === "") return;
    const marks = markWords(root, await marking.matcherOf(words));
    if (marks.length > 0) addBar(root, marks);
  }

  /** Below the page: how often, on to the next, and away with it. */
  function addBar(root, marks) {
    const told = element("p", "sought-count", wording.marked(marks.length));
    const next = button("sought-next", marks.length === 1 ? "Show" : "Next", step);
    const clear = button("sought-clear", "Remove marks", remove);
    const bar = element("aside", "sought-bar", told, next, clear);
    bar.setAttribute("aria-label", "Words that you searched for");
    document.body.append(bar);
    let at = startingAt(marks);

    function step() {
      marks[at]?.classList.remove("is-here");
      at = Math.max(0, (at + 1) % marks.length);
      const mark = marks[at];
      for (let holder = mark.closest("details"); holder; holder = holder.parentElement.closest("details")) holder.open = true;
      mark.classList.add("is-here");
      mark.scrollIntoView({ block: "center" });
      told.textContent = `${at + 1} of ${marks.length}`;
    }

    function remove() {
      const had = bar.contains(document.activeElement);
      unmark(marks);
      bar.remove();
      document.removeEventListener("keydown", onKey);
      if (had) root.focus({ preventScroll: true });
    }

    /** In a search box with words in it, Escape empties the box. */
    function onKey({ key, target, defaultPrevented }) {
      const isFilled = target.type === "search" && target.value !== "";
      if (key === "Escape" && !defaultPrevented && !isFilled) remove();
    }

    document.addEventListener("keydown", onKey);
  }

  /** The place before the first mark in the paragraph that the address names, or after it: there "Next" begins. */
  function startingAt(marks) {
    const target = document.querySelector(":target");
    const isBefore = (mark) => target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING;
    return (target ? marks.findIndex((mark) => !isBefore(mark)) : 0) - 1;
  }

  Intertitle.addHighlight = addHighlight;
})((globalThis.Intertitle = globalThis.Intertitle || {}));
