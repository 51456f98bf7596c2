import { type AnyMethod, invoke, labels, localContext, makeTable, numbers } from "@conurb/core/contract";
import peers from "@conurb/core/hierarchy/peers";
import { expect, it } from "vitest";
import { peerRows } from "./peer-rows.ts";

it("says of every peer by how much it lies above, by indicator, and nothing of what one of the two has no figure for", async () => {
  const data = makeTable(
    "data",
    ["place"],
    [
      labels("place", ["a", "b", "c"]),
      numbers("x", "1", [1, 2, 9]),
      numbers("y", "1", [5, 4, 9]),
      numbers("z", "1", [1, Number.NaN, 2]),
    ],
    { roles: { place: "place", indicators: ["x", "y", "z"] } },
  );
  const method = peers as AnyMethod;
  const call = { inputs: { data }, roles: {}, options: {} };
  const rows = peerRows(await invoke(method, call, localContext(method, 1)), "a", undefined);
  expect(rows.map(({ peer }) => peer)).toEqual(["b", "c"]);
  const [b, c] = rows.map(({ differences }) => differences);
  expect(Object.keys(b ?? {})).toEqual(["x", "y"]);
  expect(b?.x).toBeGreaterThan(0); // b has more of x than a, and less of y
  expect(b?.y).toBeLessThan(0);
  expect(Object.keys(c ?? {})).toEqual(["x", "y", "z"]);
});
