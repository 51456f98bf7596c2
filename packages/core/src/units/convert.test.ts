import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert } from "./convert.ts";
import { formatUnit } from "./format-unit.ts";
import { parseUnit } from "./parse-unit.ts";
import { divide, makeUnit, multiply, one, power, sameUnit, type Unit, unitsAgree } from "./unit.ts";

const roundTrip = 4 * Number.EPSILON; // two conversions, each of at most two roundings

const whole = fc.integer({ min: 1, max: 1_000_000 }).map(BigInt);
const exponents = fc.record({
  yuan: fc.integer({ min: -3, max: 3 }),
  person: fc.integer({ min: -3, max: 3 }),
  m: fc.integer({ min: -4, max: 4 }),
});
const unit: fc.Arbitrary<Unit> = fc
  .tuple(whole, whole, fc.integer({ min: 0, max: 12 }), exponents)
  .map(([above, below, zeros, dimensions]) => makeUnit(above * 10n ** BigInt(zeros), below, dimensions));

// far from the subnormal doubles, which have fewer digits to come back with
const value = fc.double({ noNaN: true, min: -1e15, max: 1e15 }).filter((each) => each === 0 || Math.abs(each) > 1e-280);

describe("convert", () => {
  it("moves between scales without noise", () => {
    expect(convert(3661.11, "100 million yuan", "万元")).toBe(36611100);
    expect(convert(49.18, "bed per 10000 person", "bed per 1000 person")).toBe(4.918);
    expect(convert(12.5, "percent", "1")).toBe(0.125);
    expect(convert(12.3, "percent", "1")).toBe(12.3 / 100); // the double nearest to 12.3, divided once
    expect(convert(0.123, "1", "%")).toBe(12.3);
    expect(convert(48, "train per day", "train per hour")).toBe(2);
    expect(convert(1, "亩", "m2")).toBeCloseTo(666.6666666666666, 12);
  });

  it("takes many values, keeps gaps and leaves its input alone", () => {
    const values = Float64Array.of(1, Number.NaN);
    expect([...convert(values, "万人", "person")]).toEqual([10_000, Number.NaN]);
    expect(values[0]).toBe(1);
  });

  it("refuses another dimension and names both", () => {
    expect(() => convert(1, "万元", "USD")).toThrow("units: 万元 (yuan) cannot be turned into USD");
    expect(() => convert(1, parseUnit("m2 per person"), "hour")).toThrow(
      "units: m2 per person cannot be turned into hour (day)",
    );
  });

  it("comes back from any unit of the same dimension", () => {
    fc.assert(
      fc.property(unit, whole, whole, value, (from, above, below, given) => {
        const to = makeUnit(above, below, from.dimensions);
        const back = convert(convert(given, from, to), to, from);
        return Math.abs(back - given) <= roundTrip * Math.abs(given);
      }),
    );
  });
});

describe("units", () => {
  it("multiply and divide back", () => {
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        return sameUnit(divide(multiply(a, b), b), a) && sameUnit(multiply(a, b), multiply(b, a));
      }),
    );
  });

  it("raise to a power as repeated products", () => {
    fc.assert(
      fc.property(unit, (a) => {
        return (
          sameUnit(power(a, 3), multiply(a, multiply(a, a))) &&
          sameUnit(power(a, -1), divide(one, a)) &&
          sameUnit(power(a, 0), one)
        );
      }),
    );
  });

  it("take roots of their dimensions where the scale is 1", () => {
    const root = power(parseUnit("person * yuan"), 0.5);
    expect(formatUnit(root)).toBe("person^0.5 * yuan^0.5");
    expect(sameUnit(power(root, 2), parseUnit("person * yuan"))).toBe(true);
    expect(() => power(parseUnit("万人"), 0.5)).toThrow("unit: power 0.5 of a scaled unit");
  });

  it("agree by dimension, not by scale", () => {
    expect(unitsAgree(parseUnit("亿元"), parseUnit("yuan"))).toBe(true);
    expect(unitsAgree(parseUnit("yuan"), parseUnit("USD"))).toBe(false);
    expect(unitsAgree(parseUnit("yuan"), parseUnit("yuan per person"))).toBe(false);
  });

  it("are written so that they read back as the same", () => {
    fc.assert(fc.property(unit, (a) => sameUnit(parseUnit(formatUnit(a)), a)));
    expect(formatUnit(parseUnit("亿元"))).toBe("100 million yuan");
    expect(formatUnit(parseUnit("1"))).toBe("1");
    expect(formatUnit(parseUnit("1 per 10000"))).toBe("1 per 10000");
    expect(formatUnit(parseUnit("万人/km2"))).toBe("person per 100 m2");
  });
});
