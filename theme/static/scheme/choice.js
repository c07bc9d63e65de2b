/**
 * Lets readers choose light or dark for themselves. The choice is kept in the browser and set on the root, where
 * `data-scheme` says which of the two colours of each `light-dark()` holds; where it is empty the device decides.
 *
 * It makes the control itself, in the footer, so that nothing stands there that does nothing without a script.
 */
(function () {
  "use strict";

  const KEY = "intertitle-scheme";
  const { dataset } = document.documentElement;
  const control = document.createElement("fieldset");
  control.className = "scheme";
  control.innerHTML =
    "<legend>Colours</legend>" +
    '<label><input type="radio" name="scheme" value="">As the device</label>' +
    '<label><input type="radio" name="scheme" value="light">Light</label>' +
    '<label><input type="radio" name="scheme" value="dark">Dark</label>';

  /** Where a browser keeps nothing, reading and writing are both refused, and a choice holds for its page. */
  function follow() {
    try {
      dataset.scheme = localStorage.getItem(KEY) ?? "";
    } catch {}
    for (const radio of control.querySelectorAll("input")) radio.checked = radio.value === dataset.scheme;
  }

  control.addEventListener("change", ({ target }) => {
    dataset.scheme = target.value;
    try {
      localStorage.setItem(KEY, target.value);
    } catch {}
  });

  dataset.scheme = "";
  follow();
  // It comes when it can, so before the footer or after it.
  const add = () => document.querySelector(".site-footer")?.append(control);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", add);
  else add();
  // Another page may have been told since: in another tab, or before somebody came back to this one.
  addEventListener("storage", follow);
  addEventListener("pageshow", follow);
})();
