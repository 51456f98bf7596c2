import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import method, { type PcaWeightsOptions, pcaWeights } from "./pca-weights.ts";
import { varimax } from "./varimax.ts";

const exact = 1e-12; // eigenvalues of a 3 x 3 matrix

const gap = Number.NaN;
const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const weigh = (columns: ReturnType<typeof column>[], options?: PcaWeightsOptions) =>
  pcaWeights({ place: letters(columns[0].values.length), indicators: columns }, options);

// r = .5 between x and y, 0 with z: eigenvalues 1.5, 1, .5
const x = column("x", 1, 1, -1, -1, 1, 1, -1, -1);
const y = column("y", 1, 1, -1, -1, 1, -1, 1, -1);
const z = column("z", 1, -1, 1, -1, 0, 0, 0, 0);

describe("pca-weights", () => {
  it("by hand: x and y share a component of 1.5, z is one of 1", () => {
    const { weights, components, kept, kmo } = weigh([x, y, z]);
    [1.5, 1, 0.5].forEach((eigenvalue, at) => {
      expect(Math.abs(components[at].eigenvalue - eigenvalue)).toBeLessThan(exact);
    });
    expect(kept).toBe(2);
    [0.3, 0.3, 0.4].forEach((weight, at) => {
      expect(Math.abs(weights[at].weight - weight)).toBeLessThan(exact); // .75, .75 and 1 of 2.5
    });
    expect(Math.abs(kmo - 0.5)).toBeLessThan(exact);
  });

  it("keeps components by eigenvalue, by share of the variance, or the first alone", () => {
    const share = (given: number) => weigh([x, y, z], { retain: "share", share: given }).kept;
    expect([share(0.5), share(0.8), share(0.85), share(1)]).toEqual([1, 2, 3, 3]);
    const { weights } = weigh([x, y, z], { retain: "first" });
    expect(weights.map(({ weight }) => Number(weight.toFixed(12)))).toEqual([0.5, 0.5, 0]);
  });

  it("turns by varimax: two indicators on the diagonals of two components come to stand on one each", () => {
    const [left, right] = [
      [0.6, 0.6],
      [0.6, -0.6],
    ];
    // a quarter turn halved: (.6, .6) and (.6, -.6) become (.6 sqrt 2, 0) and (0, .6 sqrt 2), up to order
    const turned = varimax([left, right]);
    const long = 0.6 * Math.SQRT2;
    expect(turned.flat().filter((each) => Math.abs(each - long) < exact)).toHaveLength(2);
    expect(turned.flat().filter((each) => Math.abs(each) < exact)).toHaveLength(2);
    // what stands on one component each already stays; a single component has nothing to turn in
    expect(
      varimax([
        [0.9, 0, 0],
        [0, 0.5, 0.4],
      ]),
    ).toEqual([
      [0.9, 0, 0],
      [0, 0.5, 0.4],
    ]);
    expect(varimax([[0.3, 0.4]])).toEqual([[0.3, 0.4]]);
  });

  it("no other turn of the plane makes squares vary more", () => {
    const given = [
      [0.8, 0.7, 0.3, -0.1],
      [-0.2, 0.3, 0.6, 0.9],
    ];
    const length = [0, 1, 2, 3].map((j) => Math.hypot(given[0][j], given[1][j]));
    const criterion = (angle: number, [x, y]: readonly number[][]) => {
      const turned = [
        x.map((each, j) => (each * Math.cos(angle) + y[j] * Math.sin(angle)) / length[j]),
        x.map((each, j) => (y[j] * Math.cos(angle) - each * Math.sin(angle)) / length[j]),
      ];
      const variance = (squares: number[]) =>
        squares.reduce((sum, each) => sum + each * each, 0) / 4 -
        (squares.reduce((sum, each) => sum + each, 0) / 4) ** 2;
      return turned.reduce((sum, each) => sum + variance(each.map((value) => value * value)), 0);
    };
    const best = criterion(0, varimax(given));
    for (let step = 0; step < 360; step += 1)
      expect(criterion((step * Math.PI) / 360, given)).toBeLessThan(best + exact);
  });

  it("leaves weights by squared loadings as they are when turned, and says so", () => {
    const options = { retain: "share", share: 0.8 } as const;
    const plain = weigh([x, y, z], options);
    const turned = weigh([x, y, z], { ...options, rotation: "varimax" });
    expect(turned.convention.rotation).toBe("varimax");
    turned.weights.forEach(({ weight }, at) => {
      expect(Math.abs(weight - plain.weights[at].weight)).toBeLessThan(exact);
    });
    expect(plain.components.map(({ rotated }) => rotated)).toEqual([gap, gap, gap]);
    expect(Math.abs(turned.components[0].rotated + turned.components[1].rotated - 2.5)).toBeLessThan(exact);
    // x and y stand on one component (squares .75), z on the other (1): of 2.5 as before
    const strongest = weigh([x, y, z], { ...options, rule: "strongest" }).weights.map(({ weight }) => weight);
    [0.3, 0.3, 0.4].forEach((weight, at) => {
      expect(Math.abs(strongest[at] - weight)).toBeLessThan(exact);
    });
  });

  it("weighs all alike when every component counts", () => {
    const { weights } = weigh([x, y, z], { retain: "share", share: 1 });
    for (const { weight } of weights) expect(Math.abs(weight - 1 / 3)).toBeLessThan(exact);
  });

  it("never makes a weight of a negative coefficient: squares by default, refused by the other rule", () => {
    const against = column("y", ...Array.from(y.values, (value) => -value));
    const { weights, warnings } = weigh([x, against, z], { retain: "first" });
    expect(weights.every(({ weight }) => weight >= 0)).toBe(true);
    expect(warnings?.map(({ code }) => code)).toContain("runs-against-first");
    expect(() => weigh([x, against, z], { retain: "first", rule: "coefficients" })).toThrow(
      /pca-weights: [xy] \(-0\.707\) would get a negative weight, expected at least 0/,
    );
    const turned = weigh([x, against, z], { retain: "first", rule: "coefficients", down: ["y"] });
    expect(turned.weights.map(({ weight }) => Number(weight.toFixed(9)))).toEqual([0.5, 0.5, 0]);
  });

  it("takes covariances of the min-max values when asked, where an even spread counts less than two camps", () => {
    const spread = column("x", 0, 1, 2, 3, 4);
    const camps = column("y", 0, 9, 9, 0, 9);
    const ofCovariances = weigh([spread, camps], { matrix: "covariance", retain: "first" }).weights;
    expect(ofCovariances[1].weight).toBeGreaterThan(ofCovariances[0].weight);
    const ofCorrelations = weigh([spread, camps], { retain: "first" }).weights;
    expect(Math.abs(ofCorrelations[0].weight - 0.5)).toBeLessThan(exact);
  });

  it("gives a constant indicator weight 0 and says so", () => {
    const { weights, warnings } = weigh([x, column("same", ...x.values.map(() => 7)), y]);
    expect(weights[1]).toMatchObject({ weight: 0, communality: 0 });
    expect(warnings?.[0].code).toBe("indicator-constant");
  });

  it("leaves KMO and Bartlett's test empty where correlations cannot be inverted, and says so", () => {
    const twice = column("twice", ...Array.from(x.values, (value) => 2 * value));
    const { kmo, bartlett, warnings } = weigh([x, twice, z]);
    expect([kmo, bartlett]).toEqual([Number.NaN, Number.NaN]);
    expect(warnings?.map(({ code }) => code)).toContain("correlations-singular");
  });

  it("refuses what has no components", () => {
    expect(() => weigh([column("x", 1), column("y", 2)])).toThrow("data has 1 complete row, expected at least 2");
    expect(() => weigh([column("x", 3, 3, 3)])).toThrow("pca-weights: every indicator is the same everywhere");
  });

  it("says how much the kept components hold, and who carries it", () => {
    const result = weigh([x, y, z]);
    const said = (method.findings?.(result, undefined as never, undefined as never) ?? []).map((each) => say(each));
    expect(said[0]).toBe("2 components hold 83% of the variance of 3 indicators.");
    expect(said[1]).toContain("carried by z (40.0%), least by x, y (30.0%)");
  });
});

