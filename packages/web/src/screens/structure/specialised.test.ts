import { invoke, labels, localContext, makeTable, numbers } from "@conurb/core/contract";
import locationQuotient from "@conurb/core/structure/location-quotient";
import { drawFigure, resultContext } from "@conurb/figures";
import { expect, it } from "vitest";

const names = { places: {}, groups: {}, labels: {} };

it("lists places as the atlas does, whatever the quotients of the first industry", async () => {
  const values = [1, 9, 5, 5, 9, 1]; // b and c have more of the first industry than a
  const data = makeTable(
    "jobs",
    ["place", "industry"],
    [
      labels("place", ["a", "a", "b", "b", "c", "c"]),
      labels("industry", ["x", "y", "x", "y", "x", "y"]),
      numbers("value", "1", values),
    ],
  );
  const result = await invoke(locationQuotient, { inputs: { data } }, localContext(locationQuotient, 1));
  const [view] = locationQuotient.views;
  const { svg } = drawFigure(view as NonNullable<typeof view>, {
    ...resultContext(result, names),
    language: "en",
    theme: "light",
    width: 600,
    frame: "embedded",
  });
  expect([...svg.matchAll(/data-place="(\w)"/g)].map(([, place]) => place)).toEqual(["a", "b", "c"]);
});
