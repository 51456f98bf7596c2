import { atlasRows } from "./atlas-panels.ts";

/** Logarithm of output of the 41 British regions, 1998 to 2021, all industries, by place and year; with their points. */
export function britishOutput() {
  const points = new Map(atlasRows("britain/areas.csv").map((row) => [row.itl2 as string, row]));
  const totals = new Map<string, number>();
  for (const { itl2, year, gva_million_gbp } of atlasRows("britain/gva.csv")) {
    const key = `${itl2} ${year}`;
    totals.set(key, (totals.get(key) ?? 0) + Number(gva_million_gbp));
  }
  const keys = [...totals.keys()].sort();
  const place = keys.map((key) => key.split(" ")[0] as string);
  return {
    place,
    year: Float64Array.from(keys, (key) => Number(key.split(" ")[1])),
    outcome: Float64Array.from(keys, (key) => Math.log(totals.get(key) as number)),
    lon: Float64Array.from(place, (each) => Number(points.get(each)?.lon)),
    lat: Float64Array.from(place, (each) => Number(points.get(each)?.lat)),
  };
}

/** The made-up policy of `oracles/causal-british-policy.R`: a few regions from 2011, 2012 or 2014 on, beside the share of manufacturing. */
export function britishPolicy() {
  const panel = britishOutput();
  const starts: Readonly<Record<string, number>> = {
    TLC1: 2012,
    TLD3: 2011,
    TLD7: 2012,
    TLE3: 2014,
    TLG3: 2014,
    TLK1: 2011,
  };
  const made = new Map(
    atlasRows("britain/gva.csv")
      .filter(({ industry }) => industry === "C")
      .map((row) => [`${row.itl2} ${row.year}`, Number(row.gva_million_gbp)]),
  );
  const share = panel.place.map(
    (place, row) => (made.get(`${place} ${panel.year[row]}`) as number) / Math.exp(panel.outcome[row] as number),
  );
  const first = Float64Array.from(panel.place, (place) => starts[place] ?? 0);
  const parts = "n:CDE m:FG s:HJK l:I o:LMN".split(" ").map((each) => each.split(":") as [string, string]);
  return {
    ...panel,
    first,
    treated: first.map((start, row) => (start > 0 && (panel.year[row] as number) >= start ? 1 : 0)),
    covariates: [{ name: "manufacturing", unit: "1", values: Float64Array.from(share) }],
    larger: panel.place.map((place) => place.slice(0, 3)),
    part: panel.place.map((place) => parts.find(([, letters]) => letters.includes(place.charAt(2)))?.[0] as string),
  };
}
