/** A thread beside the page, named by what it does; all of them are one file, which shares what it loads with the page. */
export const openThread = (name: "method" | "lab" | "site"): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name });
