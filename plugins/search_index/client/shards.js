/**
 * Brings the files of the index. Each is a script that calls `Intertitle.shards.receive`, loaded by a
 * script element: this works from `file://`, where `fetch` and modules do not.
 *
 * Adds `Intertitle.ShardError`, `Intertitle.makeShards` and, for this page, `Intertitle.shards`.
 */
/** @typedef {Object<string, any>} Manifest  docs/index-format.md says what it and each family of shards hold */
/** @typedef {{receive: (name: string, value: Object<string, any>) => void, manifest: () => Promise<Manifest>,
 *             shard: (name: string, open: (value: any) => any) => Promise<any>}} Shards */

(function (Intertitle) {
  "use strict";

  const FORMAT = "intertitle-search";
  const VERSION = 2;

  /** Seconds to wait for one file; a slow telephone needs about ten for the largest. */
  const PATIENCE = 30;

  /** What each reason means to a reader, and what to do about it. */
  const REASONS = {
    missing: "A file of the search index could not be loaded. If you are offline, try again later.",
    damaged: "A file of the search index is damaged or incomplete. Reload the page to try again.",
    version: "The search index was made for another version of this page. Reload the page.",
    mixed: "The search index changed while you were reading. Reload the page to go on.",
    slow: "A file of the search index did not arrive in time. Try again.",
  };

  /** A shard that cannot be used. `reason` is a key of REASONS; `shard` is the file's name without `.js`. */
  class ShardError extends Error {
    constructor(reason, shard) {
      super(REASONS[reason]);
      this.name = "ShardError";
      this.reason = reason;
      this.shard = shard;
    }
  }

  /**
   * The shards of one index, each loaded once, when it is first asked for. One that could not be
   * loaded is asked for again the next time.
   * @param {(name: string, build: string) => Promise<void>} bring runs the script of a shard
   * @returns {Shards}
   */
  function makeShards(bring) {
    /** @type {Map<string, Shard>} */
    const received = new Map();
    /** @type {Map<string, Promise<any>>} */
    const loading = new Map();

    /** Called by the files themselves. */
    function receive(name, value) {
      received.set(name, value);
    }

    function once(name, load) {
      const before = loading.get(name);
      if (before) return before;
      const promise = load().catch((fault) => {
        loading.delete(name);
        received.delete(name);
        throw fault;
      });
      loading.set(name, promise);
      return promise;
    }

    async function brought(name, build) {
      // A page may bring the manifest by itself, beside this script instead of after it.
      if (!received.has(name)) await bring(name, build);
      const value = received.get(name);
      if (value === undefined) throw new ShardError("damaged", name);
      return value;
    }

    /**
     * The manifest, checked: it is of this format and of the version that this script reads.
     * @returns {Promise<Manifest>}
     */
    function manifest() {
      return once("manifest", async () => {
        const value = await brought("manifest", "");
        if (value.format !== FORMAT || value.version !== VERSION) throw new ShardError("version", "manifest");
        return value;
      });
    }

    /**
     * One shard by name, of the same build as the manifest, as `open` makes it ready; the same each time.
     * @param {string} name
     * @param {(value: Object<string, any>) => any} open fails if the shard does not hold what it should
     */
    function shard(name, open) {
      return once(name, async () => {
        const { build } = await manifest();
        const value = await brought(name, build);
        if (value.build !== build) throw new ShardError("mixed", name);
        received.delete(name);
        try {
          return open(value);
        } catch {
          throw new ShardError("damaged", name);
        }
      });
    }

    return { receive, manifest, shard };
  }

  /**
   * Runs the script of a shard in this page.
   * @param {string} folder address of the folder, with a slash at the end
   */
  function bringByScript(folder) {
    return (name, build) =>
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const patience = setTimeout(() => settle(() => reject(new ShardError("slow", name))), PATIENCE * 1000);
        const settle = (act) => {
          clearTimeout(patience);
          script.remove();
          act();
        };
        script.addEventListener("load", () => settle(resolve));
        script.addEventListener("error", () => settle(() => reject(new ShardError("missing", name))));
        // The build in the address keeps an old copy in a cache from being taken for the new one.
        script.src = `${folder}${name}.js${build ? `?${build}` : ""}`;
        document.head.append(script);
      });
  }

  /** The site's root as this script's own address tells it: it stands in search/. */
  function rootOf(script) {
    return new URL("../", script.src).href;
  }

  Intertitle.ShardError = ShardError;
  Intertitle.makeShards = makeShards;
  if (typeof document !== "undefined" && document.currentScript) {
    Intertitle.root = rootOf(document.currentScript);
    Intertitle.shards = makeShards(bringByScript(`${Intertitle.root}search/`));
  }
})((globalThis.Intertitle = globalThis.Intertitle || {}));
