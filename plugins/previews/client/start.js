/**
 * All of previews that every page loads: it brings the rest when a link is first pointed at. It does something by
 * being loaded.
 */
(function (Intertitle) {
  "use strict";

  const POINTS = ["pointerover", "focusin", "pointerdown"];
  const ENDS = ["pointerout", "focusout", "pointerup", "pointercancel"];

  const folder = new URL(".", document.currentScript.src).href;
  const main = document.getElementById("main");

  /** What is pointed at while the rest is awaited; null where nothing is any more. */
  let latest = null;
  let isAwaited = false;

  function point(event) {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest("a[href]") || !main.contains(target)) return;
    latest = event;
    if (!isAwaited) bring();
  }

  function end() {
    latest = null;
  }

  function bring() {
    isAwaited = true;
    const script = document.createElement("script");
    script.src = `${folder}previews.js`;
    script.addEventListener("load", () => {
      listen("removeEventListener");
      if (latest) Intertitle.previews.begin(latest);
    });
    // The next link asks again.
    script.addEventListener("error", () => (isAwaited = false));
    document.head.append(script);
  }

  function listen(how) {
    for (const name of POINTS) document[how](name, point);
    for (const name of ENDS) document[how](name, end);
  }

  if (main) listen("addEventListener");
})((globalThis.Intertitle = globalThis.Intertitle || {}));