describe.skipIf(!haveGoldens)("pca-weights against R", () => {
  it("prcomp and psych on USArrests: deviations, rotation, KMO and Bartlett's test", () => {
    const printed = 1e-13; // eigenvalues up to 2.5 printed with 15 digits
    const rows = goldenCsv("pca_usarrests/input.csv");
    const names = ["Murder", "Assault", "UrbanPop", "Rape"];
    const indicators = names.map((each) => column(each, ...rows.map((row) => Number(row[each]))));
    const result = pcaWeights({ place: rows.map(({ state }) => state), indicators });
    const expected = goldenJson<{
      sdev: number[];
      rotation: number[][];
      KMO: number;
      bartlett_chi2: number;
      df: number;
    }>("pca_usarrests/expected.json");
    result.components.forEach(({ eigenvalue }, at) => {
      expect(Math.abs(Math.sqrt(eigenvalue) - expected.sdev[at])).toBeLessThan(printed);
    });
    result.loadings.forEach(({ component, indicator, entry }) => {
      // the sign of a component is free
      const other = expected.rotation[names.indexOf(indicator)][component - 1];
      expect(Math.abs(Math.abs(entry) - Math.abs(other))).toBeLessThan(printed);
    });
    expect(Math.abs(result.kmo - expected.KMO)).toBeLessThan(printed);
    expect(Math.abs(result.bartlett / expected.bartlett_chi2 - 1)).toBeLessThan(printed);
    expect(result.bartlettFreedom).toBe(expected.df);
    expect(Math.abs(result.bartlettP / 6.86842307335818e-17 - 1)).toBeLessThan(1e-10); // R: pchisq(, 6, lower.tail = FALSE)
  });

  it("eigen() on eight connectivity indicators of 43 countries", () => {
    const printed = 1e-13; // eigenvalues up to 2.9 printed with 15 digits
    const rows = goldenCsv("mcdm_weights/input.csv");
    const names = Object.keys(rows[0] ?? {}).filter((each) => each !== "uCode");
    const indicators = names.map((each) => column(each, ...rows.map((row) => Number(row[each]))));
    const { components, loadings } = pcaWeights({ place: rows.map(({ uCode }) => uCode), indicators });
    const { pca } = goldenJson<{ pca: { sdev2: number[]; loading1: number[] } }>("mcdm_weights/expected.json");
    components.forEach(({ eigenvalue }, at) => {
      expect(Math.abs(eigenvalue - pca.sdev2[at])).toBeLessThan(printed);
    });
    loadings
      .filter(({ component }) => component === 1)
      .forEach(({ entry }, at) => {
        expect(Math.abs(entry - pca.loading1[at])).toBeLessThan(printed);
      });
  });
});
