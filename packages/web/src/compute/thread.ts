import type { Text } from "@conurb/core/language";

/** A thread beside the page, named by what it does; all of them are one file, which shares what it loads with the page. */
export const openThread = (name: "method" | "lab" | "site"): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name });

/** What a thread says as it breaks; one whose file did not come says nothing by itself. */
export const brokenBy = ({ message }: Partial<ErrorEvent>): Text =>
  message ? { en: message, zh: message } : { en: "a file of the program did not come", zh: "程序文件未能加载" };
