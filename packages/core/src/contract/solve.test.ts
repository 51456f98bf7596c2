import { describe, expect, it } from "vitest";
import { lessEq, solve as secondOpinion } from "yalps";
import type { Programme } from "./method.ts";
import { random } from "./random.ts";
import { solve } from "./solve.ts";

const exact = 1e-9; // HiGHS holds rows to 1e-10; a handful of coefficients of order 1

const none = Number.POSITIVE_INFINITY;

/** Maximise 3x + 5y with x <= 4, 2y <= 12, 3x + 2y <= 18 (Wyndor Glass, Hillier and Lieberman): x = 2, y = 6, 36. */
const wyndor: Programme = {
  sense: "maximise",
  objective: [3, 5],
  rows: [
    { coefficients: [1, 0], lower: -none, upper: 4 },
    { coefficients: [0, 2], lower: -none, upper: 12 },
    { coefficients: [3, 2], lower: -none, upper: 18 },
  ],
};

describe("solve", () => {
  it("finds the best of a linear programme, up and down", async () => {
    expect(await solve(wyndor)).toEqual({ status: "optimal", objective: 36, values: [2, 6] });
    // the same rows from below: minimise x + y with x >= 1 and x + 2y >= 5: x = 1, y = 2
    const least = await solve({
      sense: "minimise",
      objective: [1, 1],
      rows: [
        { coefficients: [1, 0], lower: 1, upper: none },
        { coefficients: [1, 2], lower: 5, upper: none },
      ],
    });
    expect(least.objective).toBeCloseTo(3, 12);
    expect(least.values[0]).toBeCloseTo(1, 12);
  });

  it("holds equalities, rows with two ends, and bounds of variables below 0", async () => {
    // maximise x + y with x + y + z = 1, 0 <= x - y <= .5, y <= .4, -2 <= z <= 3: y = .4, x = .9, z = -.3
    const { status, values, objective } = await solve({
      sense: "maximise",
      objective: [1, 1, 0],
      rows: [
        { coefficients: [1, 1, 1], lower: 1, upper: 1 },
        { coefficients: [1, -1, 0], lower: 0, upper: 0.5 },
      ],
      lower: [0, 0, -2],
      upper: [none, 0.4, 3],
    });
    expect(status).toBe("optimal");
    expect(objective).toBeCloseTo(1.3, 12);
    expect(values[2]).toBeCloseTo(-0.3, 12);
  });

  it("finds whole numbers where they are asked for, and hands them over whole", async () => {
    // knapsack 5a + 4b + 3c with 2a + 3b + c <= 5, 4a + b + 2c <= 11, 3a + 4b + 2c <= 8: linear 13 at (2, 0, 1), whole already;
    // with 3c <= 2 the linear answer is (2.22, 0, .67) = 13.1, the whole one (2, 0, 0) = 10
    const programme: Programme = {
      sense: "maximise",
      objective: [5, 4, 3],
      rows: [
        { coefficients: [2, 3, 1], lower: -none, upper: 5 },
        { coefficients: [4, 1, 2], lower: -none, upper: 11 },
        { coefficients: [3, 4, 2], lower: -none, upper: 8 },
        { coefficients: [0, 0, 3], lower: -none, upper: 2 },
      ],
      integer: [true, true, true],
    };
    expect(await solve(programme)).toEqual({ status: "optimal", objective: 10, values: [2, 0, 0] });
  });

  it("proves a mixed-integer answer to the last unit: two plans one part in a million apart are told apart", async () => {
    const objective = [1_000_000, 1_000_001, 999_999];
    const one = { coefficients: [1, 1, 1], lower: 1, upper: 1 };
    const chosen = await solve({ sense: "maximise", objective, rows: [one], integer: [true, true, true] });
    expect(chosen.values).toEqual([0, 1, 0]);
  });

  it("says infeasible and unbounded, with and without whole numbers", async () => {
    const impossible = [{ coefficients: [1, 1], lower: 3, upper: none }];
    const open = [{ coefficients: [1, -1], lower: -none, upper: 1 }];
    for (const integer of [undefined, [true, false]]) {
      const kind = integer === undefined ? {} : { integer };
      const none = await solve({ sense: "maximise", objective: [1, 1], rows: impossible, upper: [1, 1], ...kind });
      expect(none.status).toBe("infeasible");
      expect(none.values).toEqual([]);
      const endless = await solve({ sense: "maximise", objective: [1, 1], rows: open, ...kind });
      expect(endless.status).toBe("unbounded");
    }
  });

  it("keeps coefficients as small as 1e-10, which the solver leaves out unless told", async () => {
    const { values } = await solve({
      sense: "maximise",
      objective: [1],
      rows: [{ coefficients: [1e-10], lower: -none, upper: 1e-4 }],
    });
    expect(values[0]).toBeCloseTo(1e6, 0);
  });

  it("refuses a programme with a gap instead of solving another one", async () => {
    const gap = { coefficients: [Number.NaN, 1], lower: -none, upper: 1 };
    await expect(solve({ sense: "maximise", objective: [1, 1], rows: [gap] })).rejects.toThrow();
    await expect(solve({ sense: "maximise", objective: [Number.NaN], rows: [] })).rejects.toThrow();
  });

  it("agrees with YALPS on programmes drawn at random, linear and mixed-integer", async () => {
    const draw = random(5, "solve");
    for (let trial = 0; trial < 60; trial += 1) {
      const [columns, rows] = [2 + draw.integer(5), 2 + draw.integer(6)];
      const integer = Array.from({ length: columns }, () => trial % 2 === 1 && draw.uniform() < 0.5);
      const programme: Programme = {
        sense: "maximise",
        objective: Array.from({ length: columns }, () => draw.uniform()),
        rows: Array.from({ length: rows }, () => ({
          coefficients: Array.from({ length: columns }, () => 0.1 + draw.uniform()),
          lower: -none,
          upper: 1 + 9 * draw.uniform(),
        })),
        integer,
      };
      const mine = await solve(programme);
      expect(Math.abs(mine.objective - yalps(programme)), `trial ${trial}`).toBeLessThan(exact);
    }
  });
});

/** The best value of a programme with upper bounds on its rows alone, from the other solver. */
function yalps({ objective, rows, integer }: Programme): number {
  const name = (column: number) => `x${column}`;
  const { status, result } = secondOpinion(
    {
      direction: "maximize",
      objective: "goal",
      constraints: new Map(rows.map(({ upper }, row) => [`r${row}`, lessEq(upper)])),
      variables: new Map(
        objective.map((cost, column) => [
          name(column),
          new Map([["goal", cost], ...rows.map((row, at) => [`r${at}`, row.coefficients[column] as number] as const)]),
        ]),
      ),
      integers: new Set(objective.flatMap((_, column) => (integer?.[column] ? [name(column)] : []))),
    },
    { tolerance: 0, precision: 1e-12 }, // it rounds its answers to 1e-8 unless told
  );
  expect(status).toBe("optimal");
  return result;
}
