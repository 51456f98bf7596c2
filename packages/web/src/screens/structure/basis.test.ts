import { invoke, labels, localContext, makeTable, numbers } from "@conurb/core/contract";
import similarity from "@conurb/core/structure/similarity";
import { expect, it } from "vitest";
import { mostAlike } from "./basis.ts";

/** Four places with two industries; in the first year a and b are alike, in the last c and d. */
async function likeness() {
  const places = ["a", "b", "c", "d"];
  const first = [1, 1, 5, 9];
  const last = [1, 3, 8, 9]; // of x, beside 1 of y
  const rows = [first, last].flatMap((of, year) =>
    of.flatMap(
      (x, at) =>
        [
          [2000 + year, places[at], "x", x],
          [2000 + year, places[at], "y", 1],
        ] as const,
    ),
  );
  const data = makeTable(
    "jobs",
    ["place", "industry", "year"],
    [
      labels(
        "place",
        rows.map(([, place]) => place as string),
      ),
      labels(
        "industry",
        rows.map(([, , industry]) => industry),
      ),
      numbers(
        "year",
        "year",
        rows.map(([year]) => year),
      ),
      numbers(
        "value",
        "person",
        rows.map(([, , , value]) => value as number),
      ),
    ],
  );
  return invoke(similarity, { inputs: { data } }, localContext(similarity, 1));
}

it("finds the pair that the headline speaks of", async () => {
  const result = await likeness();
  const told = result.findings.at(-1)?.values as { place: { place: string }; other: { place: string } };
  const pair = mostAlike(result, ["a", "b", "c", "d"]);
  expect(pair).toEqual([told.place.place, told.other.place]);
  expect(pair).toEqual(["c", "d"]);
});

it("finds it among some places, and of one of them, who comes first", async () => {
  const result = await likeness();
  expect(mostAlike(result, ["a", "b", "d"])).toEqual(["b", "d"]);
  expect(mostAlike(result, ["a", "b", "c", "d"], "a")).toEqual(["a", "b"]);
  expect(mostAlike(result, ["a", "b", "c", "d"], "d")).toEqual(["d", "c"]);
  expect(mostAlike(result, ["a"])).toBeUndefined();
  expect(mostAlike(undefined, ["a", "b"])).toBeUndefined();
});
