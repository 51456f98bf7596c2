import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "./conurb.ts";
import { run } from "./yearbook-files.ts";

const study = (was: string) => `conurb: 1
title: t
datasets:
  mine:
    file: mine.csv
    roles: { place: place, year: year, value: x }
    corrections:
      - at: { place: b, year: 2020 }
        column: x
        was: ${was}
        value: 30
        reason: { en: "a digit was lost, p. 9", zh: 漏一位 }
analyses:
  gap: { use: inequality/gini, on: { data: { from: mine, where: { year: 2020 } } } }
`;
const csv = "place,year,x\na,2020,10\nb,2020,3\n";

it("a correction is told by check, is what run computes with, and explain shows its reason and the file's own figure", async () => {
  const folder = folderWith({ "study.yaml": study("3"), "mine.csv": csv });
  const checked = await run(folder, "check", ".");
  expect(checked.code, checked.err).toBe(0);
  expect(checked.out + checked.err).toContain(
    "x of place b, year 2020 is taken as 30, the file has 3: a digit was lost, p. 9",
  );
  const ran = await run(folder, "run", ".", "--json");
  expect(ran.code, ran.err).toBe(0);
  const { analyses } = JSON.parse(readFileSync(join(folder, "out", "study.lock.json"), "utf8")) as {
    analyses: { gap: { key: string } };
  };
  const result = JSON.parse(readFileSync(join(folder, "out", "results", `${analyses.gap.key}.json`), "utf8")) as {
    scalars: Record<string, number>;
  };
  // Gini of 10 and 30: |30 - 10| / (2 * 2 * 20) * 2 = .25; of 10 and 3 it would be .269
  expect(Object.values(result.scalars)).toContainEqual(0.25);
  const told = await run(folder, "explain", ".", "gap", "--all");
  expect(told.out).toContain("a digit was lost, p. 9");
  expect(told.out).toMatch(/mine\.csv/);
  expect(readFileSync(join(folder, "mine.csv"), "utf8")).toBe(csv);
});

it("a figure that is no longer what was corrected stops the study, with its line", async () => {
  const folder = folderWith({ "study.yaml": study("4"), "mine.csv": csv });
  const checked = await run(folder, "check", ".");
  expect(checked.code).toBe(3);
  expect(checked.out).toContain("study.yaml:10");
  expect(checked.out).toContain("x of place b, year 2020 is 3 in the data, expected 4, which is corrected here");
});
