import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { greatCircleKm } from "../spatial/great-circle.ts";
import { marconPuech } from "./marcon-puech.ts";

const exact = 1e-12; // means of ratios

const plants = (n: number) => {
  const draw = random(5, "marcon-puech/test");
  const rows = Array.from({ length: n }, (_, at) => ({
    sector: at % 3 === 0 ? "near" : at % 3 === 1 ? "b" : "c",
    lon: 110 + (at % 3 === 0 ? 0.2 : 2) * draw.normal(),
    lat: 30 + (at % 3 === 0 ? 0.2 : 2) * draw.normal(),
    weight: 1 + draw.integer(40),
  }));
  return {
    sector: rows.map((r) => r.sector),
    lon: rows.map((r) => r.lon),
    lat: rows.map((r) => r.lat),
    weight: rows.map((r) => r.weight),
  };
};

/** Straight from the formula, pair by pair. */
function plain({ sector, lon, lat, weight }: ReturnType<typeof plants>, name: string, km: number): number {
  const shares: number[] = [];
  const overall: number[] = [];
  const sum = (kept: (at: number) => boolean) => weight.reduce((total, each, at) => total + (kept(at) ? each : 0), 0);
  sector.forEach((own, i) => {
    if (own !== name) return;
    const isNear = (j: number) =>
      j !== i && greatCircleKm(lon[i] as number, lat[i] as number, lon[j] as number, lat[j] as number) <= km;
    const all = sum(isNear);
    if (all > 0) shares.push(sum((j) => isNear(j) && sector[j] === name) / all);
    overall.push(sum((j) => j !== i && sector[j] === name) / sum((j) => j !== i));
  });
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return mean(shares) / mean(overall);
}

/** Radii at which no draw of its own, each pair by pair, comes as high as the data: plants are put on the sites at random. */
function radiiBeyondPlainDraws(input: ReturnType<typeof plants>, name: string, radii: readonly number[]): number {
  const draw = random(17, "marcon-puech/plain");
  const { lon, lat } = input;
  const km = lon.map((x, i) => lon.map((other, j) => greatCircleKm(x, lat[i] as number, other, lat[j] as number)));
  const curve = (sector: readonly string[]) => {
    const own = sector.flatMap((each, at) => (each === name ? [at] : []));
    return radii.map((radius) => {
      const shares = own.flatMap((i) => {
        const near = sector.filter((_, j) => j !== i && (km[i]?.[j] as number) <= radius);
        return near.length === 0 ? [] : [near.filter((each) => each === name).length / near.length];
      });
      return shares.reduce((a, b) => a + b, 0) / shares.length / ((own.length - 1) / (sector.length - 1));
    });
  };
  const drawn = Array.from({ length: 99 }, () => {
    const order = Uint32Array.from(lon, (_, at) => at);
    draw.shuffle(order);
    return curve(Array.from(order, (at) => input.sector[at] as string));
  });
  return curve(input.sector).filter((m, at) => drawn.every((each) => m > (each[at] as number))).length;
}

describe("marconPuech", () => {
  it("is the formula, pair by pair", () => {
    const input = plants(120);
    const { rows } = marconPuech(input, { weighting: "weight", draws: 0, radius: 300, steps: 6 });
    for (const { industry, km, m } of rows) expect(Math.abs(m - plain(input, industry, km))).toBeLessThan(exact);
  });

  it("is 1 when the radius takes in everything", () => {
    const { rows } = marconPuech(plants(60), { draws: 0, radius: 5000, steps: 1 });
    for (const { m } of rows) expect(Math.abs(m - 1)).toBeLessThan(exact);
  });

  it("finds the near industry above the band and the mean of draws at 1", () => {
    const { industries, rows } = marconPuech(plants(240), { draws: 99, radius: 200, steps: 8 });
    expect(industries[0]?.industry).toBe("near");
    expect(industries[0]?.above).toBe(
      radiiBeyondPlainDraws(plants(240), "near", [25, 50, 75, 100, 125, 150, 175, 200]),
    );
    for (const { envelope } of rows.filter(({ km }) => km >= 50)) {
      expect(Math.abs((envelope?.middle as number) - 1)).toBeLessThan(0.1); // 99 draws of some 80 plants
    }
  });

  it("leaves plants without a neighbour out where they have none, and says how many are left", () => {
    const line = { sector: ["x", "x", "y", "y"], lon: [0, 1, 2, 10], lat: [0, 0, 0, 0] };
    const { rows } = marconPuech(line, { coordinates: "kilometres", draws: 0, least: 2, radius: 2, steps: 2 });
    const y = rows.filter(({ industry }) => industry === "y");
    expect(y.map(({ m, points }) => [m, points])).toEqual([
      [0, 1], // y at 2 has x at 1; y at 10 has nobody
      [0, 1],
    ]);
  });

  it("does not depend on the order of plants; names small industries; refuses one spot and none left", () => {
    const input = plants(90);
    const turned = Object.fromEntries(
      Object.entries(input).map(([name, values]) => [name, [...values].reverse()]),
    ) as typeof input;
    const how = { draws: 9, level: 0.2, radius: 100, steps: 3 };
    expect(marconPuech(turned, how).rows).toEqual(marconPuech(input, how).rows);
    expect(
      marconPuech({ ...input, sector: ["lone", ...input.sector.slice(1)] }, how).dropped?.map(({ row }) => row),
    ).toEqual(["lone"]);
    expect(() => marconPuech({ sector: ["x", "x"], lon: [1, 1], lat: [1, 1] })).toThrow("all plants are in one spot");
    expect(() => marconPuech({ sector: ["x", "y"], lon: [1, 2], lat: [1, 1] })).toThrow("no industry has 10 plants");
  });
});
