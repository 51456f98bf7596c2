import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { nearest, type Pairs, type Sphere, sameDistance, smallestBand, sphereOf, within } from "./neighbours.ts";

/** All distances, sorted: what sifting by chords has to agree with. */
function plainly(
  { n, km }: Sphere,
  take: (others: { to: number; km: number }[]) => { to: number; km: number }[],
): Pairs {
  const pairs: Pairs = { from: [], to: [], distanceKm: [] };
  for (let from = 0; from < n; from += 1) {
    const others = Array.from({ length: n }, (_, to) => ({ to, km: km(from, to) })).filter(({ to }) => to !== from);
    for (const other of take(others)) {
      pairs.from.push(from);
      pairs.to.push(other.to);
      pairs.distanceKm.push(other.km);
    }
  }
  return pairs;
}
const close = (a: number, b: number) => Math.abs(a - b) <= sameDistance * Math.max(a, b);

const draw = random(1, "neighbours/test");
const spheres: [string, Sphere][] = [
  ["places anywhere", anywhere(80, () => [360 * draw.uniform() - 180, 180 * draw.uniform() - 90])],
  ["a lattice, full of ties", anywhere(81, (at) => [100 + (at % 9), Math.floor(at / 9) - 4])],
  ["places at one point", anywhere(12, (at) => [120 + (at % 3) * 1e-9, 30])],
  ["metres apart", anywhere(60, () => [179.9999 + 1e-4 * draw.uniform(), 1e-4 * draw.uniform()])],
  ["poles and antipodes", anywhere(24, (at) => [15 * at - 180, at % 3 === 0 ? 90 : at % 3 === 1 ? -90 : 0])],
];
function anywhere(n: number, point: (at: number) => [number, number]): Sphere {
  const points = Array.from({ length: n }, (_, at) => point(at));
  return sphereOf(
    points.map(([lon]) => lon),
    points.map(([, lat]) => lat),
  );
}

describe.each(spheres)("%s", (_, sphere) => {
  it.each([1, 2, 4, 11])("has the %i nearest that sorting all distances gives", (k) => {
    for (const ties of ["include", "code"] as const) {
      const { tied, ...found } = nearest(sphere, k, ties);
      const wide: number[] = [];
      const plain = plainly(sphere, (others) => {
        others.sort((a, b) => (close(a.km, b.km) ? a.to - b.to : a.km - b.km));
        let taken = k;
        while (taken < others.length && close(others[taken]?.km as number, others[k - 1]?.km as number)) taken += 1;
        wide.push(taken);
        return others.slice(0, ties === "include" ? taken : k);
      });
      expect(found).toEqual(plain);
      expect(tied).toEqual(wide.flatMap((taken, at) => (taken > k ? [at] : [])));
    }
  });

  it("has all within a band, which may end at a place", () => {
    const band = smallestBand(sphere);
    const least = plainly(sphere, (others) => [others.reduce((a, b) => (b.km < a.km ? b : a))]).distanceKm;
    expect(band).toBe(Math.max(...least));
    for (const limit of [band, 3 * band, 20_100]) {
      if (!(limit > 0)) continue;
      expect(within(sphere, limit)).toEqual(
        plainly(sphere, (others) => others.filter(({ km }) => km <= limit * (1 + sameDistance))),
      );
    }
  });
});
