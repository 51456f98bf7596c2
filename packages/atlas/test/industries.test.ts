import { expect, it } from "vitest";
import { rows, tables } from "./atlas.ts";

const lists = tables.filter(({ resource }) => resource.shape === "industries").map(({ id }) => id);

it("has industries for five themes", () => {
  expect(lists.map((id) => id.split("/")[0]).sort()).toEqual([
    "boswash",
    "britain",
    "china-clusters",
    "japan",
    "rhine-ruhr",
  ]);
});

it.each(lists)("%s has a name and a short label of its own for each industry, in both languages", (id) => {
  for (const column of ["name_en", "name_zh", "short_en", "short_zh"]) {
    const labels = rows(id).map((row) => row[column]);
    expect(labels).not.toContain("");
    if (!column.startsWith("name_en")) expect(new Set(labels).size).toBe(labels.length);
  }
  // what fits beside a bar or a matrix of 20 rows: design choice, no source
  expect(rows(id).filter(({ short_en, short_zh }) => short_en.length > 14 || short_zh.length > 6)).toEqual([]);
});
