import { describe, expect, it } from "vitest";
import { catalogue } from "../src/catalogue.ts";
import { invoke } from "../src/contract/invoke.ts";
import { localContext } from "../src/contract/local-context.ts";
import type { AnyMethod } from "../src/contract/method.ts";
import { findColumn, type LabelColumn, labels, makeTable, numbers, type Table } from "../src/contract/table.ts";
import { atlasRows } from "./atlas-panels.ts";

const exact = 1e-12; // doubles: sums of some dozens of shares

/** What part of a place's jobs each industry has: none of the columns that the Chinese themes have. */
function jobShares(path: string, place: string, jobs: string, industries: readonly string[]): Table {
  const counts = new Map<string, Map<string, number>>();
  for (const row of atlasRows(path)) {
    if (row[place] === "00") continue; // the country
    const key = `${row[place]} ${row.year}`;
    const own = counts.get(key) ?? new Map<string, number>();
    counts.set(key, own.set(row.industry as string, Number(row[jobs])));
  }
  const keys = [...counts.keys()].sort();
  const total = (own: ReadonlyMap<string, number>) => [...own.values()].reduce((sum, each) => sum + each, 0);
  return makeTable(
    "data",
    ["place", "year"],
    [
      labels(
        "place",
        keys.map((key) => key.split(" ")[0] as string),
      ),
      numbers(
        "year",
        "year",
        keys.map((key) => Number(key.split(" ")[1])),
      ),
      ...industries.map((industry) =>
        numbers(
          `share-${industry}`,
          "1",
          keys.map((key) => {
            const own = counts.get(key) as ReadonlyMap<string, number>;
            return (own.get(industry) ?? Number.NaN) / total(own);
          }),
        ),
      ),
    ],
  );
}

const abroad: readonly (readonly [string, Table])[] = [
  ["British regions, 2015 to 2021", jobShares("britain/jobs.csv", "itl2", "jobs", ["C", "J", "K", "M", "P"])],
  ["Japanese prefectures, 2014", jobShares("japan/employment.csv", "code", "employees", ["E", "G", "J", "L", "O"])],
];

// these two take judgements and weights, no figures, and synergy is of years
const others = ["composite/ahp-weights", "composite/combine-weights", "composite/synergy"];
const ids = (Object.keys(catalogue) as (keyof typeof catalogue)[]).filter(
  (id) => id.startsWith("composite/") && !others.includes(id),
);
const load = async (id: keyof typeof catalogue) => (await catalogue[id]()).default as AnyMethod;
/** Fewer draws than a user would take: this is about columns, not about precision. */
const fewer: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "composite/rank-uncertainty": { draws: 200 },
  "composite/sobol": { samples: 64 },
};
const run = async (id: keyof typeof catalogue, data: Table) => {
  const method = await load(id);
  return invoke(method, { inputs: { data }, options: fewer[id] ?? {} }, localContext(method, 1));
};

describe.each(abroad)("composites of %s", (_, data) => {
  it.each(ids)("%s counts every row", async (id) => {
    const { n, dropped, tables } = await run(id, data);
    expect(n).toBe(data.rows);
    expect(dropped).toEqual([]);
    const weights = tables.find(({ name }) => name === "weights");
    const weight = weights === undefined ? undefined : findColumn(weights, "weight");
    if (!id.endsWith("-weights") || weight?.kind !== "number" || weights?.key.includes("place")) return;
    expect(Math.abs(weight.values.reduce((sum, each) => sum + each, 0) - 1)).toBeLessThan(exact);
  });

  it("composite/index is the mean of min-max values, written down plainly", async () => {
    const columns = data.columns.flatMap((column) =>
      column.kind === "number" && column.name !== "year" ? [Array.from(column.values)] : [],
    );
    const { tables } = await run("composite/index", data);
    const score = findColumn(tables.find(({ name }) => name === "scores") as Table, "score");
    const expected = Array.from({ length: data.rows }, (_, row) => {
      const scaled = columns.map((values) => {
        const [least, most] = [Math.min(...values), Math.max(...values)];
        return ((values[row] as number) - least) / (most - least);
      });
      return scaled.reduce((sum, each) => sum + each, 0) / scaled.length;
    });
    expect(score?.values.length).toBe(data.rows);
    expected.forEach((value, row) => {
      expect(Math.abs((score?.values[row] as number) - value)).toBeLessThan(exact);
    });
  });
});

it("composite/synergy of British regions counts every year after the first; of Japan there is one year, which it refuses", async () => {
  const [[, britain], [, japan]] = abroad as [(typeof abroad)[0], (typeof abroad)[0]];
  const places = new Set((findColumn(britain, "place") as LabelColumn).values).size;
  expect((await run("composite/synergy", britain)).n).toBe(britain.rows - places);
  await expect(run("composite/synergy", japan)).rejects.toThrow("no place has two years with every subsystem");
});
