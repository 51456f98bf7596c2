import { describe, expect, it } from "vitest";
import { atlasRows, oracle } from "../../test/atlas-panels.ts";
import { clubs } from "./clubs.ts";

const solved = 1e-6; // of t: R's trend by QR and ours by bands differ by 1e-12, the spread of near values by 1e-8 of itself

interface FoundClub {
  places: string[];
  t: number;
}
interface Found {
  t: number;
  clubs: FoundClub[];
  merged: FoundClub[];
  divergent: string[];
}
interface Expected {
  panels: Record<string, { years: number; places: number; fixed: Found; incremental: Found }>;
}

/** Places that have a figure above 0 in every year, added over the rows of a place and year. */
function panelOf(rows: readonly { place: string; year: string; value: string }[]) {
  const totals = new Map<string, Map<number, number>>();
  for (const { place, year, value } of rows) {
    const own = totals.get(place) ?? new Map<number, number>();
    own.set(Number(year), (own.get(Number(year)) ?? 0) + (value === "" ? Number.NaN : Number(value)));
    totals.set(place, own);
  }
  const years = Math.max(...[...totals.values()].map(({ size }) => size));
  const whole = [...totals].filter(([, own]) => own.size === years && [...own.values()].every((each) => each > 0));
  const flat = whole.flatMap(([place, own]) => [...own].map(([year, value]) => ({ place, year, value })));
  return {
    place: flat.map(({ place }) => place),
    year: flat.map(({ year }) => year),
    value: flat.map(({ value }) => value),
  };
}

const output = atlasRows("britain/gva.csv").map((row) => ({
  ...{ place: row.itl2 as string, year: row.year as string, value: row.gva_million_gbp as string },
  industry: row.industry as string,
}));
const income = atlasRows("china-provinces-aspects/panel.csv")
  .filter(({ variable, value }) => variable === "income_per_capita" && value !== "")
  .map(({ code, year, value }) => ({ place: code as string, year: year as string, value: value as string }));
const rowsOf = (panel: string) => {
  if (panel === "income") return income;
  return panel === "all" ? output : output.filter(({ industry }) => industry === panel);
};

describe("clubs against R, written from the papers: core, sieve and merging", () => {
  const { panels } = oracle<Expected>("convergence-clubs");
  const near = (found: number, wanted: number) =>
    expect(Math.abs(found - wanted)).toBeLessThan(solved * Math.max(1, Math.abs(wanted)));

  it.each(Object.keys(panels))("panel %s", (name) => {
    const expected = panels[name] as Expected["panels"][string];
    for (const cstarMethod of ["fixed", "incremental"] as const) {
      for (const merge of ["none", "adjacent"] as const) {
        const found = clubs(panelOf(rowsOf(name)), { cstarMethod, merge });
        const wanted = expected[cstarMethod];
        expect([found.years.length, found.places.length]).toEqual([expected.years, expected.places]);
        near(found.t, wanted.t);
        expect([...found.divergent].sort()).toEqual(wanted.divergent);
        const groups = merge === "none" ? wanted.clubs : wanted.merged;
        expect(found.clubs.map(({ places }) => [...places].sort())).toEqual(groups.map(({ places }) => places));
        found.clubs.forEach(({ t }, at) => {
          near(t, groups[at]?.t as number);
        });
      }
    }
  });
});
