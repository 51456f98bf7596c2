import { expect, it } from "vitest";
import { atlasRows, oracle } from "../../test/atlas-panels.ts";
import { borderDiscontinuity } from "./border-discontinuity.ts";

const relative = 1e-7; // parabolas by normal equations here, by QR there

interface Jump {
  readonly effect: number;
  readonly standard_error: number;
  readonly outside: number;
  readonly inside: number;
}
const expected = oracle<{
  readonly km: readonly number[];
  readonly stretches: readonly Jump[];
  readonly effect: number;
  readonly standard_error: number;
  readonly pooled: number;
  readonly q: number;
  readonly q_p: number;
}>("causal-border-discontinuity");

it("jumps of the urban share at a meridian are those of base R (oracles/causal-border-discontinuity.R)", () => {
  const share = new Map(
    atlasRows("china-clusters/census.csv")
      .filter(({ year, urban_population }) => year === "2020" && urban_population !== "")
      .map((row) => [row.code as string, Number(row.urban_population) / Number(row.population)]),
  );
  const rows = atlasRows("china-clusters/places.csv")
    .filter(({ code }) => Number.isFinite(share.get(code as string)))
    .sort((a, b) => ((a.code as string) < (b.code as string) ? -1 : 1));
  const lon = rows.map((row) => Number(row.lon));
  const input = {
    place: rows.map(({ code }) => code as string),
    outcome: rows.map(({ code }) => share.get(code as string) as number),
    treated: lon.map((x) => (x >= 116.5 ? 1 : 0)),
    lon,
    lat: rows.map((row) => Number(row.lat)),
  };
  const border = { point: ["s", "m", "n"], position: [1, 2, 3], lon: [116.5, 116.5, 116.5], lat: [20, 35, 44] };
  const options = { segments: 2, bandwidth: 700, biasBandwidth: 700, errors: "hc1" } as const;
  const found = borderDiscontinuity(input, options, border);
  const near = (value: number | undefined, wanted: number, what: string) =>
    expect(Math.abs((value as number) - wanted), what).toBeLessThanOrEqual(relative * Math.abs(wanted));
  expect(found.places.length).toBe(expected.km.length);
  for (const [at, { distance }] of found.places.entries()) near(distance, expected.km[at] as number, `km ${at}`);
  found.segments.forEach((segment, at) => {
    const wanted = expected.stretches[at] as Jump;
    near(segment.effect, wanted.effect, `effect ${at}`);
    near(segment.standardError, wanted.standard_error, `error ${at}`);
    expect([segment.outside, segment.inside]).toEqual([wanted.outside, wanted.inside]);
  });
  near(found.effect, expected.effect, "effect");
  near(found.standardError, expected.standard_error, "error");
  near(found.pooled, expected.pooled, "pooled");
  near(found.q, expected.q, "q");
  near(found.qP, expected.q_p, "p of q");
});
