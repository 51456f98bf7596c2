import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { type BankruptcyRule, bankruptcy } from "./bankruptcy.ts";
import { equalAwards, equalLosses, proportional, randomArrival, talmud } from "./bankruptcy-rules.ts";

const rounding = 1e-9; // sums of up to 2^7 doubles of some hundreds

const close = (found: readonly number[], wanted: readonly number[], what = "") =>
  found.forEach((value, at) => {
    expect(Math.abs(value - wanted[at]), `${what} ${found} and ${wanted}`).toBeLessThan(rounding);
  });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const place = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`);

describe("the Talmud's marriage contract: claims of 100, 200 and 300 (Aumann and Maschler 1985)", () => {
  it.each([
    [100, [100 / 3, 100 / 3, 100 / 3]],
    [200, [50, 75, 75]],
    [300, [50, 100, 150]],
  ])("an estate of %d", (estate, wanted) => {
    close(bankruptcy({ place: place(3), claim: [100, 200, 300] }, { estate }).awards.talmud, wanted);
  });

  it("contested garment: of one garment, claimed whole and by half, 3/4 and 1/4 (Baba Metzia 2a)", () => {
    close(talmud(1, [1, 0.5]), [0.75, 0.25]);
  });
});

it("gives the same parts in any unit, however small or large", () => {
  // an estate of 6 for claims of 3 and 8: 18/11 and 48/11 in proportion
  for (const unit of [1e-300, 1e-12, 1, 1e300]) {
    const { awards } = bankruptcy({ place: place(2), claim: [3 * unit, 8 * unit] }, { estate: 6 * unit });
    const parts = Object.values(awards).map((own) => Array.from(own, (each) => each / unit));
    const [inProportion] = [awards.proportional.map((each) => each / unit)];
    close(inProportion, [18 / 11, 48 / 11]);
    for (const own of parts) close([sum(own)], [6]);
  }
});

describe("by hand, an estate of 200", () => {
  const { awards } = bankruptcy({ place: place(3), claim: [100, 200, 300] }, { estate: 200 });
  it.each<[BankruptcyRule, number[]]>([
    ["proportional", [200 / 6, 400 / 6, 600 / 6]],
    ["equal-awards", [200 / 3, 200 / 3, 200 / 3]],
    // 400 is lost: 100 by a, the other 300 half and half
    ["equal-losses", [0, 50, 150]],
    // abc 100 100 0, acb 100 0 100, bac and bca 0 200 0, cab and cba 0 0 200
    ["random-arrival", [200 / 6, 500 / 6, 500 / 6]],
  ])("%s", (rule, wanted) => close(awards[rule], wanted));
});

const rules = { proportional, equalAwards, equalLosses, talmud, randomArrival };

function eachCase(check: (estate: number, claims: number[]) => void): void {
  const draw = random(3, "bankruptcy");
  for (let at = 0; at < 200; at += 1) {
    const claims = Array.from({ length: 1 + draw.integer(7) }, () => draw.integer(5) * 50 * draw.uniform());
    claims[0] += 1;
    check(draw.uniform() * sum(claims), claims);
  }
}

describe("axioms", () => {
  it.each(Object.entries(rules))("%s pays out the estate, to none less than 0 or more than the claim", (_, rule) => {
    eachCase((estate, claims) => {
      const awards = rule(estate, claims);
      expect(Math.abs(sum(awards) - estate)).toBeLessThan(rounding);
      awards.forEach((award, at) => {
        expect(award).toBeGreaterThan(-rounding);
        expect(award).toBeLessThan(claims[at] + rounding);
      });
    });
  });

  it.each(Object.entries(rules))("%s keeps order: who claims more neither gets nor loses less", (_, rule) => {
    eachCase((estate, claims) => {
      const awards = rule(estate, claims);
      for (const [i, claim] of claims.entries()) {
        for (const [j, other] of claims.entries()) {
          if (claim > other) continue;
          expect(awards[i]).toBeLessThan(awards[j] + rounding);
          expect(claim - awards[i]).toBeLessThan(other - awards[j] + rounding);
        }
      }
    });
  });

  it.each(Object.entries(rules))("%s lets nobody lose by a greater estate", (_, rule) => {
    eachCase((estate, claims) => {
      const [less, more] = [rule(0.9 * estate, claims), rule(estate, claims)];
      less.forEach((award, at) => {
        expect(award).toBeLessThan(more[at] + rounding);
      });
    });
  });

  it("equal awards and equal losses are dual; the others are dual to themselves", () => {
    const pairs = [
      [equalAwards, equalLosses],
      [proportional, proportional],
      [talmud, talmud],
      [randomArrival, randomArrival],
    ];
    eachCase((estate, claims) => {
      for (const [rule, dual] of pairs) {
        const losses = dual(sum(claims) - estate, claims);
        close(
          rule(estate, claims),
          claims.map((claim, at) => claim - losses[at]),
        );
      }
    });
  });

  it("all but random arrival are consistent: those who stay split what is left as before", () => {
    eachCase((estate, claims) => {
      if (claims.length < 2 || sum(claims.slice(1)) === 0) return;
      for (const rule of [proportional, equalAwards, equalLosses, talmud]) {
        const [first, ...rest] = rule(estate, claims);
        close(rule(estate - first, claims.slice(1)), rest, rule.name);
      }
    });
    close(randomArrival(300, [100, 200, 300]), [50, 100, 150]);
  });

  it("the Talmud is the one rule that gives each pair its contested garment", () => {
    eachCase((estate, claims) => {
      const awards = talmud(estate, claims);
      for (let i = 0; i < claims.length; i += 1) {
        for (let j = 0; j < i; j += 1) {
          const both = awards[i] + awards[j];
          const conceded = [Math.max(0, both - claims[j]), Math.max(0, both - claims[i])];
          const contested = both - conceded[0] - conceded[1];
          close([awards[i], awards[j]], [conceded[0] + contested / 2, conceded[1] + contested / 2]);
        }
      }
    });
  });
});

describe("refusals", () => {
  it("pays out no more than is claimed, and splits nothing below 0", () => {
    const input = { place: ["a", "b"], claim: [1, 2] };
    expect(() => bankruptcy(input, { estate: 4 })).toThrow(
      "bankruptcy: estate is 4, expected at most the sum of claims 3",
    );
    expect(() => bankruptcy(input, { estate: -1 })).toThrow(
      "bankruptcy: estate is -1, expected a number of at least 0",
    );
    expect(bankruptcy({ place: ["a", "b"], claim: [0.7, 0.1] }, { estate: 0.8 }).covered).toBe(1);
  });

  it("names the party whose claim is below 0, none, or there twice", () => {
    expect(() => bankruptcy({ place: ["a", "b"], claim: [1, -2] }, { estate: 1 })).toThrow("claim of b is -2");
    expect(() => bankruptcy({ place: ["a", "b"], claim: [0, 0] }, { estate: 0 })).toThrow("claims add up to 0");
    expect(() => bankruptcy({ place: ["a", "a"], claim: [1, 2] }, { estate: 1 })).toThrow("party a is there twice");
  });

  it("leaves random arrival empty beyond 20 parties, and says so", () => {
    const many = bankruptcy({ place: place(21), claim: place(21).map(() => 1) }, { estate: 7 });
    expect(many.awards["random-arrival"].every(Number.isNaN)).toBe(true);
    expect(many.warnings?.map(({ code }) => code)).toEqual(["random-arrival-left-out"]);
  });
});
