import { parseStudy } from "@conurb/core/study";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { type Chosen, withIndicators } from "./with-indicators.ts";

const text = `conurb: 1
title: { zh: 我的, en: Mine } # as it was named
datasets:
  # brought in by hand
  levels:
    file: data/levels.csv
    roles: { place: 地区, year: year, values: [经济发展水平, 'PM2.5 (µg)'] }
analyses:
  gap: { use: inequality/theil, on: { data: { from: levels, where: { year: 2020 } } } }
`;
const of = (column: string, more: Partial<Chosen> = {}): Chosen => ({ column, direction: "up", aspect: "", ...more });
const asked = {
  dataset: "levels",
  years: [2019, 2020],
  chosen: [of("经济发展水平"), of("PM2.5 (µg)", { direction: "down" })],
};

it("makes a set, a recipe without weights of its own, and the ranking; every line that stood stands", () => {
  const made = withIndicators(text, asked);
  expect(text.split("\n").filter((line) => !made.text.split("\n").includes(line))).toEqual([]);
  expect(made).toMatchObject({ set: "indicators", analysis: "ranks" });
  const { indicators, recipes, analyses } = parse(made.text);
  expect(indicators).toEqual({
    indicators: {
      title: { zh: "指标", en: "Indicators" },
      years: [2019, 2020],
      aspects: {
        all: {
          title: { zh: "全部指标", en: "All indicators" },
          indicators: {
            "indicator-1": { title: "经济发展水平", expr: "levels.经济发展水平", direction: "up" },
            "pm2-5": { title: "PM2.5 (µg)", expr: 'levels["PM2.5 (µg)"]', direction: "down" },
          },
        },
      },
    },
  });
  expect(recipes).toEqual({ indicators: { indicators: "indicators" } });
  expect(analyses.ranks).toMatchObject({
    use: "composite/rank-uncertainty",
    on: { data: "indicators", recipe: "indicators" },
  });
  expect(parseStudy(made.text, "study.yaml").problems).toEqual([]);
});

it("writes a line an indicator, as a hand would", () => {
  expect(withIndicators(text, asked).text).toContain(
    `          pm2-5: { title: PM2.5 (µg), expr: 'levels["PM2.5 (µg)"]', direction: down }\n`,
  );
});

it("groups by aspects; what has none stands under others", () => {
  const chosen = [
    of("income", { aspect: " Economy" }),
    of("air", { aspect: "环境" }),
    of("Income", { aspect: "Economy" }),
    of("year", { title: { en: "Years of school", zh: "受教育年限" } }),
  ];
  const { text: now } = withIndicators(text, { dataset: "levels", years: [2020], chosen });
  const { year, years, aspects } = parse(now).indicators.indicators;
  expect([year, years]).toEqual([2020, undefined]);
  const shape = Object.entries<{ title: unknown; indicators: object }>(aspects).map(([id, each]) => [
    id,
    each.title,
    Object.keys(each.indicators),
  ]);
  expect(shape).toEqual([
    ["economy", "Economy", ["income", "income-2"]],
    ["aspect-2", "环境", ["air"]],
    ["others", { zh: "其他", en: "Others" }, ["year-2"]], // a table of indicators has a year of its own
  ]);
  expect(aspects.others.indicators["year-2"].title).toEqual({ zh: "受教育年限", en: "Years of school" });
});

it("stands beside sets and names that are there, and over the places of its dataset", () => {
  const given = `${text.replace("    roles:", "    places: parents\n    roles:")}indicators:
    indicators: # four spaces deep
        aspects: {}
recipes: { other: { indicators: indicators } }
`;
  const made = withIndicators(given, { ...asked, years: [] });
  expect(
    given
      .split("\n")
      .filter((line) => !made.text.split("\n").includes(line))
      .join(""),
  ).toMatch(/^recipes: /);
  expect(made.set).toBe("indicators-2");
  const { indicators, recipes } = parse(made.text);
  expect(Object.keys(indicators)).toEqual(["indicators", "indicators-2"]);
  expect(indicators["indicators-2"]).toMatchObject({ places: "parents" });
  expect(indicators["indicators-2"]).not.toHaveProperty("years");
  expect(recipes).toEqual({ other: { indicators: "indicators" }, "indicators-2": { indicators: "indicators-2" } });
});
