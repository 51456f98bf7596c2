import fc from "fast-check";
import { expect, it } from "vitest";
import { binaryUnit, inUnit } from "./binary-unit.ts";

it("is the power of two below the largest value, whatever its sign and size", () => {
  expect(binaryUnit([3, -9, 1])).toBe(8);
  expect(binaryUnit([1.7e308])).toBe(2 ** 1023);
  expect(binaryUnit([5e-324, 0])).toBe(5e-324);
  expect([binaryUnit([0]), binaryUnit([])]).toEqual([1, 1]);
});

it("brings any values between -2 and 2, and back without a digit changed", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-290 }), { minLength: 1 }),
      (list) => {
        const values = Float64Array.from(list);
        const unit = binaryUnit(values);
        const scaled = inUnit(values, unit);
        expect(scaled.every((value) => Math.abs(value) < 2)).toBe(true);
        const largest = Math.max(...list);
        // what is 1e-18 of the largest or less counts for nothing beside it, and may vanish
        values.forEach((value, at) => {
          if (value > 1e-18 * largest) expect((scaled[at] as number) * unit).toBe(value);
        });
      },
    ),
  );
});
