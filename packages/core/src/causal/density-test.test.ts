import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { densityTest } from "./density-test.ts";

const rounding = 1e-6; // relative; bins of a shifted variable may gain or lose a value by rounding, none does here

function drawn(n: number, sorted = 0): number[] {
  const draw = random(5, "density-test");
  return Array.from({ length: n }, () => {
    const x = draw.normal();
    return x < 0 && x > -0.3 && draw.uniform() < sorted ? -x : x;
  });
}
const codes = ({ warnings = [] }: { warnings?: readonly { code: string }[] }) => warnings.map(({ code }) => code);

describe("densityTest", () => {
  it("shows sorting where a third of those just before crossed over, and none where nobody did", () => {
    expect(densityTest({ running: drawn(2000) }).p).toBeGreaterThan(0.05);
    const crossed = densityTest({ running: drawn(2000, 1 / 3) });
    expect(crossed.p).toBeLessThan(0.001);
    expect(crossed.jump).toBeGreaterThan(0);
  });

  it("turns its sign with the side, and knows no unit", () => {
    const running = drawn(1000, 0.2);
    const before = densityTest({ running });
    const mirrored = densityTest({ running: running.map((x) => -x) });
    expect(Math.abs(mirrored.jump + before.jump)).toBeLessThan(rounding);
    const scaled = densityTest({ running: running.map((x) => 8 * x) }); // a power of two: the same bins
    expect(Math.abs(scaled.jump - before.jump)).toBeLessThan(rounding);
    expect(Math.abs(scaled.bandwidth / 8 - before.bandwidth)).toBeLessThan(rounding);
  });

  it("bins hold every unit and never cross the line", () => {
    const { bins, n, bin } = densityTest({ running: drawn(500) });
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(n);
    for (const { running, side } of bins)
      expect(Math.abs(running) >= bin / 2 - rounding && running < 0 === (side === "left")).toBe(true);
  });

  it("warns of few near the line and of heaps", () => {
    expect(codes(densityTest({ running: drawn(60) }))).toContain("few-near");
    expect(codes(densityTest({ running: drawn(500).map((x) => Math.round(10 * x) / 10) }, { bandwidth: 1 }))).toContain(
      "repeated-values",
    );
  });

  it("refuses few values, a line outside, and a bandwidth with an empty side", () => {
    expect(() => densityTest({ running: drawn(19) })).toThrow("density-test: 19 values, expected at least 20");
    expect(() => densityTest({ running: drawn(100) }, { cutoff: 9 })).toThrow("expected values on both sides");
    const far = drawn(100).map((x) => (x < 0 ? x - 2 : x));
    expect(() => densityTest({ running: far }, { bandwidth: 1 })).toThrow(
      "within 1 of the cutoff one side has no value",
    );
  });
});
