import { beforeEach, expect, it, vi } from "vitest";
import { keepHistory, keptText } from "./history-kept.ts";

const file = "study.yaml";
const of = (text: string) => keptText({ file, text, version: text });
/** A text that stands in the file; its version is called as it is. */
const filed = (text: string) => ({ file, text, version: text, filed: text });
const without = (text: string) => ({ ...filed(text), past: [], future: [] });
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

it("gives back the steps of the text that they were kept with, and of no other", () => {
  keepHistory({ ...filed("a"), past: ["1", "2"], future: ["3"] });
  expect(of("a")).toEqual({ ...filed("a"), past: ["1", "2"], future: ["3"] });
  expect(of("b")).toEqual(without("b"));
});

it("gives back a text that never reached the file with what it was made of, whatever the file is since, and to no other file", () => {
  const edited = { ...filed("a"), text: "edited", past: ["a"], future: [] };
  keepHistory(edited);
  for (const now of ["a", "c"]) expect(of(now), now).toEqual(edited);
  expect(keptText({ file: "other.yaml", text: "c", version: "c" })).toMatchObject({ text: "c", filed: "c", past: [] });
});

it("keeps the newest steps where there is no room for all", () => {
  const long = "x".repeat(900_000);
  keepHistory({
    ...filed("a"),
    past: ["oldest", long, `${long}2`],
    future: ["next", "x".repeat(600_000)],
  });
  expect(of("a")).toEqual({ ...filed("a"), past: ["oldest", long, `${long}2`], future: ["next"] });
  keepHistory({ ...filed("a"), past: ["oldest", long, long, long, "newest"], future: [] });
  expect(of("a").past).toEqual([long, long, "newest"]);
});

it("has none where the browser keeps nothing, or something else", () => {
  vi.stubGlobal("sessionStorage", {
    getItem: () => "{",
    setItem: () => {
      throw new Error("full");
    },
    removeItem: () => {
      throw new Error("closed");
    },
  });
  keepHistory({ ...filed("a"), past: ["1"], future: [] });
  expect(of("a")).toEqual(without("a"));
});
