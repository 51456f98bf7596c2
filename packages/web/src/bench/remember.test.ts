import { afterEach, expect, it, vi } from "vitest";
import { remember, remembered } from "./remember.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("keeps a value, and forgets what has no room", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > 3) throw new Error("full");
      kept.set(key, value);
    },
    removeItem: (key: string) => kept.delete(key),
  });
  remember("localStorage", "a", "one");
  expect(remembered("localStorage", "a")).toBe("one");
  remember("localStorage", "a", "longer");
  expect(remembered("localStorage", "a")).toBeUndefined();
});

it("stands in a browser that forbids pages to keep anything", () => {
  const forbidden = vi.fn(() => {
    throw new DOMException("denied", "SecurityError");
  });
  vi.stubGlobal("sessionStorage", { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
  remember("sessionStorage", "a", "one");
  expect(remembered("sessionStorage", "a")).toBeUndefined();
  expect(forbidden).toHaveBeenCalledTimes(3);
});
