import { describe, expect, it } from "vitest";
import { sentence } from "../contract/sentence.ts";
import method, { treatment } from "./treatment.ts";

const panel = {
  place: ["a", "b", "c"].flatMap((place) => [place, place, place]),
  year: ["a", "b", "c"].flatMap(() => [2014, 2015, 2016]),
  cluster: ["north", "north", "south"].flatMap((cluster) => [cluster, cluster, cluster]),
};
const register = { entry: ["p", "q"], start: [2016, 2015], cluster: ["north", "south"] };
const treatedIn = (found: ReturnType<typeof treatment>) =>
  found.cells.filter(({ treated }) => treated).map(({ place, year }) => `${place} ${year}`);

describe("by hand", () => {
  it("reaches the places of an entry's clusters where the register names no places", () => {
    expect(treatedIn(treatment(register, panel))).toEqual(["a 2016", "b 2016", "c 2015", "c 2016"]);
  });

  it("reaches the places named, and those alone", () => {
    expect(treatedIn(treatment({ ...register, places_reached: ["b", ""] }, panel))).toEqual(["b 2016"]);
  });

  it("takes the entries asked for; the others are what else goes on", () => {
    const found = treatment(register, panel, { entries: ["p"] });
    expect(treatedIn(found)).toEqual(["a 2016", "b 2016"]);
    expect(found.cells.filter(({ others }) => others > 0).map(({ place, year }) => `${place} ${year}`)).toEqual([
      "c 2015",
      "c 2016",
    ]);
    expect(found.warnings?.map(({ code }) => code)).toEqual(["contamination"]);
  });

  it("knows neighbours from links in one direction", () => {
    const found = treatment(register, panel, { entries: ["p"] }, { from: ["a"], to: ["c"] });
    expect(found.cells.filter(({ place }) => place === "c").map(({ exposed }) => exposed)).toEqual([0, 0, 1]);
  });

  it("treats with a share, or with a part of unknown size", () => {
    const partly = treatment({ ...register, places_reached: ["", ""], places_partly: ["a", ""] }, panel);
    expect(partly.cells.find(({ place, year }) => place === "a" && year === 2016)?.dose).toBeNaN();
    expect(treatedIn(partly)).toEqual(["a 2016"]);
    const shared = treatment({ ...register, share: [0.25, 1] }, panel, { atLeast: 0.5 });
    expect(treatedIn(shared)).toEqual(["c 2015", "c 2016"]);
    expect(shared.convention).toEqual({ entries: "all", partly: "treated", contaminated: "keep" });
  });
});

it("names what is undated", () => {
  const { warnings } = treatment({ ...register, start: [Number.NaN, 2015] }, panel);
  expect(warnings?.find(({ code }) => code === "undated")?.values).toEqual({ entries: { industries: ["p"] } });
});

it("refuses an entry that the register lacks, and a share beyond the whole", () => {
  expect(() => treatment(register, panel, { entries: ["r"] })).toThrow("treatment: the register has no entry r");
  expect(() => treatment({ ...register, share: [1.5, 1] }, panel)).toThrow(
    "treatment: share of p is 1.5, expected more than 0 and at most 1",
  );
});

describe("untreated places that others touch", () => {
  it("stay as comparison and are flagged", () => {
    const found = treatment(register, panel, { entries: ["p"] });
    expect([...new Set(found.cells.map(({ place }) => place))]).toEqual(["a", "b", "c"]);
    expect(found.leftOut).toEqual([]);
  });

  it("are left out of the cells where that is asked, and named", () => {
    const found = treatment(register, panel, { entries: ["p"], contaminated: "leave-out" });
    expect([...new Set(found.cells.map(({ place }) => place))]).toEqual(["a", "b"]);
    expect(found.leftOut).toEqual(["c"]);
    expect(found.n).toBe(6);
    // left out, c is no longer what a comparison must beware of
    expect(found.warnings?.map(({ code }) => code)).toEqual(["contaminated-left-out"]);
    const said = (result: typeof found, lang: "en" | "zh") =>
      sentence(method.findings?.(result as never, {} as never, {} as never)[0] as never, lang);
    expect(said(found, "en")).toBe("2 of 3 places are treated, in 1 cohort; 1 is left out of the comparison.");
    expect(said(found, "zh")).toBe("3 个地区中 2 个受处理，分 1 批；另有 1 个不作对照。");
    expect(said(treatment(register, panel, { entries: ["p"] }), "en")).toBe("2 of 3 places are treated, in 1 cohort.");
  });

  it("stay where they are treated later: a is under q a year before p", () => {
    const later = { entry: ["p", "q"], start: [2016, 2015], cluster: ["north", "north"] };
    const found = treatment(later, panel, { entries: ["p"], contaminated: "leave-out" });
    expect(found.leftOut).toEqual([]);
  });
});

describe("dates that contradict each other", () => {
  it.each([
    [{ end: [2014] }, "treatment: p ends in 2014, before it begins in 2016"],
    [{ announced_year: [2017] }, "treatment: p begins in 2016, before it is announced in 2017"],
  ])("%o are refused", (dates, message) => {
    const p = { entry: ["p"], start: [2016], cluster: ["north"], ...dates };
    expect(() => treatment(p, panel)).toThrow(message);
  });
});
