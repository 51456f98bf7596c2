import { expect, it } from "vitest";
import { keptInputs } from "./kept-inputs.ts";

it("keeps tables by their names, those with chosen columns with them, and records whole", () => {
  const data = { data: "cities", weights: "jobs", recipe: "yaml:{ weigh: { method: equal }, list: [1, 2] }" };
  expect(keptInputs({ data, roles: { weights: { value: "F" } } })).toEqual({
    data: "cities",
    weights: { from: "jobs", roles: { value: "F" } },
    recipe: { weigh: { method: "equal" }, list: [1, 2] },
  });
});

it("keeps nothing where a record cannot be read: an analysis without it would be another one", () => {
  expect(keptInputs({ data: { data: "cities", recipe: "yaml:{ a: [" }, roles: {} })).toBeUndefined();
});
