import { describe, expect, it } from "vitest";
import { falseDiscoveryRate } from "./false-discovery.ts";

describe("falseDiscoveryRate", () => {
  it("by hand: n p / rank from the top, never falling", () => {
    const q = falseDiscoveryRate([0.01, 0.04, 0.03]); // 3 x .04 / 3; min(.04, 3 x .03 / 2); min(.04, 3 x .01)
    [0.03, 0.04, 0.04].forEach((expected, at) => {
      expect(q[at]).toBeCloseTo(expected, 15);
    });
  });

  it("as R 4.2.2 p.adjust(c(.001,.008,.039,.041,.042,.06,.074,.205,.212,.216), 'BH')", () => {
    const q = falseDiscoveryRate([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]);
    [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.10571428571428572, 0.216, 0.216, 0.216].forEach((expected, at) => {
      expect(q[at]).toBeCloseTo(expected, 14);
    });
  });

  it("leaves gaps out of the count", () => {
    expect([...falseDiscoveryRate([Number.NaN, 0.02])]).toEqual([Number.NaN, 0.02]);
  });
});
