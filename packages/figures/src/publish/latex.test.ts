import { describe, expect, it } from "vitest";
import type { Cell, Grid } from "../report/grid.ts";
import { latexTable, latexText } from "./latex.ts";
import { latexLayout } from "./latex-layout.ts";
import { latexParts } from "./latex-parts.ts";

const told = { name: "t", title: "T", notes: [], language: "en" } as const;
const cell = (text: string): Cell => ({ kind: "label", text, short: true });
const grid = (heads: readonly string[], rows: readonly (readonly string[])[], numbers = false): Grid => ({
  heads: heads.map((title, at) => ({
    title,
    unit: "",
    kind: numbers && at > 0 ? "number" : "label",
    afterNumber: false,
  })),
  rows: rows.map((cells) => cells.map(cell)),
  more: 0,
});

it.each([
  ["& % $ # _ { }", "\\& \\% \\$ \\# \\_ \\{ \\}"],
  ["a\\b~c^d", "a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d"],
  ["<x|y>", "\\textless{}x\\textbar{}y\\textgreater{}"],
  ["1 − 2 ≤ 3 × 4", "1 $-$ 2 $\\leq$ 3 $\\times$ 4"],
  ["β, σ and Σ", "$\\beta$, $\\sigma$ and $\\Sigma$"],
  ["km², m⁻¹, xᵢⱼ", "km$^{2}$, m$^{-1}$, x$_{ij}$"],
  ["耦合协调度 D（1–10）", "耦合协调度 D（1--10）"],
  ["a\u0000b\nc", "a b c"],
])("writes %j so that it means itself", (text, written) => {
  expect(latexText(text)).toBe(written);
});

it("lets lists without spaces be broken", () => {
  const text = latexTable(grid(["a"], [["110000;120000"], ["one/two_three"]]), told);
  expect(text).toContain("110000;\\allowbreak{}120000 ");
  expect(text).toContain("one/\\allowbreak{}two\\_\\allowbreak{}three ");
});

it("guards what a row may not begin with", () => {
  const text = latexTable(grid(["[a]", "b"], [["*", "[0, 1]"]]), told);
  expect(text).toContain("{[}a] & b \\\\");
  expect(text).toContain("{*} & {[}0, 1] \\\\");
});

it("names the packages that a table needs, and ctex where a sign is Chinese", () => {
  const first = (text: string) => text.split("\n")[0];
  expect(first(latexTable(grid(["a"], [["b"]]), told))).toBe("% \\usepackage{booktabs}");
  expect(first(latexTable(grid(["a"], [["天津"]]), told))).toContain("\\usepackage{ctex}");
  const long = latexTable(grid(["a"], Array(50).fill(["b"])), told);
  expect(first(long)).toBe("% \\usepackage{booktabs,longtable}");
  const wide = latexTable(grid(["a", "b"], [["x", "some words ".repeat(9)]]), told);
  expect(first(wide)).toBe("% \\usepackage{booktabs,array}");
});

it("breaks heads into lines as long as their figures allow, about equally long", () => {
  const { heads } = latexLayout(
    grid(["Place", "综合发展水平", "Correlation of location quotients"], [["a", "1", "2"]], true),
  );
  expect(heads[1]).toEqual(["综合发", "展水平"]);
  expect(heads[2]?.length).toBeGreaterThan(2);
  expect(heads[2]?.join(" ")).toBe("Correlation of location quotients");
});

it("makes a wide table small, then turns it on its side, and wraps words", () => {
  const many = (count: number) => grid(Array(count).fill("share"), [Array(count).fill("1,234.5")], true);
  expect(latexLayout(many(5))).toMatchObject({ size: "", sideways: false, wraps: false });
  expect(latexLayout(many(8)).size).toMatch(/footnotesize/);
  expect(latexLayout(many(8)).sideways).toBe(false);
  expect(latexLayout(many(16)).sideways).toBe(true);
  const words = latexLayout(grid(["a", "b"], [["x", "some words ".repeat(9)]]));
  expect(words.columns).toMatch(/^l>\{\\raggedright\\arraybackslash\\hspace\{0pt\}\}p\{\d+pt\}$/);
});

it("goes on over the page where wrapped words make few rows long, its head repeated", () => {
  const words = ["x", "some words ".repeat(40)];
  const text = latexTable(grid(["a", "b"], Array(12).fill(words)), told);
  expect(text).toContain("\\begin{longtable}");
  expect(text.match(/a & b \\\\/g)).toHaveLength(2);
  expect(latexTable(grid(["a", "b"], Array(12).fill(["x", "y"])), told)).toContain("\\begin{tabular}");
});

describe("a table too wide for any page", () => {
  const heads = ["entry", ...Array.from({ length: 29 }, (_, at) => `column ${at + 2}`)];
  const wide = grid(heads, Array(3).fill(["p01", ...Array(29).fill("12,345,678.9")]), true);

  it("is set in parts that begin with the key, hold every other column once and go on the page", () => {
    expect(latexLayout(wide).fits).toBe("not");
    const parts = latexParts(wide, [0]);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ grid }) => grid.heads[0]?.title)).toEqual(parts.map(() => "entry"));
    expect(parts.flatMap(({ grid }) => grid.heads.slice(1)).map(({ title }) => title)).toEqual(heads.slice(1));
    for (const part of parts) expect(latexLayout(part.grid).fits).toBe("well");
    expect(parts[0]?.first).toBe(1);
    expect(parts.at(-1)?.last).toBe(30);
    for (let at = 1; at < parts.length; at += 1) expect(parts[at]?.first).toBe((parts[at - 1]?.last as number) + 1);
  });

  it("cuts it evenly, not into a full part and a rest of one column", () => {
    const few = (count: number) =>
      grid(heads.slice(0, count), [["p01", ...Array(count - 1).fill("12,345,678.9")]], true);
    const most = heads.findIndex((_, at) => latexLayout(few(at + 2)).fits === "not") + 1;
    const [first, second, ...more] = latexParts(few(most + 2), [0]).map(({ grid }) => grid.heads.length - 1);
    expect(more).toEqual([]);
    expect((first as number) - (second as number)).toBeLessThanOrEqual(1);
  });

  it("keeps one number and one label, and its notes under the last part", () => {
    const [, second] = latexParts(wide, [0]);
    const text = latexTable(wide, { ...told, notes: ["Source: x"], keys: [0] });
    const parts = latexParts(wide, [0]).length;
    expect(text.match(/\\label\{tab:t\}/g)).toHaveLength(1);
    expect(text.match(/\\addtocounter\{table\}\{-1\}/g)).toHaveLength(parts - 1);
    expect(text).toContain(`\\caption{T (continued: columns ${second?.first}--${second?.last})}`);
    expect(text.match(/Source: x/g)).toHaveLength(1);
    expect(text.indexOf("Source: x")).toBeGreaterThan(text.lastIndexOf("\\caption"));
    expect(latexTable(wide, { ...told, language: "zh" })).toContain(`（续：第 ${second?.first}--${second?.last} 列）`);
  });

  it("repeats one key where all of them would fill the page", () => {
    const keys = Array.from({ length: 20 }, (_, at) => at);
    const parts = latexParts(wide, keys);
    expect(parts.flatMap(({ grid }) => grid.heads.slice(1))).toHaveLength(29);
    expect(parts.at(-1)?.last).toBe(30);
  });
});
