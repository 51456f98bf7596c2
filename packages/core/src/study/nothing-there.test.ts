import { expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";

const gdp = makeTable(
  "gdp",
  ["place", "year"],
  [
    labels("place", ["a", "a", "b", "b"]),
    numbers("year", "year", [2018, 2019, 2018, 2019]),
    numbers("gdp", "1", [1, 2, 3, 4]),
  ],
  { roles: { place: "place", year: "year", value: "gdp" } },
);
const level = makeTable("level", ["place"], [labels("place", ["a", "b"]), numbers("level", "1", [2, Number.NaN])], {
  roles: { place: "place", value: "level" },
});
const tables = { "gdp.csv": gdp, "level.csv": level };
const places = ["a", "b"].map((code) => ({ code, name: same(code) }));

async function reasonOf(when: string, expr: string) {
  const text = `
conurb: 1
title: { en: A, zh: 甲 }
cluster: { all: { title: { en: All, zh: 全部 }, members: [a, b] } }
datasets:
  gdp: { file: gdp.csv }
  level: { file: level.csv }
indicators:
  set: { ${when}, aspects: { one: { indicators: { x: { expr: "${expr}" } } } } }
analyses:
  spread: { use: inequality/theil, on: { data: { from: set, roles: { value: x } } } }
`;
  const { notes, problems } = await checkStudy(text, "study.yaml", memoryPorts(tables, { places }).ports);
  expect(problems).toEqual([]);
  const { text: told, hint } = notes.find(({ code }) => code === "lacking") ?? {};
  return { en: told?.en.replace("no indicator of set has a figure: ", ""), zh: told?.zh, hint: hint?.en };
}

it("says of a set without a figure why, and how to mend it", async () => {
  const years = await reasonOf("years: [2020, 2021]", "gdp.gdp");
  expect(years.en).toBe("gdp has figures of 2018, 2019, none of 2020, 2021");
  expect(years.zh).toBe("指标集 set 没有任何数据：gdp 的数据年份为 2018、2019，没有 2020、2021");
  expect(years.hint).toMatch(/^write year: or years: of set as its data have them/);
});

it("tells a table without years from one without the years that are asked for", async () => {
  expect((await reasonOf("year: 2019", "lag(level.level, 1)")).en).toBe(
    "level has no column of years, and level.level is asked for by year (lag, at)",
  );
  expect((await reasonOf("year: 2018", "lag(gdp.gdp, 1)")).en).toBe(
    "gdp has figures of 2018, 2019, none of the other years that gdp.gdp is asked for (lag, at)",
  );
  expect((await reasonOf("year: 2019", "gdp.gdp / 0")).en).toMatch(/division by 0/);
});
