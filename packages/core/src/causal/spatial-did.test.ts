import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { imputation } from "./imputation.ts";
import { type SpatialDidInput, spatialDid } from "./spatial-did.ts";

const exact = 1e-9; // effects of places and years are solved to 1e-11

const near = (found: number | undefined, wanted: number, within = exact) =>
  expect(Math.abs((found as number) - wanted), `${found} and ${wanted}`).toBeLessThanOrEqual(within);

/** Places in a row, 44 km apart, over eight years; every tenth is treated from 4 or from 6 on, and gains; so do its neighbours. */
function line(places: number, gains: readonly number[], noise = 0): SpatialDidInput {
  const draw = random(3, "spatial-did");
  const rows = Array.from({ length: places }, (_, at) => {
    const apart = Math.min(at % 10, 10 - (at % 10));
    const start = Math.round(at / 10) % 2 === 0 ? 4 : 6;
    const level = draw.normal();
    return Array.from({ length: 8 }, (_year, step) => {
      const year = step + 1;
      const gain = year >= start ? (gains[apart] ?? 0) : 0;
      return {
        place: `p${String(at).padStart(3, "0")}`,
        year,
        outcome: level + 0.1 * year * year + gain + noise * draw.normal(),
        treated: apart === 0 && year >= start ? 1 : 0,
        lon: 0.4 * at,
        lat: 0,
      };
    });
  }).flat();
  const of = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  return {
    place: of("place"),
    year: of("year"),
    outcome: of("outcome"),
    treated: of("treated"),
    lon: of("lon"),
    lat: of("lat"),
  };
}

const by = (result: ReturnType<typeof spatialDid>, ring: string) => result.rings.find((each) => each.ring === ring);
const codes = ({ warnings = [] }: { warnings?: readonly { code: string }[] }) => warnings.map(({ code }) => code);

describe("laws", () => {
  it.each(["imputation", "two-way"] as const)(
    "finds what was put into each ring, exactly without noise: %s",
    (estimator) => {
      const found = spatialDid(line(41, [3, 1, -0.5]), { rings: [50, 100], estimator, draws: 0 });
      near(found.effect, 3);
      near(by(found, "0-50")?.effect, 1);
      near(by(found, "50-100")?.effect, -0.5);
      near(found.spillover, 0.25); // as many rows within 50 km as from 50 to 100
      expect(Math.abs(found.plain - 3)).toBeGreaterThan(0.05); // neighbours among the controls
    },
  );

  it("is causal/imputation where no ring holds a place", () => {
    const input = line(40, [2], 0.5);
    const found = spatialDid(input, { rings: [10], draws: 0 });
    near(found.effect, imputation(input).effect);
    near(found.plain, found.effect);
    expect(found.spillover).toBeNaN();
    expect(codes(found)).toContain("empty-ring");
  });

  it("scales with the outcome and does not know its level", () => {
    const input = line(40, [2, 1], 0.5);
    const before = spatialDid(input, { draws: 19 });
    const after = spatialDid({ ...input, outcome: Array.from(input.outcome, (y) => 7 - 3 * y) }, { draws: 19 });
    near(after.effect, -3 * before.effect);
    near(after.standardError, 3 * before.standardError);
    expect(after.dealtP).toBe(before.dealtP);
    expect(after.spilloverDealtP).toBe(before.spilloverDealtP);
  });

  it("a place that a nearer one comes to be treated beside changes its ring", () => {
    // b is 89 km from a, treated from 2 on, and 44 km from c, treated from 3 on
    const place = ["a", "b", "c", "d", "e", "f"];
    const lon: Record<string, number> = { a: 0, b: 0.8, c: 1.2, d: 20, e: 30, f: 40 };
    const first: Record<string, number> = { a: 2, c: 3 };
    const rows = place.flatMap((each) => [1, 2, 3].map((year) => ({ place: each, year })));
    const input = {
      place: rows.map((row) => row.place),
      year: rows.map(({ year }) => year),
      // gains: 5 where treated, 2 within 50 km, 1 within 100
      outcome: rows.map(({ place: each, year }) =>
        each === "a" ? (year > 1 ? 5 : 0) : each === "b" ? year - 1 : each === "c" && year > 2 ? 5 : 0,
      ),
      first: rows.map((row) => first[row.place] ?? 0),
      lon: rows.map((row) => lon[row.place] as number),
      lat: rows.map(() => 0),
    };
    const found = spatialDid(input, { rings: [50, 100], draws: 0 });
    near(by(found, "0-50")?.effect, 2);
    near(by(found, "50-100")?.effect, 1);
    expect(found.rings.map(({ rows: count }) => count)).toEqual([3, 1, 1]);
  });

  it("adoption dealt out anew counts as p, 1 in draws + 1 at the least, and the same seed gives the same", () => {
    const input = line(40, [3, 1], 0.3);
    const [one, same] = [spatialDid(input, { draws: 99 }), spatialDid(input, { draws: 99 })];
    expect(one.dealtP).toBe(0.01);
    expect(same.rings).toEqual(one.rings);
    const idle = spatialDid(line(40, [0], 0.3), { draws: 99 });
    expect(idle.dealtP).toBeGreaterThan(0.1);
  });
});

describe("what it drops and warns of", () => {
  it("names who is in a ring from the first year on, and keeps the ring", () => {
    const input = line(40, [3, 1]);
    const early = input.place.map((place, row) => (place === "p000" ? 1 : (input.treated as number[])[row]));
    const { dropped } = spatialDid({ ...input, treated: early }, { rings: [50], draws: 0 });
    expect(dropped?.map(({ row, reason }) => `${row}: ${reason.en}`)).toEqual([
      "p000: treated from the first year on",
      "p001: in a ring from the first year on",
    ]);
  });

  it("warns of few treated, few far, and draws too few to show anything", () => {
    const found = spatialDid(line(12, [3], 0.2), { draws: 9 });
    expect(codes(found)).toEqual(expect.arrayContaining(["few-clusters", "few-far", "few-draws"]));
  });
});

describe("refusals", () => {
  const input = line(40, [3, 1], 0.3);
  it.each([
    [
      { rings: [2000] },
      "spatial-did: every place comes within 2000 km of a treated one, expected some farther off as controls",
    ],
    [{ rings: [100, 50] }, "spatial-did: rings end at 100, 50 km, expected rising distances"],
  ])("%o", (options, message) => {
    expect(() => spatialDid(input, options)).toThrow(message);
  });

  it("a place that moves, and degrees that are none", () => {
    const lon = Array.from(input.lon, (each, row) => (row === 1 ? 9 : each));
    expect(() => spatialDid({ ...input, lon })).toThrow(
      "lon or lat of p000 differs between its years, expected one point",
    );
    expect(() => spatialDid({ ...input, lat: input.place.map(() => 431_000) })).toThrow(
      "expected degrees between -90 and 90",
    );
  });
});
