/**
 * Marks, in the contents beside a text, the part that is being read: the last one whose head has come up to the
 * upper third of the window. Before the first of them none is marked.
 *
 * In the page: `.reading-contents` with links to ids. Without a script the links are there all the same.
 */
(function () {
  "use strict";

  const links = new Map();
  for (const link of document.querySelectorAll('.reading-contents a[href^="#"]')) {
    const head = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (head) links.set(head, link);
  }

  let marked = null;

  function mark() {
    const line = innerHeight / 3;
    let reached = null;
    for (const head of links.keys()) if (head.getBoundingClientRect().top <= line) reached = head;
    const link = reached && links.get(reached);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
  }

  // It reports whenever a head crosses the line, and is silent while somebody scrolls through a long part.
  const crossing = new IntersectionObserver(mark, { rootMargin: "0px 0px -66%" });
  for (const head of links.keys()) crossing.observe(head);
})();
