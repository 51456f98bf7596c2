import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { earthRadiusKm, greatCircleKm } from "../spatial/great-circle.ts";
import { type BorderDiscontinuityInput, borderDiscontinuity } from "./border-discontinuity.ts";
import { alongBorder } from "./border-line.ts";
import { regressionDiscontinuity } from "./regression-discontinuity.ts";

const rounding = 1e-8; // normal equations of up to order four
const degree = (earthRadiusKm * Math.PI) / 180;
const near = (found: number | undefined, expected: number, within = rounding) =>
  expect(Math.abs((found as number) - expected), `${found} and ${expected}`).toBeLessThanOrEqual(within);

/** Villages about a border that bends; inside, the outcome is higher by 2 on its first half and by `second` on its other. */
const border = { point: ["a", "b", "c"], position: [1, 2, 3], lon: [10, 10, 10.3], lat: [50, 50.5, 51] };
function villages(count: number, second = 2): BorderDiscontinuityInput {
  const draw = random(6, "border");
  const lon = Array.from({ length: count }, () => 9.7 + 0.9 * draw.uniform());
  const lat = lon.map(() => 50 + draw.uniform());
  const edge = lat.map((y) => (y < 50.5 ? 10 : 10 + (0.3 * (y - 50.5)) / 0.5));
  const treated = lon.map((x, at) => (x >= (edge[at] as number) ? 1 : 0));
  const jump = lat.map((y) => (y < 50.5 ? 2 : second));
  return {
    place: lon.map((_, at) => `p${at}`),
    lon,
    lat,
    treated,
    outcome: lon.map((x, at) => x + (treated[at] as number) * (jump[at] as number) + 0.3 * draw.normal()),
  };
}
const codes = ({ warnings = [] }: { warnings?: readonly { code: string }[] }) => warnings.map(({ code }) => code);

describe("a border of arcs", () => {
  it("along the equator is as far as the latitude says, and beyond its end as the end is", () => {
    const equator = { point: ["a", "b"], position: [1, 2], lon: [0, 10], lat: [0, 0] };
    const { nearest, length } = alongBorder("test", equator, [3, 3, -1, 12], [2, -1, 0, 0]);
    near(length, 10 * degree);
    expect(nearest.map(({ km }) => km / degree).map((each) => Number(each.toFixed(9)))).toEqual([2, 1, 1, 2]);
    expect(nearest.map(({ along }) => along / degree).map((each) => Number(each.toFixed(9)))).toEqual([3, 3, 0, 10]);
  });

  it("is as near as the nearest of 200,000 points on it", () => {
    const { lon = [], lat = [] } = villages(5);
    const { nearest } = alongBorder("test", border, lon, lat);
    const vector = (x: number, y: number) => {
      const [a, b] = [(x * Math.PI) / 180, (y * Math.PI) / 180];
      return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)] as const;
    };
    const dense = [0, 1].flatMap((arc) => {
      const [a, b] = [vector(border.lon[arc]!, border.lat[arc]!), vector(border.lon[arc + 1]!, border.lat[arc + 1]!)];
      return Array.from({ length: 100_000 }, (_, at) => {
        const [x, y, z] = [0, 1, 2].map((axis) => a[axis]! + (at / 99_999) * (b[axis]! - a[axis]!)) as [
          number,
          number,
          number,
        ];
        return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI] as const;
      });
    });
    nearest.forEach(({ km }, at) => {
      const brute = dense.reduce((least, [x, y]) => Math.min(least, greatCircleKm(lon[at]!, lat[at]!, x, y)), Infinity);
      near(km, brute, 1e-4); // points every .4 m: half of that squared over twice the distance
    });
  });
});

