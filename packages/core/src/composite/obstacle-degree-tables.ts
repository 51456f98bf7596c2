import { labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { ObstacleResult, PlaceObstacles } from "./obstacle-degree.ts";
import { rootId } from "./recipe.ts";
import { keyColumns } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";
import type { Scored, ScoredIndicator } from "./score.ts";

export function obstacleTables(result: ObstacleResult, data: CompositeData, top: number): Table[] {
  const held = result.places.filter(({ order }) => order.length > 0);
  const { scored, places } = result;
  return [
    obstacles(held, scored, data),
    ranking(held, scored, data, top),
    aspects(held, scored, data),
    indicators(held, scored, top),
    byPlace(places, data),
  ];
}

const number = (name: string, values: ArrayLike<number>, en: string, zh: string): NumberColumn =>
  numbers(name, "1", values, { title: { en, zh } });

/** The id of a thing in a recipe, and what it is called. */
function named(name: string, title: Text, things: readonly { readonly id: string; readonly title: Text }[]) {
  return [
    labels(
      name,
      things.map(({ id }) => id),
      title,
    ),
    labels(
      `${name}_en`,
      things.map((each) => each.title.en),
      { en: `${title.en}, English`, zh: `${title.zh}英文名` },
    ),
    labels(
      `${name}_zh`,
      things.map((each) => each.title.zh),
      { en: `${title.en}, Chinese`, zh: `${title.zh}中文名` },
    ),
  ];
}

const indicatorTitle = { en: "indicator", zh: "指标" };

function obstacles(held: readonly PlaceObstacles[], scored: Scored, data: CompositeData): Table {
  const cells = held.flatMap((place) =>
    scored.indicators.flatMap((indicator, at) => (Number.isNaN(place.degrees[at]) ? [] : [{ place, indicator, at }])),
  );
  const { key, columns } = keyColumns(
    data,
    cells.map(({ place }) => place.row),
    false,
  );
  return makeTable(
    "obstacles",
    [...key, "indicator"],
    [
      ...columns,
      ...named(
        "indicator",
        indicatorTitle,
        cells.map(({ indicator }) => indicator),
      ),
      number(
        "degree",
        cells.map(({ place, at }) => place.degrees[at]),
        "obstacle degree",
        "障碍度",
      ),
      number(
        "deviation",
        cells.map(({ place, at }) => place.deviations[at]),
        "distance from the best",
        "指标偏离度",
      ),
      number(
        "weight",
        cells.map(({ indicator }) => indicator.weight),
        "weight in the whole",
        "因子贡献度",
      ),
    ],
    { title: { en: "Obstacle degrees", zh: "各指标障碍度" } },
  );
}

function ranking(held: readonly PlaceObstacles[], scored: Scored, data: CompositeData, top: number): Table {
  const cells = held.flatMap((place) =>
    place.order.slice(0, top).map((at, rank) => ({ place, rank: rank + 1, at, indicator: scored.indicators[at] })),
  );
  const { key, columns } = keyColumns(
    data,
    cells.map(({ place }) => place.row),
    false,
  );
  return makeTable(
    "top",
    [...key, "rank"],
    [
      ...columns,
      number(
        "rank",
        cells.map(({ rank }) => rank),
        "rank",
        "位次",
      ),
      ...named(
        "indicator",
        indicatorTitle,
        cells.map(({ indicator }) => indicator),
      ),
      number(
        "degree",
        cells.map(({ place, at }) => place.degrees[at]),
        "obstacle degree",
        "障碍度",
      ),
    ],
    { title: { en: "Main obstacles", zh: "主要障碍因子" } },
  );
}

/** Every node below the root, at any depth, with the sum over the indicators under it. */
function aspects(held: readonly PlaceObstacles[], { nodes, indicators }: Scored, data: CompositeData): Table {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const under = (top: string, { node }: ScoredIndicator) => {
    for (let at: string | undefined = node; at !== undefined; at = parents.get(at)) if (at === top) return true;
    return false;
  };
  const members = nodes
    .filter(({ id }) => id !== rootId)
    .map((node) => ({ node, at: indicators.flatMap((each, at) => (under(node.id, each) ? [at] : [])) }));
  const cells = held.flatMap((place) => members.map(({ node, at }) => ({ place, node, at })));
  const { key, columns } = keyColumns(
    data,
    cells.map(({ place }) => place.row),
    false,
  );
  return makeTable(
    "aspects",
    [...key, "node"],
    [
      ...columns,
      ...named(
        "node",
        { en: "aspect", zh: "维度" },
        cells.map(({ node }) => node),
      ),
      number(
        "degree",
        cells.map(({ place, at }) => sumOfPresent(at.map((each) => place.degrees[each]))),
        "obstacle degree",
        "障碍度",
      ),
    ],
    { title: { en: "Obstacle degrees by aspect", zh: "分维度障碍度" } },
  );
}

function sumOfPresent(degrees: readonly number[]): number {
  const present = degrees.filter((degree) => !Number.isNaN(degree));
  return present.length === 0 ? Number.NaN : present.reduce((sum, degree) => sum + degree, 0);
}

function indicators(held: readonly PlaceObstacles[], { indicators: all }: Scored, top: number): Table {
  const among = (at: number, first: number) => held.filter(({ order }) => order.slice(0, first).includes(at)).length;
  const means = all.map((_, at) => {
    const present = held.map(({ degrees }) => degrees[at]).filter((degree) => !Number.isNaN(degree));
    return present.reduce((sum, degree) => sum + degree, 0) / present.length;
  });
  return makeTable(
    "indicators",
    ["indicator"],
    [
      ...named("indicator", indicatorTitle, all),
      number("mean_degree", means, "mean obstacle degree", "平均障碍度"),
      number(
        "first",
        all.map((_, at) => among(at, 1)),
        "rows whose main obstacle it is",
        "列首位的次数",
      ),
      number(
        "among_top",
        all.map((_, at) => among(at, top)),
        `rows with it among the first ${top}`,
        `列前 ${top} 位的次数`,
      ),
    ],
    { title: { en: "How often each indicator is an obstacle", zh: "障碍因子出现频次" } },
  );
}

function byPlace(places: readonly PlaceObstacles[], data: CompositeData): Table {
  const { key, columns } = keyColumns(
    data,
    places.map(({ row }) => row),
    true,
  );
  return makeTable(
    "places",
    key,
    [
      ...columns,
      number(
        "distance",
        places.map(({ distance }) => distance),
        "distance from the best",
        "与最优水平的差距",
      ),
      number(
        "missing",
        places.map(({ missing }) => missing),
        "indicators missing",
        "缺失指标数",
      ),
    ],
    { title: { en: "How far each place is from the best", zh: "各地与最优水平的差距" } },
  );
}
