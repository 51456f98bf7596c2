import { numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { dataColumns, indicatorColumn, nodeColumn } from "./data-columns.ts";
import type { ObstacleResult, PlaceObstacles } from "./obstacle-degree.ts";
import { rootId } from "./recipe.ts";
import type { CompositeData } from "./scale.ts";
import type { Scored, ScoredIndicator } from "./score.ts";

const degreeTitle = { en: "obstacle degree", zh: "障碍度" };

export function obstacleTables({ scored, places }: ObstacleResult, data: CompositeData, top: number): Table[] {
  const held = places.filter(({ order }) => order.length > 0);
  const about = dataColumns(data, { group: false });
  return [
    tableOf(
      "obstacles",
      ["place", "year", "indicator"],
      degreesOf(held, scored),
      [
        about,
        indicatorColumn(({ indicator }) => indicator),
        numberOf("degree", "1", degreeTitle, ({ degree }) => degree),
        numberOf("deviation", "1", { en: "distance from the best", zh: "指标偏离度" }, ({ deviation }) => deviation),
        numberOf("weight", "1", { en: "weight in the whole", zh: "因子贡献度" }, ({ indicator }) => indicator.weight),
      ],
      { title: { en: "Obstacle degrees", zh: "各指标障碍度" } },
    ),
    tableOf(
      "top",
      ["place", "year", "rank"],
      firstOf(held, scored, top),
      [
        about,
        numberOf("rank", "1", { en: "rank", zh: "位次" }, ({ rank }) => rank),
        indicatorColumn(({ indicator }) => indicator),
        numberOf("degree", "1", degreeTitle, ({ degree }) => degree),
      ],
      { title: { en: "Main obstacles", zh: "主要障碍因子" } },
    ),
    tableOf(
      "aspects",
      ["place", "year", "node"],
      aspectsOf(held, scored),
      [about, nodeColumn(({ node }) => node), numberOf("degree", "1", degreeTitle, ({ degree }) => degree)],
      { title: { en: "Obstacle degrees by aspect", zh: "分维度障碍度" } },
    ),
    tableOf(
      "indicators",
      ["indicator"],
      obstacleCounts(held, scored, top),
      [
        indicatorColumn(({ indicator }) => indicator),
        numberOf("mean_degree", "1", over(data, "mean obstacle degree", "平均障碍度"), (row) => row.meanDegree),
        numberOf("first", "1", over(data, "rows whose main obstacle it is", "列首位的次数"), ({ first }) => first),
        numberOf(
          "among_top",
          "1",
          over(data, `rows with it among the first ${top}`, `列前 ${top} 位的次数`),
          (row) => row.amongTop,
        ),
      ],
      { title: { en: "How often each indicator is an obstacle", zh: "障碍因子出现频次" } },
    ),
    tableOf(
      "places",
      ["place", "year"],
      places,
      [
        dataColumns(data, { group: true }),
        numberOf("distance", "1", { en: "distance from the best", zh: "与最优水平的差距" }, ({ distance }) => distance),
        numberOf("missing", "1", { en: "indicators missing", zh: "缺失指标数" }, ({ missing }) => missing),
      ],
      { title: { en: "How far each place is from the best", zh: "各地与最优水平的差距" } },
    ),
  ];
}

/** What pools several years says so. */
function over({ year = [] }: CompositeData, en: string, zh: string): Text {
  const years = [...new Set(Array.from(year))].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (years.length < 2) return { en, zh };
  return {
    en: `${en}, ${years.length} years pooled (${first} to ${last})`,
    zh: `${zh}（${first}—${last} 年，${years.length} 个年份合并）`,
  };
}

function degreesOf(held: readonly PlaceObstacles[], { indicators }: Scored) {
  return held.flatMap(({ row, degrees, deviations }) =>
    indicators
      .map((indicator, at) => ({ row, indicator, degree: degrees[at], deviation: deviations[at] }))
      .filter(({ degree }) => !Number.isNaN(degree)),
  );
}

function firstOf(held: readonly PlaceObstacles[], { indicators }: Scored, top: number) {
  return held.flatMap(({ row, order, degrees }) =>
    order.slice(0, top).map((at, rank) => ({ row, rank: rank + 1, indicator: indicators[at], degree: degrees[at] })),
  );
}

/** Every node below the root, at any depth, with the sum over the indicators under it. */
function aspectsOf(held: readonly PlaceObstacles[], { nodes, indicators }: Scored) {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const under = (top: string, { node }: ScoredIndicator) => {
    for (let at: string | undefined = node; at !== undefined; at = parents.get(at)) if (at === top) return true;
    return false;
  };
  const aspects = nodes
    .filter(({ id }) => id !== rootId)
    .map((node) => ({ node, members: indicators.flatMap((each, at) => (under(node.id, each) ? [at] : [])) }));
  return held.flatMap(({ row, degrees }) =>
    aspects.map(({ node, members }) => ({ row, node, degree: sumOfPresent(members.map((at) => degrees[at])) })),
  );
}

function sumOfPresent(degrees: readonly number[]): number {
  const present = degrees.filter((degree) => !Number.isNaN(degree));
  return present.length === 0 ? Number.NaN : present.reduce((sum, degree) => sum + degree, 0);
}

/** How often each indicator is an obstacle, and how large a one on average. */
export function obstacleCounts(held: readonly PlaceObstacles[], { indicators }: Scored, top: number) {
  return indicators.map((indicator, at) => {
    const among = (first: number) => held.filter(({ order }) => order.slice(0, first).includes(at)).length;
    const present = held.map(({ degrees }) => degrees[at]).filter((degree) => !Number.isNaN(degree));
    const meanDegree = present.reduce((sum, degree) => sum + degree, 0) / present.length;
    return { indicator, meanDegree, first: among(1), amongTop: among(top) };
  });
}