describe("borderDiscontinuity", () => {
  it("of one stretch is the robust regression discontinuity of the signed distance", () => {
    const input = villages(600);
    const found = borderDiscontinuity(input, { segments: 1 }, border);
    const running = found.places.map(({ distance }) => distance);
    const plain = regressionDiscontinuity({ running, outcome: input.outcome });
    near(found.effect, plain.corrected);
    near(found.low, plain.low);
    near(found.pooled, plain.corrected);
    expect(found.qP).toBeNaN();
  });

  it("tells stretches that differ from stretches that agree", () => {
    const alike = borderDiscontinuity(villages(1500), { segments: 2 }, border);
    expect(alike.qP).toBeGreaterThan(0.05);
    near(alike.effect, 2, 4 * alike.standardError);
    const apart = borderDiscontinuity(villages(1500, 5), { segments: 2 }, border);
    expect(apart.qP).toBeLessThan(0.001);
    expect(codes(apart)).toContain("segments-differ");
    near(apart.segments[1]?.effect, 5, 4 * (apart.segments[1]?.standardError ?? 0));
  });

  it("does not ask for the sign of a distance, nor for the order of the border's corners", () => {
    const input = villages(600);
    const found = borderDiscontinuity(input, { segments: 2 }, border);
    const order = [2, 0, 1];
    const turned = {
      point: order.map((at) => border.point[at]!),
      position: order.map((at) => border.position[at]!),
      lon: order.map((at) => border.lon[at]!),
      lat: order.map((at) => border.lat[at]!),
    };
    near(borderDiscontinuity(input, { segments: 2 }, turned).effect, found.effect);
    const distance = found.places.map(({ distance: km }) => Math.abs(km));
    const segment = found.places.map((each) => each.segment);
    const { lon: _lon, lat: _lat, ...rest } = input;
    near(borderDiscontinuity({ ...rest, distance, segment }).effect, found.effect);
  });

  it("placebo lines show a cliff within a side", () => {
    const input = villages(1500);
    const found = borderDiscontinuity(input, {}, border);
    expect(found.placebos.map(({ side }) => side)).toEqual(["outside", "inside"]);
    const { at } = found.placebos[1]!;
    const cliff = found.places.map(({ distance }, row) => (input.outcome as number[])[row]! + (distance >= at ? 3 : 0));
    expect(codes(borderDiscontinuity({ ...input, outcome: cliff }, {}, border))).toContain("placebo-jumps");
  });

  it("leaves out a stretch with too few places beside it, by name", () => {
    const input = villages(400);
    const segment = input.place.map((_, at) => (at < 5 ? "lonely" : "main"));
    const found = borderDiscontinuity({ ...input, segment }, {}, border);
    expect(found.dropped?.map(({ row }) => row)).toEqual(["lonely"]);
    expect(codes(found)).toContain("segments-left-out");
  });

  it("refuses no border and no distance, treatment in part, and a corner that stands twice", () => {
    const input = villages(100);
    expect(() => borderDiscontinuity(input)).toThrow("expected either distance, or lon and lat with the input border");
    expect(() => borderDiscontinuity({ ...input, treated: input.place.map(() => 0.5) }, {}, border)).toThrow(
      "treated of p0 is 0.5, expected 1 inside or 0 outside",
    );
    expect(() => borderDiscontinuity(input, {}, { ...border, position: [1, 2, 2] })).toThrow("stands twice");
  });

  describe("where some of it has no answer", () => {
    const beside = (
      count: number,
      outcomeOf: (side: number, at: number) => number,
      segmentOf?: (at: number) => string,
    ) => {
      const rows = [0, 1].flatMap((treated) => Array.from({ length: count }, (_, at) => ({ treated, at })));
      return {
        place: rows.map(({ treated, at }) => `${treated}-${at}`),
        treated: rows.map(({ treated }) => treated),
        distance: rows.map(({ at }) => 1 + 0.5 * at),
        outcome: rows.map(({ treated, at }) => outcomeOf(treated, at)),
        segment: segmentOf && rows.map(({ at }) => segmentOf(at)),
      };
    };

    it("a placebo line without variation is told of, and ends nothing", () => {
      const found = borderDiscontinuity(
        beside(60, (side, at) => (side === 1 ? 2 + Math.sin(5 * at) : at === 2 ? 1 : 0)),
        { bandwidth: 8 },
      );
      expect(found.effect).not.toBeNaN();
      expect(found.placebos.map(({ side }) => side)).toEqual(["inside"]);
      const told = found.warnings?.find(({ code }) => code === "no-placebo");
      expect(told?.text.en).toMatch(
        /^no placebo line outside the border: regression-discontinuity: no bandwidth can be/,
      );
      expect(told?.text.zh).toMatch(/^界外没有安慰剂边界：/);
    });

    it("a stretch with one outcome for all is left out by name", () => {
      const found = borderDiscontinuity(
        beside(
          80,
          (side, at) => (at % 2 === 1 ? 3 : 2 * side + Math.sin(5 * at + side)),
          (at) => (at % 2 === 1 ? "flat" : "main"),
        ),
      );
      expect(found.segments.map(({ segment }) => segment)).toEqual(["main"]);
      expect(found.dropped?.map(({ row, reason }) => `${row}: ${reason.en}`)).toEqual([
        "flat: regression-discontinuity: outcome is 3 on every row, expected values that differ",
      ]);
      expect(codes(found)).toContain("segments-left-out");
    });

    it("nothing that varies gives no error, not one of 0", () => {
      const found = borderDiscontinuity(
        beside(60, (side) => side),
        { bandwidth: 10 },
      );
      near(found.effect, 1);
      expect([found.standardError, found.p, found.qP]).toEqual([NaN, NaN, NaN]);
      expect(codes(found)).toContain("no-error");
      expect(codes(found)).not.toContain("few-near");
    });
  });

  it("calls stretches different and placebos jumping by the level that is asked for", () => {
    const input = villages(1500, 2.35);
    const found = borderDiscontinuity(input, { segments: 2 }, border);
    expect(found.qP).toBeGreaterThan(0.001);
    expect(found.qP).toBeLessThan(0.5);
    expect(codes(found).includes("segments-differ")).toBe(found.qP < 0.05);
    const [tight, loose] = [1 - found.qP / 2, 1 - 2 * found.qP].map((level) =>
      codes(borderDiscontinuity(input, { segments: 2, level: Math.max(0.51, level) }, border)),
    );
    expect(tight).not.toContain("segments-differ");
    expect(loose).toContain("segments-differ");
  });

  it("says whose stretches it took", () => {
    const input = villages(600);
    expect(borderDiscontinuity(input, { segments: 2 }, border).convention.segments).toBe("equal-length");
    const segment = input.place.map((_, at) => (at % 2 === 0 ? "a" : "b"));
    expect(borderDiscontinuity({ ...input, segment }, {}, border).convention.segments).toBe("given");
  });
});
