import { describe, expect, it } from "vitest";
import { oracleJson } from "../../test/atlas-compositions.ts";
import { shippedRegister } from "../../test/shipped-register.ts";
import { instrumentMix } from "./instrument-mix.ts";

// two clusters, four entries: p1 and p2 of north, p3 of south, p4 of both
const four = {
  entry: ["p4", "p3", "p2", "p1"],
  cluster: ["north;south", "south", "north", "north"],
  rung: ["supportive", "", "subsidy", "remove-barriers"],
  mechanism: ["central-coordinated", "market", "market", "local-collaboration"],
  instrument: ["supply", "demand", "", "environment"],
  objective: ["industry;social", "social", "industry", ""],
  start: [2012, 2000, Number.NaN, 2005],
};

describe("by hand", () => {
  const mix = instrumentMix(four);
  const share = (of: string, scope: string, code: string, phase = "all", found = mix) =>
    found.mix.find((row) => row.of === of && row.scope === scope && row.code === code && row.phase.code === phase)
      ?.share;

  it("shares are of the coded entries of a cluster and phase", () => {
    expect(share("rung", "north", "subsidy")).toBe(1 / 2);
    expect(share("rung", "north", "remove-barriers", "2001-2010")).toBe(1);
    expect(share("rung", "north", "subsidy", "undated")).toBe(1);
    expect(share("rung", "south", "subsidy")).toBeUndefined(); // its one entry has no rung
    expect(share("mechanism", "south", "market", "-2000")).toBe(1);
  });

  it("an entry of two clusters stands apart, or counts with each", () => {
    expect(mix.scopes).toEqual(["north", "south", "several-clusters"]);
    const each = instrumentMix(four, { wider: "each" });
    expect(each.scopes).toEqual(["north", "south"]);
    expect(share("rung", "north", "supportive", "all", each)).toBe(1 / 3);
    expect(share("rung", "south", "supportive", "all", each)).toBe(1);
  });

  it("crosses instruments with every objective, and counts what is dated", () => {
    expect(mix.cross.filter(({ entries }) => entries > 0)).toEqual([
      { row: "supply", column: "industry", entries: 1 },
      { row: "supply", column: "social", entries: 1 },
      { row: "demand", column: "social", entries: 1 },
    ]);
    expect([mix.datedEntries, mix.undatedEntries]).toEqual([3, 1]);
    expect(mix.dated.reduce((sum, { entries }) => sum + entries, 0)).toBe(4);
    expect(mix.warnings?.map(({ code }) => code)).toEqual(["undated", "rung-uncoded", "instrument-uncoded"]);
  });

  it("puts each entry into one phase", () => {
    const filled = mix.phases.filter(({ entries }) => entries > 0);
    expect(filled.map(({ scope, phase, entries, market }) => [scope, phase.code, entries, market])).toEqual([
      ["north", "2001-2010", 1, 0],
      ["north", "undated", 1, 1],
      ["south", "-2000", 1, 1],
      ["several-clusters", "2011-2020", 1, 0],
    ]);
    expect(mix.phases).toHaveLength(3 * 4); // every cluster with every phase that there is
  });

  it("compares government-led with market-driven", () => {
    expect(mix.led.filter(({ scope }) => scope === "north")).toEqual([
      { scope: "north", led: "government", entries: 1, share: 0.5, barriers: 1, narrow: 0, dated: 1 },
      { scope: "north", led: "market", entries: 1, share: 0.5, barriers: 0, narrow: 1, dated: 0 },
    ]);
  });
});

it("puts a decade into a phase only where it lies in one", () => {
  const phase = (start: number, latest: number) =>
    instrumentMix({ entry: ["p"], start: [start], latest: [latest], rung: ["subsidy"] }).mix.find(
      (row) => row.phase.code !== "all",
    )?.phase.code;
  expect(phase(1980, 1989)).toBe("-2000");
  expect(phase(2000, 2009)).toBe("undated"); // 2000 is before, 2001 after
});

it("shares of every cluster, phase and dimension add up to 1", () => {
  const { mix } = instrumentMix(shippedRegister());
  const sums = new Map<string, number>();
  for (const { of, scope, phase, share } of mix) {
    const key = `${of} ${scope} ${phase.code}`;
    sums.set(key, (sums.get(key) ?? 0) + share);
  }
  for (const [key, sum] of sums) expect(sum, key).toBeCloseTo(1, 12); // sums of up to five shares
});

it("refuses a class that is none: it would be in no share, and shares not add up", () => {
  expect(() => instrumentMix({ entry: ["p"], rung: ["subsidie"] })).toThrow(
    "instrument-mix: rung of the pyramid of p is subsidie, expected one of remove-barriers",
  );
  expect(() => instrumentMix({ entry: ["p"], level: ["law"] })).toThrow(
    "level of p is law, expected one of strategic-plan",
  );
  expect(instrumentMix({ entry: ["p"], rung: ["补助"] }).mix.find(({ code }) => code === "subsidy")?.share).toBe(1);
});

it("refuses phases out of order and an entry twice", () => {
  expect(() => instrumentMix(four, { phases: [2011, 2001] })).toThrow(
    "instrument-mix: phases are 2011, 2001, expected first years in order",
  );
  expect(() => instrumentMix({ entry: ["p", "p"] })).toThrow("instrument-mix: entry p stands twice, expected once");
});

describe("against R on the shipped register", () => {
  const digits = 14; // R writes 15
  const r = oracleJson<{
    dated: number;
    undated: number;
    rungs: Record<string, Record<string, number>>;
    rungs_by_phase: Record<string, Record<string, number>>;
    led: Record<
      string,
      { entries: number; share: number; dated: number; barriers: number | null; narrow: number | null }
    >;
  }>("policy-instrument-mix");
  const mix = instrumentMix(shippedRegister());

  it("counts 21 dated and 61 undated", () => {
    expect([mix.datedEntries, mix.undatedEntries]).toEqual([r.dated, r.undated]);
    expect([r.dated, r.undated]).toEqual([21, 61]); // README of seeds-benchmarks
  });

  it("gives the same shares of rungs, over all and by phase", () => {
    const rows = mix.mix.filter(({ of }) => of === "rung");
    for (const { scope, phase, code, share } of rows) {
      const wanted = phase.code === "all" ? r.rungs[scope] : r.rungs_by_phase[`${scope} ${phase.code}`];
      expect(share, `${scope} ${phase.code} ${code}`).toBeCloseTo(wanted?.[code] as number, digits);
    }
    expect(rows.length).toBe(5 * (Object.keys(r.rungs).length + Object.keys(r.rungs_by_phase).length));
  });

  it("gives the same comparison of government and market", () => {
    expect(mix.led.length).toBe(Object.keys(r.led).length);
    for (const { scope, led, ...found } of mix.led) {
      const wanted = r.led[`${scope} ${led}`];
      expect([found.entries, found.dated], `${scope} ${led}`).toEqual([wanted?.entries, wanted?.dated]);
      for (const name of ["share", "barriers", "narrow"] as const) {
        expect(found[name], `${scope} ${led} ${name}`).toBeCloseTo(wanted?.[name] ?? Number.NaN, digits);
      }
    }
  });
});
