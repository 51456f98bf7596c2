import { expect, it } from "vitest";
import { atlasRows, oracle } from "../../test/atlas-panels.ts";
import { densityTest } from "./density-test.ts";

const relative = 1e-7; // the oracle takes raw powers to the fourth of the distance, this takes them of its share of the reach

interface Case {
  readonly cutoff: number;
  readonly bin: number;
  readonly bandwidth: number;
  readonly density_left: number;
  readonly density_right: number;
  readonly jump: number;
  readonly standard_error: number;
  readonly p: number;
}
const { n, cases } = oracle<{ readonly n: number; readonly cases: readonly Case[] }>("causal-density-test");

const running = atlasRows("china-clusters/employment.csv")
  .map(({ employees_10k }) => Math.log(Number(employees_10k)))
  .filter(Number.isFinite);

it("McCrary's test on jobs of Chinese cities is that of base R (oracles/causal-density-test.R)", () => {
  expect(running.length).toBe(n);
  const given = [{}, {}, { bandwidth: 0.7 }, { bin: 0.05 }];
  cases.forEach((wanted, at) => {
    const found = densityTest({ running }, { cutoff: wanted.cutoff, ...given[at] });
    const near = (value: number, expected: number, what: string) =>
      expect(Math.abs(value - expected), `${what} ${at}`).toBeLessThanOrEqual(
        relative * Math.max(1e-3, Math.abs(expected)),
      );
    near(found.bin, wanted.bin, "bin");
    near(found.bandwidth, wanted.bandwidth, "bandwidth");
    near(found.densityLeft, wanted.density_left, "left");
    near(found.densityRight, wanted.density_right, "right");
    near(found.jump, wanted.jump, "jump");
    near(found.standardError, wanted.standard_error, "error");
    near(found.p, wanted.p, "p");
  });
});
