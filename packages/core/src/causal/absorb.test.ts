import { expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { linearRegression } from "../numeric/linear-regression.ts";
import { absorb, type Factor, redundantLevels } from "./absorb.ts";

const digits = 1e-9;

const factorOf = (levels: number, of: readonly number[]): Factor => ({ of: Uint32Array.from(of), levels });
const dummies = ({ of, levels }: Factor): Float64Array[] =>
  Array.from({ length: levels }, (_, level) => Float64Array.from(of, (each) => (each === level ? 1 : 0)));

it("takes out the means of one factor", () => {
  const [left] = absorb([Float64Array.from([1, 3, 10, 20])], [factorOf(2, [0, 0, 1, 1])]);
  expect([...left]).toEqual([-1, 1, -5, 5]);
});

it("leaves what is left beside all dummies, for two and three unbalanced factors", () => {
  const draw = random(2, "absorb");
  const n = 200;
  const factors = [15, 7, 4].map((levels) =>
    factorOf(
      levels,
      Array.from({ length: n }, (_, row) => (row < levels ? row : draw.integer(levels))),
    ),
  );
  const y = Float64Array.from({ length: n }, () => draw.normal() * 5 + 3);
  for (const some of [factors.slice(0, 2), factors]) {
    const columns = some.flatMap((factor, at) => dummies(factor).slice(at === 0 ? 0 : 1));
    const fit = linearRegression(y, columns);
    if ("collinear" in fit) throw new Error("the dummies are independent");
    absorb([y], some)[0].forEach((left, row) => {
      expect(Math.abs(left - fit.residuals[row])).toBeLessThan(digits);
    });
  }
});

it("counts the dummies that connected factors lose", () => {
  expect(redundantLevels([factorOf(2, [0, 0, 1, 1])])).toBe(0);
  expect(redundantLevels([factorOf(2, [0, 0, 1, 1]), factorOf(2, [0, 1, 0, 1])])).toBe(1);
  // rows 0, 1 and rows 2, 3 never meet: two parts
  expect(redundantLevels([factorOf(2, [0, 0, 1, 1]), factorOf(4, [0, 1, 2, 3])])).toBe(2);
  expect(redundantLevels([factorOf(2, [0, 0, 1, 1]), factorOf(2, [0, 1, 0, 1]), factorOf(2, [0, 1, 1, 0])])).toBe(2);
});

it("leaves nothing of a column that the factors make up", () => {
  const factors = [factorOf(3, [0, 1, 2, 0, 1, 2]), factorOf(2, [0, 0, 0, 1, 1, 1])];
  const [left] = absorb([Float64Array.from([1, 2, 3, 11, 12, 13])], factors);
  for (const each of left) expect(Math.abs(each)).toBeLessThan(digits);
});
