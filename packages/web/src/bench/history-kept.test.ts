import { beforeEach, expect, it, vi } from "vitest";
import { keepHistory, keptHistory } from "./history-kept.ts";

const none = { past: [], future: [] };
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

it("gives back the steps of the text that they were kept with, and of no other", () => {
  keepHistory({ text: "a", past: ["1", "2"], future: ["3"] });
  expect(keptHistory("a")).toEqual({ past: ["1", "2"], future: ["3"] });
  expect(keptHistory("b")).toEqual(none);
});

it("keeps the newest steps where there is no room for all", () => {
  const long = "x".repeat(900_000);
  keepHistory({ text: "a", past: ["oldest", long, `${long}2`], future: ["next", "x".repeat(600_000)] });
  expect(keptHistory("a")).toEqual({ past: ["oldest", long, `${long}2`], future: ["next"] });
  keepHistory({ text: "a", past: ["oldest", long, long, long, "newest"], future: [] });
  expect(keptHistory("a").past).toEqual([long, long, "newest"]);
});

it("has none where the browser keeps nothing, or something else", () => {
  vi.stubGlobal("sessionStorage", {
    getItem: () => "{",
    setItem: () => {
      throw new Error("full");
    },
    removeItem: () => {},
  });
  keepHistory({ text: "a", past: ["1"], future: [] });
  expect(keptHistory("a")).toEqual(none);
});
