import type { SheetValue } from "./sheet.ts";

const signs = /^\s*(?:[〃〞″"“”]|['’′]{2}|同上|ditto|do\.)\s*$/i;

/** 〃, 同上: what stands above holds here too. */
export const isDitto = (value: SheetValue | undefined): boolean =>
  typeof value === "string" && value.length < 12 && signs.test(value);
