import { expect, it } from "vitest";
import { askedFrom } from "./asked-from.ts";

it("reads what the page writes, and takes what is left out for nothing", () => {
  const asked = { as: "top", data: { data: "jobs" }, roles: { data: { indicators: ["a", "b"] } }, options: { k: 1 } };
  expect(askedFrom(JSON.stringify(asked))).toEqual(asked);
  expect(askedFrom("{}")).toEqual({ as: undefined, data: {}, roles: {}, options: {} });
});

it.each([
  "{",
  "null",
  '{"as":1}',
  '{"data":null}',
  '{"data":{"data":1}}',
  '{"roles":null}',
  '{"roles":{"data":null}}',
  '{"roles":{"data":{"place":[1]}}}',
  '{"options":null}',
  '{"options":[1]}',
])("asks for nothing by %s", (text) => expect(askedFrom(text)).toBeUndefined());
