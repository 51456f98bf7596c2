import { beforeEach, expect, it, vi } from "vitest";
import { keepHistory, keptText } from "./history-kept.ts";

const of = (text: string, version = text) => keptText({ text, version });
const without = (text: string) => ({ text, past: [], future: [] });
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

it("gives back the steps of the text that they were kept with, and of no other", () => {
  keepHistory({ text: "a", version: "a", past: ["1", "2"], future: ["3"] });
  expect(of("a")).toEqual({ text: "a", past: ["1", "2"], future: ["3"] });
  expect(of("b")).toEqual(without("b"));
});

it("gives back a text that never reached the file, and not where the file is another one since", () => {
  keepHistory({ text: "edited", version: "v1", past: ["a"], future: [] });
  expect(of("a", "v1")).toEqual({ text: "edited", past: ["a"], future: [] });
  expect(of("c", "v3")).toEqual(without("c"));
});

it("keeps the newest steps where there is no room for all", () => {
  const long = "x".repeat(900_000);
  keepHistory({
    text: "a",
    version: "a",
    past: ["oldest", long, `${long}2`],
    future: ["next", "x".repeat(600_000)],
  });
  expect(of("a")).toEqual({ text: "a", past: ["oldest", long, `${long}2`], future: ["next"] });
  keepHistory({ text: "a", version: "a", past: ["oldest", long, long, long, "newest"], future: [] });
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
  keepHistory({ text: "a", version: "a", past: ["1"], future: [] });
  expect(of("a")).toEqual(without("a"));
});
