import { describe, expect, it } from "vitest";
import { figure, rows, sum } from "./atlas.ts";

// README: number of rows of each table.
it.each([
  ["metros", 32],
  ["employment", 672],
  ["us_reference", 21],
  ["industries", 21],
])("%s has %i rows", (name, count) => expect(rows(`boswash/${name}`)).toHaveLength(count));

describe("boswash", () => {
  const short = (cbsa: string): number => {
    const [total, ...sectors] = rows("boswash/employment", { cbsa });
    if (total.naics2 !== "00") throw new Error(`${cbsa}: first row is ${total.naics2}`);
    return Number(total.employees) - sum(sectors, "employees");
  };
  const code = (name: string): string => rows("boswash/metros").find((row) => row.name.startsWith(name))!.cbsa;

  // README: what sectors fall short of the published total
  it.each([
    ["New York", 0],
    ["Philadelphia", 0],
    ["Washington", 0],
    ["Boston", 0],
    ["Baltimore", 0],
    ["Providence", 0],
    ["Bridgeport", 0],
    ["Hartford", 2],
    ["New Haven", 7],
    ["Pittsfield", 1477],
    ["Lebanon", 723],
    ["Dover", 562],
    ["Atlantic City", 599],
    ["California", 450],
  ])("%s is %i employees short", (name, gap) => expect(short(code(name))).toBe(gap));

  it("has 8,672,415 employees in the New York area and 122.5 million in the reference", () => {
    // Census Bureau, County Business Patterns 2018; README of boswash
    expect(figure("boswash/employment", { cbsa: "35620", naics2: "00" }, "employees")).toBe(8_672_415);
    expect(figure("boswash/us_reference", { naics2: "00" }, "employees") / 1e6).toBeCloseTo(122.5, 1);
    expect(figure("boswash/us_reference", { naics2: "00" }, "areas_reporting")).toBe(933);
  });

  it("has 9 core and 23 extended areas", () => {
    expect(rows("boswash/metros", { tier: "core" })).toHaveLength(9); // README
    expect(rows("boswash/metros", { tier: "extended" })).toHaveLength(23); // README
  });
});
