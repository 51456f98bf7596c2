import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const patience = 120_000; // milliseconds: a report in a process of its own, on a machine that may be busy

const study = (years: string) => `conurb: 1
title: { zh: 例, en: Example }
datasets:
  mine:
    file: figures.csv
    roles: { place: code, year: year, values: [schools, doctors] }
    units: { schools: school, doctors: person }
indicators:
  main:
    ${years}
    aspects:
      life:
        indicators: { schools: { expr: mine.schools, unit: school }, doctors: { expr: mine.doctors, unit: person } }
recipes: { plain: { indicators: main } }
analyses: { level: { use: composite/index, on: { data: main, recipe: plain } } }
`;
const figures = `code,year,schools,doctors
a,2010,1,4
a,2015,2,5
a,2020,4,7
b,2010,2,1
b,2015,3,2
b,2020,5,3
c,2010,3,2
c,2015,3,3
c,2020,6,4
`;

const trendsOf = async (years: string): Promise<number> => {
  const folder = folderWith({ "study.yaml": study(years), "figures.csv": figures });
  const ran = await conurb(["report", folder, "--lang", "en"]);
  expect(ran.code, ran.err).toBe(0);
  return readFileSync(join(folder, "out/report.en.html"), "utf8").match(/<figure class="c\d+ trend">/g)?.length ?? 0;
};

it(
  "draws the scores of a panel over time without being asked, and those of one year not",
  async () => {
    expect(await trendsOf("years: [2010, 2015, 2020]")).toBe(1);
    expect(await trendsOf("year: 2020")).toBe(0);
  },
  patience,
);
