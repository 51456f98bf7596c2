import { describe, expect, it } from "vitest";
import { z } from "zod";
import { InputError, NumericalError } from "./errors.ts";
import { invoke } from "./invoke.ts";
import { localContext } from "./local-context.ts";
import { defineMethod } from "./method.ts";
import { label, number, table } from "./readings.ts";
import { labels, makeTable, numbers } from "./table.ts";

/** Reciprocals: of 0 they are infinite. */
const reciprocal = defineMethod({
  id: "test/reciprocal",
  version: 1,
  title: { en: "Reciprocal", zh: "倒数" },
  question: { en: "What is one over it?", zh: "倒数是多少？" },
  formula: "1 / x",
  cites: [],
  conventions: {},
  inputs: { data: table({ place: label.one, value: number.one }) },
  options: z.strictObject({ last: z.boolean().default(false) }),
  gaps: "drop",
  cost: "live",
  example: () => ({ inputs: {} }),
  worked: { inputs: {}, gives: {}, source: { en: "none", zh: "无" } },
  run: ({ data }, { last }) => {
    const values = data.value.map((each) => 1 / each);
    return { n: data.n, convention: {}, values, ...(last ? { last: values.at(-1) as number } : {}) };
  },
  scalars: { last: { title: { en: "last", zh: "末项" }, unit: "1" } },
  tables: ({ values }, { data }) => [
    makeTable("values", ["place"], [labels("place", data.place), numbers("value", "1", values)]),
  ],
  views: [],
});

const run = (values: readonly number[], options = {}, more = {}) => {
  const place = labels("place", ["a", "b"]);
  const data = makeTable("data", ["place"], [place, numbers("value", "1", values)]);
  return invoke(reciprocal, { inputs: { data, ...more }, options }, localContext(reciprocal, 1));
};

describe("a result", () => {
  it("has finite numbers and gaps", async () => {
    const { scalars } = await run([1, 2], { last: true });
    expect(scalars).toEqual({ last: 0.5 });
  });

  it.each([0, -0])("is refused with an infinite cell, by its table, column and row: 1 / %d", async (zero) => {
    const refused = run([1, zero]);
    await expect(refused).rejects.toThrow(NumericalError);
    await expect(refused).rejects.toMatchObject({
      code: "undefined",
      text: {
        en: "test/reciprocal: value of b in table values has no finite value",
        zh: "test/reciprocal：表 values 中 b 的 value 没有有限值",
      },
    });
  });

  it("is refused with an infinite scalar", async () => {
    await expect(run([1, 0], { last: true })).rejects.toMatchObject({
      code: "undefined",
      text: { en: "test/reciprocal: last has no finite value", zh: "test/reciprocal：last 没有有限值" },
    });
  });
});

it.each(["constructor", "toString"])("no input is called %s, which every object has", async (input) => {
  const refused = run([1, 2], {}, { [input]: 1 });
  await expect(refused).rejects.toThrow(InputError);
  await expect(refused).rejects.toMatchObject({ code: "input-unknown" });
});
