/**
 * Listens for news of the site that is served: loads the page again when there is a newer one, and shows what is
 * wrong with the content for as long as the last good site stays. Only `invoke serve` puts it into pages.
 */
(function () {
  "use strict";

  let site = null;
  let panel = null;

  function element(name, text, ...children) {
    const made = document.createElement(name);
    made.textContent = text;
    made.append(...children);
    return made;
  }

  /** Each fault as its place, its code and what it says; a line of another form as it is. */
  function fault(line) {
    const found = /^(\S+:\d+:\d+): ([A-Z-]+) (.*)$/.exec(line);
    if (!found) return element("li", line);
    return element("li", "", element("code", found[1]), " ", element("b", found[2]), " ", found[3]);
  }

  function show(faults) {
    panel?.remove();
    panel = null;
    if (!faults.length) return;
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/-/faults.css" });
    panel = element("aside", "", style, element("h2", "This page is the last good one"));
    panel.className = "served-faults";
    panel.setAttribute("role", "status");
    const list = element("ol", "");
    list.append(...faults.map(fault));
    panel.append(list);
    document.body.prepend(panel);
  }

  new EventSource("/-/news").onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (site !== null && news.site !== site) location.reload();
    site = news.site;
    show(news.faults);
  };
})();
