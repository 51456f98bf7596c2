import { expect, it } from "vitest";
import { KeptResults } from "./kept-results.ts";

const room = 10;
const keys = (kept: KeptResults) => [...kept.all.keys()];
const filled = (...lengths: readonly number[]) => {
  const kept = new KeptResults(room);
  for (const [at, length] of lengths.entries()) kept.put(String(at), "x".repeat(length));
  return kept;
};

it("keeps the newest results that have room, and those that are shown however old they are", () => {
  const kept = filled(4, 4, 4, 4);
  kept.trim(new Set(["0"]));
  expect(keys(kept)).toEqual(["0", "2", "3"]);
});

it("takes a result that is given again for a new one", () => {
  const kept = filled(4, 4, 4);
  kept.put("0", "same");
  kept.trim(new Set());
  expect(keys(kept)).toEqual(["2", "0"]);
});

it("drops nothing while a run gives its results", () => {
  expect(keys(filled(9, 9, 9))).toEqual(["0", "1", "2"]);
});

it("does not grow with the number of runs", () => {
  const kept = new KeptResults(room);
  for (let run = 0; run < 100; run += 1) {
    kept.put(`run ${run}`, "12345");
    kept.trim(new Set([`run ${run}`]));
  }
  expect(keys(kept)).toEqual(["run 98", "run 99"]);
});
