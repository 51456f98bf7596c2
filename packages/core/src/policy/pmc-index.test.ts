import { describe, expect, it } from "vitest";
import { oracleJson } from "../../test/atlas-compositions.ts";
import { shippedRegister } from "../../test/shipped-register.ts";
import method, { pmcIndex } from "./pmc-index.ts";

const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const two = { policy: ["b", "a"], items: [column("x", 1, 0), column("y", 1, 1), column("z", 0, 1)] };
const variables = { first: ["x", "y"], second: ["z"] };

describe("by hand", () => {
  it("a: 1/2 + 1 = 3/2; b: 1 + 0 = 1", () => {
    const { policies, mean } = pmcIndex(two, { variables });
    expect(policies.map(({ policy, pmc, share }) => [policy, pmc, share])).toEqual([
      ["a", 1.5, 0.75],
      ["b", 1, 0.5],
    ]);
    expect(mean).toBe(1.25);
  });

  it("gives no grade unless bounds are declared, and those at least", () => {
    expect(pmcIndex(two, { variables }).policies.map(({ grade }) => grade)).toEqual([null, null]);
    const graded = pmcIndex(two, { variables, grades: { good: 1.5, fair: 1.25 } });
    expect(graded.policies.map(({ grade }) => grade)).toEqual(["good", null]);
  });

  it("has a surface of nine variables, and none of others", () => {
    const names = Array.from({ length: 9 }, (_, at) => `x${at}`);
    const nine = { policy: ["a"], items: names.map((name, at) => column(name, at % 2)) };
    const surfaceOf = (input: typeof nine, by: Record<string, string[]>) => {
      const reading = {
        ...input,
        n: 1,
        units: {},
        titles: {},
        title_en: undefined,
        title_zh: undefined,
        mechanism: undefined,
      };
      const result = pmcIndex(input, { variables: by });
      return method
        .tables(result, { data: reading }, { variables: by, items: "binary" })
        .find(({ name }) => name === "surface");
    };
    const surface = surfaceOf(nine, Object.fromEntries(names.map((name) => [name, [name]])));
    expect(surface?.rows).toBe(9);
    expect(surface?.columns.find(({ name }) => name === "row")?.values).toEqual(
      Float64Array.of(1, 1, 1, 2, 2, 2, 3, 3, 3),
    );
    expect(surfaceOf(nine, { one: names })?.rows).toBe(0);
  });
});

it("drops and names a policy that is not judged on every item", () => {
  const { n, dropped } = pmcIndex(
    { ...two, items: [column("x", Number.NaN, 0), ...two.items.slice(1)] },
    { variables },
  );
  expect(n).toBe(1);
  expect(dropped?.[0]).toEqual({ input: "data", row: "b", reason: { en: "x is not judged", zh: "x 未评判" } });
});

describe("refuses", () => {
  it("what is neither 0 nor 1, unless shares are admitted", () => {
    const half = { ...two, items: [column("x", 0.5, 0), ...two.items.slice(1)] };
    expect(() => pmcIndex(half, { variables })).toThrow("pmc-index: x of b is 0.5, expected 0 or 1");
    expect(pmcIndex(half, { variables, items: "fraction" }).policies[1]?.pmc).toBe(0.75);
    const more = { ...two, items: [column("x", 2, 0), ...two.items.slice(1)] };
    expect(() => pmcIndex(more, { variables, items: "fraction" })).toThrow("pmc-index: x of b is 2, expected 0 to 1");
  });
  it("an item that is no column", () => {
    expect(() => pmcIndex(two, { variables: { first: ["w"] } })).toThrow(
      "pmc-index: variable first has an item w, but the columns are x, y, z",
    );
  });
  it("a policy that stands twice", () => {
    expect(() => pmcIndex({ ...two, policy: ["a", "a"] }, { variables })).toThrow(
      "pmc-index: a stands twice, expected once",
    );
  });

  it("no variables, an item twice in one of them, and a mechanism that is none", () => {
    expect(() => pmcIndex(two, { variables: {} })).toThrow("pmc-index: variables names none, expected at least one");
    const name = two.items[0]?.name as string;
    expect(() => pmcIndex(two, { variables: { v: [name, name] } })).toThrow(
      `pmc-index: variable v has the item ${name} twice, expected once`,
    );
    expect(() => pmcIndex({ ...two, mechanism: ["markt", ""] }, { variables: { v: [name] } })).toThrow(
      "coordination mechanism of b is markt, expected one of",
    );
  });
  it("a register that nobody has judged", () => {
    const none = { policy: ["a"], items: [column("x", Number.NaN)] };
    expect(() => pmcIndex(none, { variables: { first: ["x"] } })).toThrow(
      "pmc-index: none of 1 policies is judged on every item",
    );
  });
});

it("agrees with R on the shipped register, items being what its columns answer", () => {
  const digits = 14; // R writes 15
  const r = oracleJson<{
    pmc: Record<string, number>;
    variables: Record<string, number>;
    mean: number;
    led: Record<string, number>;
  }>("policy-pmc-index");
  const { rows, entry, mechanism } = shippedRegister();
  const item = (name: string, test: (row: Record<string, string>) => boolean) =>
    column(name, ...rows.map((row) => Number(test(row))));
  const found = pmcIndex(
    {
      policy: entry,
      mechanism,
      items: [
        item("dated", ({ date }) => date !== ""),
        item("named", ({ title_zh }) => title_zh !== ""),
        item("central", ({ issuer_level }) => issuer_level === "central"),
        item("ranked", ({ rung }) => rung !== ""),
        item("noted", ({ note }) => note !== ""),
        item("plan", ({ level }) => level === "strategic-plan"),
      ],
    },
    { variables: { form: ["dated", "named", "noted"], standing: ["central", "plan"], rung: ["ranked"] } },
  );
  expect(found.policies.length).toBe(82);
  for (const { policy, pmc } of found.policies) expect(pmc, policy).toBeCloseTo(r.pmc[policy] as number, digits);
  for (const { variable, mean } of found.variables)
    expect(mean, variable).toBeCloseTo(r.variables[variable] as number, digits);
  for (const { led, mean } of found.led) expect(mean, led).toBeCloseTo(r.led[led] as number, digits);
  expect(found.mean).toBeCloseTo(r.mean, digits);
});
