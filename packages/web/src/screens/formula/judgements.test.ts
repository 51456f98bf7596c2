import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  judged,
  newExpert,
  onScale,
  scale,
  scaleWith,
  withJudgement,
  withJudgements,
  withoutExpert,
} from "./judgements.ts";
import { weighedBy } from "./weighed-by.ts";

const children = ["a", "b", "c"];
const me = { node: "total", expert: "me", children };

describe("judgements in pairs", () => {
  it("are written once a pair, in whole numbers, and read either way round", () => {
    const first = withJudgement({}, me, { row: "a", column: "b", value: 1 / 3 });
    expect(first).toEqual({ total: { me: { b: { a: 3, c: 1 }, a: { c: 1 } } } });
    const matrix = first.total?.me;
    expect([judged(matrix, "a", "b"), judged(matrix, "b", "a"), judged(matrix, "c", "c")]).toEqual([1 / 3, 3, 1]);
    expect(withJudgement(first, me, { row: "b", column: "a", value: 1 / 5 }).total?.me).toEqual({
      a: { b: 5, c: 1 },
      b: { c: 1 },
    });
  });
  it("off the scale are shown as they are written, beside those on it", () => {
    expect(scaleWith(3)).toBe(scale);
    expect(scaleWith(2.5).map(onScale).slice(5, 9)).toEqual(["4", "3", "2.5", "2"]);
    expect(onScale(0.4)).toBe("1/2.5");
  });
  it("of a new expert stand under a name that nobody has", () => {
    expect(newExpert([])).toBe("expert-1");
    expect(newExpert(["expert-1", "Li", "expert-3"])).toBe("expert-2");
  });
  it("have a scale from 9 to 1/9", () => {
    expect(scale.map(onScale).join(" ")).toBe("9 8 7 6 5 4 3 2 1 1/2 1/3 1/4 1/5 1/6 1/7 1/8 1/9");
  });
  it("give Saaty's weights and ratio", () => {
    // 1 3 5; 1/3 1 3; 1/5 1/3 1: eigen() of R 4.2.2, as in composite/ahp-weights
    const told = weighedBy({ total: { me: { a: { b: 3, c: 5 }, b: { c: 3 } } } }, "total", children);
    expect(told?.ratio).toBeCloseTo(0.0331992159984263, 12);
    expect(told?.weights[0]?.weight).toBeCloseTo(0.636985571744757, 12);
    expect(weighedBy({}, "total", children)).toBeUndefined();
  });
  it("of an expert are taken out with the expert, and the node with the last of them", () => {
    const two = { total: { me: { a: { b: 2 } }, you: { a: { b: 3 } } } };
    expect(withoutExpert(two, "total", "me")).toEqual({ total: { you: { a: { b: 3 } } } });
    expect(withoutExpert(withoutExpert(two, "total", "me"), "total", "you")).toEqual({});
  });
  it("stand in the study's text, on the recipe's own line", () => {
    const text = "recipes: { r: { indicators: s } }\n";
    expect(parse(withJudgements(text, "r", { total: { me: { a: { b: 2 } } } })).recipes.r).toEqual({
      indicators: "s",
      weigh: { method: "ahp", judgements: { total: { me: { a: { b: 2 } } } } },
    });
  });
});
