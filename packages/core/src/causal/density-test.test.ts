import { describe, expect, it } from "vitest";
import { InputError, type Problem } from "../contract/errors.ts";
import { random } from "../contract/random.ts";
import method, { densityTest } from "./density-test.ts";

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

  it("refuses bins too narrow to be counted, with the width that would do", () => {
    const running = drawn(100);
    let told: unknown;
    try {
      densityTest({ running }, { bin: 1e-12 });
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(InputError);
    const [{ text, hint }] = (told as InputError).problems as [Problem];
    expect(text.en).toMatch(/^density-test: bins of 1e-12 over [\d.]+ are more than 1000000, expected fewer$/);
    expect(text.zh).toContain("超过 1000000 组");
    expect(hint?.en).toMatch(/^give a bin wider than 0\.00000\d+, or leave it out/);
    expect(() => densityTest({ running }, { bandwidth: 1e300 })).toThrow("are more than 1000000");
    const widest = Number(/wider than ([\d.e-]+),/.exec(hint?.en ?? "")?.[1]);
    expect(densityTest({ running }, { bin: 2 * widest, bandwidth: 1 }).bin).toBe(2 * widest);
  });

  it("says what is found at the level that is asked for", () => {
    const found = densityTest({ running: drawn(1000, 0.15) });
    expect(found.p).toBeGreaterThan(0.002);
    expect(found.p).toBeLessThan(0.4);
    const jumps = (level: number) => method.findings?.(found, undefined as never, { level } as never)[0]?.text.en;
    expect(jumps(1 - found.p / 2)).toContain("does not show a jump");
    expect(jumps(1 - 2 * found.p)).toContain("they may have sorted themselves");
  });

  it("warns of a bandwidth beyond the values, and refuses distances that no power can be taken of", () => {
    expect(codes(densityTest({ running: drawn(200) }, { bandwidth: 50 }))).toContain("bandwidth-beyond");
    expect(codes(densityTest({ running: drawn(200) }, { bandwidth: 1 }))).not.toContain("bandwidth-beyond");
    expect(() => densityTest({ running: drawn(200).map((x) => 1e100 * x) })).toThrow("expected at most 1e+30");
  });
});
