/**
 * Brings what narrows the timeline down when somebody wants it: opens the filters, points at the drawing, or comes
 * with a choice in the address. It does something by being loaded.
 */
(function () {
  "use strict";

  const narrowing = document.getElementById("timeline-narrowing");
  if (!narrowing) return;
  const folder = new URL(".", document.currentScript.src).href;
  let isBrought = false;

  function bring() {
    if (isBrought) return;
    isBrought = true;
    for (const name of ["filters", "timeline"]) {
      const script = document.createElement("script");
      script.src = `${folder}${name}.js`;
      // They come together, and run in their order.
      script.async = false;
      document.head.append(script);
    }
  }

  /** An address with a choice opens the filters, so that it is seen why something is missing. */
  function follow() {
    if (location.hash.includes("=")) narrowing.open = true;
  }

  narrowing.addEventListener("toggle", bring);
  document.querySelector(".drawn-timeline")?.addEventListener("pointerenter", bring);
  addEventListener("hashchange", follow);
  follow();
})();
