import { describe, expect, it } from "vitest";
import { rows, tables } from "./atlas.ts";
import { parseUnit } from "./unit.ts";

describe("units", () => {
  it("read scale, base and ratio", () => {
    expect(parseUnit("100 million yuan")).toEqual({ of: { scale: 1e8, base: "yuan" } });
    expect(parseUnit("bed per 10000 person")).toEqual({
      of: { scale: 1, base: "bed" },
      per: { scale: 1e4, base: "person" },
    });
    expect(parseUnit("per mille")).toEqual({ of: { scale: 0.001, base: "1" } });
  });

  it.each(["10000 persons", "count", "tonnes", "", "yuan per", "per person", "m2 per person per year", "10000  km"])(
    "refuse %j",
    (unit) => expect(() => parseUnit(unit)).toThrow(/^unit: /),
  );

  it("stand on every number field, or in the column that roles.unit names", () => {
    const without = tables.flatMap(({ id, resource }) =>
      resource.schema.fields
        .filter(({ type, unit }) => (type === "number" || type === "integer") && unit === undefined)
        .filter(({ name }) => !(resource.roles.unit && [resource.roles.value, resource.roles.high].includes(name)))
        .map(({ name }) => `${id}.${name}`),
    );
    expect(without).toEqual([]);
  });

  it.each(tables.map(({ id, resource }) => [id, resource] as const))("follow the grammar in %s", (id, resource) => {
    for (const { unit } of resource.schema.fields) if (unit !== undefined) parseUnit(unit);
    const column = resource.roles.unit;
    if (typeof column === "string") for (const unit of new Set(rows(id).map((row) => row[column]))) parseUnit(unit);
  });

  it.each(tables.filter(({ resource }) => resource.variables).map(({ id, resource }) => [id, resource.variables!]))(
    "agree between %s and %s",
    (panel, variables) => {
      const unitOf = new Map(rows(variables).map(({ variable, unit }) => [variable, unit]));
      expect(rows(panel).filter(({ variable, unit }) => unitOf.get(variable) !== unit)).toEqual([]);
    },
  );
});
