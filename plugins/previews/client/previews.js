/**
 * Previews: what a link leads to, shown beside it while the pointer rests on it or the keyboard is at it, and at the
 * foot of the window when a finger is held on it. The number of a passage shows the passage. `start.js` brings it.
 *
 * A preview that floats is a description of its link (role `tooltip`, WCAG 1.4.13): Escape takes it away, the pointer
 * may move onto it, and it stays as long as it is looked at. The one for fingers is a dialog with a link of its own.
 */
(function (Intertitle) {
  "use strict";

  /** @typedef {{kind: string, name: string, line: string, told: string, lang: string, isWork: boolean}} Preview */

  /** How many files there are; the build puts the number here. */
  const COUNT = SHARDS;

  /** Milliseconds that a pointer rests on a link, and that a finger is held, before anything is shown. */
  const RESTS = 350;
  const HELD = 450;

  /** Milliseconds in which a pointer gets from a link to its preview. */
  const LEAVES = 200;

  /** Pixels that a finger may move and still be held. */
  const STILL = 10;

  /** Where the line of a preview already stands beside the link, or the link is no way on. */
  const PLAIN =
    "h1, h2, :is(h3, h4):not(.timeline-short *), .entry-name, .way-name, .preview, .neighbours, .paragraph-number";

  /** FNV-1a of an address, as plugins/previews/files.py spreads pages over files. */
  function shardOf(address, count) {
    let value = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(address)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
    return value % count;
  }

  /** @type {Map<number, Object<string, any[]>>} */
  const received = new Map();

  Intertitle.previews = {
    shardOf,
    /** Called by the files themselves. */
    receive: (number, rows) => received.set(number, rows),
    /** Called with the event for which this script was brought. */
    begin: (event) => ({ pointerover: rest, focusin: stop, pointerdown: press })[event.type](event),
  };

  const main = typeof document === "undefined" ? null : document.getElementById("main");
  if (!main) return;
  const root = new URL("../", document.currentScript.src).href;

  /** @type {Map<string, Promise<any>>} */
  const asked = new Map();

  function loaded(made) {
    return new Promise((resolve, reject) => {
      made.addEventListener("load", resolve);
      made.addEventListener("error", reject);
      document.head.append(made);
    });
  }

  /** Once; what could not be brought is asked for again the next time. */
  function once(name, bring) {
    const before = asked.get(name);
    if (before) return before;
    const promise = bring();
    asked.set(name, promise);
    promise.catch(() => asked.delete(name));
    return promise;
  }

  function style() {
    const made = element("link");
    made.rel = "stylesheet";
    made.href = `${root}theme/css/previews.css`;
    return loaded(made).catch(() => {});
  }

  function shard(number) {
    const made = element("script");
    made.src = `${root}previews/${number}.js`;
    return loaded(made);
  }

  /** @returns {Promise<Preview | null>} null for a page of which nothing is known */
  async function previewOf(address) {
    const number = shardOf(address, COUNT);
    await once(String(number), () => shard(number));
    const row = received.get(number)?.[address];
    if (!row) return null;
    const [kind = "", name = "", line = "", told = "", lang = "", isWork = 0] = row;
    return { kind, name, line, told, lang, isWork: isWork === 1 };
  }

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children.filter((child) => child !== ""));
    return made;
  }

  /** The paragraph of a text that a link leads to, in words; empty for a page as a whole. */
  function placeOf(hash) {
    const match = /^#p(\d+)$/.exec(hash);
    return match ? `Paragraph ${match[1]}` : "";
  }

  function name(preview) {
    const made = element(preview.isWork ? "cite" : "span", "", preview.name);
    if (preview.lang) made.lang = preview.lang;
    return made;
  }

  /** What is shown of a page. */
  function card(preview, hash) {
    const kicker = [preview.kind, placeOf(hash)].filter(Boolean).join(" · ");
    return [
      kicker === "" ? "" : element("p", "preview-kind", kicker),
      element("p", "preview-name", name(preview)),
      preview.line === "" ? "" : element("p", "preview-line", preview.line),
      preview.told === "" ? "" : element("p", "preview-told", preview.told),
    ];
  }

  /** What is shown of a passage: its words where the page has them, and where it stands. */
  function passage(note) {
    const source = note.closest("section")?.querySelector("h3");
    const quote = note.querySelector("q");
    const place = note.querySelector(".passage-place");
    const withheld = note.closest("section")?.querySelector(".withheld");
    return [
      element("p", "preview-kind", `Passage ${note.id.replace("note-", "")} · ${place?.textContent ?? ""}`),
      source ? element("p", "preview-source", source.textContent) : "",
      quote ? element("blockquote", "preview-quote", quote.textContent) : "",
      !quote && withheld ? element("p", "preview-told", withheld.textContent) : "",
    ];
  }

  /** What a link shows, or null where it shows nothing. */
  async function contentOf(link) {
    if (link.classList.contains("note-marker")) {
      const note = document.getElementById(`note-${/\d+/.exec(link.textContent)?.[0]}`);
      return note ? passage(note) : null;
    }
    const url = new URL(link.href);
    const preview = await previewOf(addressOf(url));
    return preview ? card(preview, url.hash) : null;
  }

  function addressOf(url) {
    return decodeURI(`${url.origin === "null" ? "file://" : url.origin}${url.pathname}`.slice(root.length));
  }

  /** Whether a link leads to another page of the site, or to a passage, and does not stand beside what it would show. */
  function hasPreview(link) {
    if (link.classList.contains("note-marker")) return true;
    if (link.closest(PLAIN) || !link.href.startsWith(root)) return false;
    const url = new URL(link.href);
    return url.pathname !== location.pathname && url.pathname.endsWith(".html");
  }

  function linkAt(target) {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    // A link of a drawing is an element of SVG, and leads to a place of its own page.
    const isOfPage = link instanceof HTMLAnchorElement && main.contains(link);
    return isOfPage && hasPreview(link) ? link : null;
  }

  /* What is shown: one preview at most, for one link. */

  let shown = null;
  let link = null;
  let timer = 0;

  function wait(milliseconds, act) {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  }

  function close() {
    clearTimeout(timer);
    const hadFocus = shown?.contains(document.activeElement);
    shown?.remove();
    link?.removeAttribute("aria-describedby");
    if (hadFocus) link?.focus({ preventScroll: true });
    shown = link = null;
  }

  /** Makes a preview of another link ready, and calls `place` when it is there and still wanted. */
  function open(other, place) {
    close();
    link = other;
    // The style is brought with the first preview: a page on which nobody looks at any needs none.
    Promise.all([contentOf(other), once("style", style)]).then(
      ([content]) => {
        if (link === other && content) place(content);
      },
      () => {
        // What cannot be loaded is not shown: the link leads to the page all the same.
      },
    );
  }

  function float(content, at) {
    shown = element("div", "preview", ...content);
    shown.id = "preview";
    shown.setAttribute("role", "tooltip");
    main.append(shown);
    link.setAttribute("aria-describedby", "preview");
    beside(shown, boxOf(link, at));
    shown.addEventListener("pointerenter", () => clearTimeout(timer));
    shown.addEventListener("pointerleave", () => wait(LEAVES, close));
  }

  /** Of a link that goes over two lines, the line that the pointer is on. */
  function boxOf(link, at) {
    const boxes = Array.from(link.getClientRects());
    return boxes.find((box) => at && box.top <= at.y && at.y <= box.bottom) ?? boxes[0] ?? link.getBoundingClientRect();
  }

  /** Below a box, or above where there is more room; within the window. */
  function beside(preview, box) {
    const { offsetWidth: width, offsetHeight: height } = preview;
    const room = document.documentElement;
    const left = Math.max(8, Math.min(box.left, room.clientWidth - width - 8));
    const below = box.bottom + height + 16 <= room.clientHeight || box.top < height + 16;
    preview.style.left = `${left + scrollX}px`;
    preview.style.top = `${(below ? box.bottom + 6 : box.top - height - 6) + scrollY}px`;
  }

  function sheet(content) {
    const go = element("a", "preview-go", link.classList.contains("note-marker") ? "Go to the passage" : "Open the page");
    go.href = link.href;
    const away = element("button", "preview-close", "Close");
    away.type = "button";
    away.addEventListener("click", close);
    go.addEventListener("click", () => setTimeout(close));
    shown = element("div", "preview preview-sheet", ...content, element("p", "preview-ways", go, away));
    shown.setAttribute("role", "dialog");
    shown.setAttribute("aria-label", "Preview");
    main.append(shown);
    go.focus({ preventScroll: true });
  }

  /* A pointer. */

  function rest(event) {
    if (event.pointerType !== "mouse") return;
    const other = linkAt(event.target);
    if (!other || other === link) return;
    const at = { y: event.clientY };
    wait(RESTS, () => open(other, (content) => float(content, at)));
  }

  document.addEventListener("pointerover", rest);

  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "mouse" || !linkAt(event.target)) return;
    if (shown) wait(LEAVES, close);
    else clearTimeout(timer);
  });

  /* The keyboard. */

  function stop(event) {
    const other = linkAt(event.target);
    if (other && other !== link && other.matches(":focus-visible")) wait(RESTS, () => open(other, float));
  }

  document.addEventListener("focusin", stop);

  document.addEventListener("focusout", (event) => {
    if (shown && !shown.contains(event.target) && !shown.classList.contains("preview-sheet")) close();
    else if (!shown) clearTimeout(timer);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.preventDefault();
    close();
  });

  /* A finger: what it is held on is shown, and neither followed nor given a menu. Lifted, it may be over the sheet
     that has come: it presses nothing there. */

  let start = null;

  function press(event) {
    if (shown && !shown.contains(event.target)) close();
    const other = event.pointerType === "mouse" ? null : linkAt(event.target);
    start = other && { x: event.clientX, y: event.clientY, isHeld: false };
    if (!other) return;
    wait(HELD, () => {
      if (start) start.isHeld = true;
      open(other, sheet);
    });
  }

  document.addEventListener("pointerdown", press);

  document.addEventListener("pointermove", (event) => {
    if (!start || start.isHeld || event.pointerType === "mouse") return;
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL) clearTimeout(timer);
  });

  for (const ended of ["pointerup", "pointercancel"]) {
    document.addEventListener(ended, () => {
      if (start && !start.isHeld) clearTimeout(timer);
    });
  }

  for (const follows of ["contextmenu", "mousedown", "click"]) {
    document.addEventListener(
      follows,
      (event) => {
        if (!start?.isHeld) return;
        event.preventDefault();
        event.stopPropagation();
        if (follows === "click") start = null;
      },
      true,
    );
  }
})((globalThis.Intertitle = globalThis.Intertitle || {}));
