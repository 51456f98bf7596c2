import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { rankSize } from "./rank-size.ts";
import { rankSizeFindings } from "./rank-size-findings.ts";
import { tiers } from "./tiers.ts";
import { tierFindings } from "./tiers-findings.ts";

const groups = ["g", "h", "k", "m"];
const place = groups.flatMap((group) => [1, 2, 3].map((at) => `${group}${at}`));
const group = groups.flatMap((each) => [each, each, each]);

describe("findings of rank-size", () => {
  const size = place.map((_, at) => 100 / (1 + (at % 3)) ** (1 + Math.floor(at / 3)));
  it("are a line a group, of the last year", () => {
    const twice = { place: [...place, ...place], size: [...size, ...size], group: [...group, ...group] };
    const year = [...place.map(() => 2020), ...place.map(() => 2021)];
    const { fits } = rankSize({ ...twice, year });
    const few = rankSizeFindings(fits.filter((fit) => fit.group < "k")).map((each) => say(each));
    expect(few.map((each) => each.slice(0, 34))).toEqual([
      "g: the rank-size exponent in 2021 ",
      "h: the rank-size exponent in 2021 ",
    ]);
    expect(rankSizeFindings(fits).length).toBe(1);
  });

  it("are one line for many groups", () => {
    const [said] = rankSizeFindings(rankSize({ place, size, group }).fits).map((each) => say(each));
    expect(said).toMatch(
      /^Rank-size exponents of 4 groups run from 0\.\d\d \(m\) to \d\.\d\d \(g\); \d of them cannot be/,
    );
  });
});

describe("findings of size classes", () => {
  it("add many groups up", () => {
    const size = place.map((_, at) => (at % 6 === 0 ? 6e6 : 1e6));
    const result = tiers({ place, size, group }, { concept: "urban-core" });
    expect(tierFindings(result.counts, "city").map((each) => say(each))).toEqual([
      "2 of 12 places fall into the largest class that occurs, main core city, with 55% of the people.", // 12 of 22 million
    ]);
  });
});
