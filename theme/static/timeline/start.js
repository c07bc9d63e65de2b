/**
 * Brings what narrows the timeline down when somebody wants it: opens the filters, or comes with a choice in the
 * address; and what the marks of the drawing tell, when somebody points at it. It does something by being loaded.
 */
(function () {
  "use strict";

  const narrowing = document.getElementById("timeline-narrowing");
  const folder = new URL(".", document.currentScript.src).href;

  /**
   * How scripts that need each other are brought, once; where one could not come, all are asked for again: with the
   * next choice, or at once if somebody has chosen before it was known.
   */
  function bringing(...names) {
    let isAsked = false;
    let isAwaited = false;
    function lose() {
      isAsked = false;
      if (isAwaited) bring();
    }
    function bring() {
      isAwaited = isAsked;
      if (isAsked) return;
      isAsked = true;
      for (const name of names) {
        const script = document.createElement("script");
        script.src = `${folder}${name}.js`;
        // They come together, and run in their order.
        script.async = false;
        script.addEventListener("error", lose);
        document.head.append(script);
      }
    }
    return bring;
  }

  const narrow = bringing("filters", "timeline");

  /** An address with a choice opens the filters, so that it is seen why something is missing. */
  function follow() {
    if (!location.hash.includes("=")) return;
    narrowing.open = true;
    narrow();
  }

  document.querySelector(".drawn-timeline")?.addEventListener("pointerenter", bringing("marks"));
  if (!narrowing) return;
  narrowing.addEventListener("toggle", narrow);
  narrowing.addEventListener("change", narrow);
  addEventListener("hashchange", follow);
  follow();
})();
