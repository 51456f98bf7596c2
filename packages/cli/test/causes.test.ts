import type { Problem } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { causesOf } from "../src/causes.ts";

const problem = (code: string, words: string, place?: Problem["place"]): Problem => ({
  code,
  text: { en: `holds "${words}"`, zh: `内容为“${words}”` },
  ...(place === undefined ? {} : { place }),
});
const at = (row: number, column: string, sheet?: string) => ({
  file: "a.csv",
  row,
  column,
  ...(sheet === undefined ? {} : { sheet }),
});
const counts = (problems: readonly Problem[]) =>
  causesOf(problems).map(({ first, others }) => [first.place?.row, others.length]);

it("brings the same words together over columns, then what is left of a column, and leaves a few alone", () => {
  const same = [2, 3, 4, 5].map((row) => problem("not-a-number", "n/k", at(row, row % 2 ? "B" : "C", "2-1")));
  const column = [7, 8, 9, 10].map((row) => problem("not-a-number", `${row}x`, at(row, "D", "2-1")));
  const few = [11, 12, 13].map((row) => problem("percent-unexpected", "3%", at(row, "E", "2-1")));
  expect(counts([...same, ...column, ...few])).toEqual([
    [2, 3],
    [7, 3],
    [11, 0],
    [12, 0],
    [13, 0],
  ]);
});

it("keeps apart files, kinds, and slips that stand in no row of a file", () => {
  const files = [1, 2, 3, 4].map((row) => problem("x", "w", { ...at(row, "a"), file: `${row}.csv` }));
  const slips = [1, 2, 3, 4].map(() => problem("key-unknown", "analises", { file: "study.yaml", line: 3 }));
  expect(causesOf([...files, ...slips])).toHaveLength(8);
});

it("loses nothing: the firsts and the others are all there are, in order", () => {
  const all = Array.from({ length: 60 }, (_, row) => problem(`c${row % 3}`, `${row % 2}`, at(row, "a")));
  const found = causesOf(all).flatMap(({ first, others }) => [first, ...others]);
  expect(new Set(found).size).toBe(60);
  expect(causesOf(all).map(({ first }) => first.place?.row)).toEqual([0, 1, 2, 3, 4, 5]);
});
