/**
 * Copies references and saves them as files, and gives each passage at the foot of a page a button that cites it: its
 * words where the page has them, its source, its paragraph, and where it stands here. It does something by being loaded.
 */
(function (Intertitle) {
  "use strict";

  /** Milliseconds that a button says that it has copied. */
  const SAYS = 2000;

  const folder = new URL(".", document.currentScript.src).href;
  const main = document.getElementById("main");
  if (!main) return;

  /** @type {Map<string, {reference: string, forms: [string, string, string][]}>} */
  const received = new Map();
  Intertitle.citing = {
    /** Called by the files themselves. */
    receive: (key, told) => received.set(key, told),
  };

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function button(label, act) {
    const made = element("button", "cite-button", label);
    made.type = "button";
    made.addEventListener("click", () => act(made));
    return made;
  }

  const live = element("p", "visually-hidden");
  live.setAttribute("role", "status");
  main.append(live);

  /** What a button did, on itself and for who listens. */
  function say(made, words) {
    const label = made.dataset.label ?? made.textContent;
    made.dataset.label = label;
    made.textContent = live.textContent = words;
    setTimeout(() => {
      made.textContent = label;
      live.textContent = "";
    }, SAYS);
  }

  /** A page from a disk, or from a host without HTTPS, may have no clipboard but the old one. */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = element("textarea", "visually-hidden", text);
      const before = document.activeElement;
      document.body.append(area);
      area.select();
      const isDone = document.execCommand("copy");
      area.remove();
      before?.focus({ preventScroll: true });
      return isDone;
    }
  }

  async function copy(made, text) {
    say(made, (await copied(text)) ? "Copied" : "Not copied: select the words");
  }

  function save(text, name) {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  /* References of this page. */

  /** Of a page whose site does not know its own address, with the one that it has here. */
  function withAddress(reference, text) {
    const isPage = reference.closest(".cite") === main.querySelector(".citing > .cite:last-of-type");
    return isPage && !/https?:/.test(text) ? text.replace(/\.$/, `, ${location.href.split("#")[0]}.`) : text;
  }

  for (const reference of main.querySelectorAll(".cite-reference")) {
    const act = (made) => copy(made, withAddress(reference, reference.textContent));
    reference.after(element("p", "cite-ways", button("Copy", act)));
  }
  for (const form of main.querySelectorAll(".cite-form pre")) {
    const text = `${form.textContent}\n`;
    const ways = [button("Copy", (made) => copy(made, text)), button("Save", () => save(text, form.dataset.file))];
    form.before(element("p", "cite-ways", ...ways));
  }

  /* Passages. */

  function load(key) {
    if (received.has(key)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const script = element("script");
      script.src = `${folder}${key}.js`;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  /** A text in which nothing is a command of TeX, as plugins/citing/bibtex.py writes it. */
  function inTex(text) {
    const written = { "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}" };
    return text.replace(/[&%$#_{}~^\\]/g, (sign) => written[sign] ?? `\\${sign}`);
  }

  /** How each form, by the ending of its files, says where in the source a passage stands. */
  const NOTED = {
    bib: (text, note) => text.replace(/\n\}$/, () => `,\n\tnote = {${inTex(note)}}\n}`),
    ris: (text, note) => text.replace(/\nER {2}-/, (end) => `\nN1  - ${note}${end}`),
    json: (text, note) => JSON.stringify(JSON.parse(text).map((item) => ({ ...item, note })), null, 1),
  };

  function passage(note) {
    const place = note.querySelector(".passage-place");
    const quote = note.querySelector("q")?.textContent;
    const here = `${location.href.split(/[?#]/)[0]}#${note.id}`;
    const where = `${place.textContent}, cited in ${document.title}: ${here}`;
    return { key: /([^/]+)\.html/.exec(place.href)?.[1], quote: quote ? `“${quote}” ` : "", where };
  }

  function panelOf({ quote, where }, { reference, forms }) {
    const text = `${quote}${reference.replace(/\.$/, "")}, ${where}`;
    const ways = [
      button("Copy", (made) => copy(made, text)),
      ...forms.map(([name, ending, form]) => button(name, (made) => copy(made, `${NOTED[ending](form, where)}\n`))),
    ];
    return [text, element("div", "cite-panel", element("p", "", text), element("p", "cite-ways", ...ways))];
  }

  /** The passage that is cited below its list, and the button that did it. */
  let open = null;

  function close() {
    open?.panel.remove();
    open?.made.setAttribute("aria-expanded", "false");
    open = null;
  }

  async function cite(made, note) {
    const isOpen = open?.made === made;
    close();
    if (isOpen) return;
    const told = passage(note);
    try {
      await load(told.key);
      const [text, panel] = panelOf(told, received.get(told.key));
      close();
      note.parentElement.after(panel);
      made.setAttribute("aria-expanded", "true");
      open = { made, panel };
      await copy(made, text);
    } catch {
      say(made, "The reference could not be loaded");
    }
  }

  for (const note of main.querySelectorAll(".passage-list > li")) {
    const made = button("cite", () => cite(made, note));
    made.setAttribute("aria-expanded", "false");
    made.setAttribute("aria-describedby", note.id);
    note.append(" ", made);
  }
})((globalThis.Intertitle = globalThis.Intertitle || {}));
