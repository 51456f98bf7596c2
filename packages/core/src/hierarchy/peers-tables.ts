import { groupColumn, placeColumn, placeTitle, yearColumn } from "../contract/place-columns.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { codeOf, labelOf, labels, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import type { Peer, PeersResult } from "./peers.ts";
import { mostDifferent } from "./peers-findings.ts";
import { titleOf } from "./places-by-indicator.ts";

const rankColumn = numberOf("rank", "1", { en: "rank", zh: "位次" }, ({ rank }: { rank: number }) => rank);
const peerColumn = labelOf("peer", { en: "peer", zh: "对标地区" }, ({ peer }: { peer: string }) => peer);

export function peersTables({ peers, distances, order }: PeersResult, indicators: readonly NamedNumbers[]): Table[] {
  const called = (name: string, title: { en: string; zh: string }) =>
    codeOf<Peer>(
      name,
      title,
      (pair) => indicators[mostDifferent(pair)?.at ?? -1]?.name ?? null,
      (pair) => {
        const indicator = indicators[mostDifferent(pair)?.at ?? -1];
        return indicator === undefined ? null : titleOf(indicator);
      },
    );
  const why = peers.flatMap((pair) =>
    pair.differences.map((each) => {
      const indicator = indicators[each.at] as NamedNumbers;
      const [own, theirs] = pair.rows.map((row) => indicator.values[row] as number) as [number, number];
      return { ...pair, ...each, indicator, own, theirs };
    }),
  );
  return [
    tableOf(
      "peers",
      ["place", "rank", "year"],
      peers,
      [
        placeColumn,
        yearColumn,
        groupColumn,
        rankColumn,
        peerColumn,
        labelOf("peer_group", { en: "its group", zh: "所在分组" }, ({ peerGroup }) => peerGroup),
        numberOf("distance", "1", { en: "distance", zh: "距离" }, ({ distance }) => distance),
        numberOf("indicators", "1", { en: "indicators compared", zh: "比较的指标数" }, (row) => row.indicators),
        called("apart", { en: "furthest apart in", zh: "差异最大的指标" }),
        numberOf(
          "apart_share",
          "1",
          { en: "its part in the squared distance", zh: "对距离平方的贡献" },
          (pair) => mostDifferent(pair)?.contribution ?? 0,
        ),
      ],
      { title: { en: "Nearest peers", zh: "最相近的地区" } },
    ),
    tableOf(
      "why",
      ["place", "rank", "indicator", "year"],
      why,
      [
        placeColumn,
        yearColumn,
        rankColumn,
        peerColumn,
        codeOf(
          "indicator",
          { en: "indicator", zh: "指标" },
          ({ indicator }) => indicator.name,
          ({ indicator }) => titleOf(indicator),
        ),
        labelOf("unit", { en: "unit", zh: "单位" }, ({ indicator }) => indicator.unit),
        numberOf("own", "1", { en: "own value", zh: "本地取值" }, ({ own }) => own),
        numberOf("theirs", "1", { en: "the peer's value", zh: "对标地区取值" }, ({ theirs }) => theirs),
        numberOf(
          "difference",
          "1",
          { en: "difference, standardised", zh: "标准化差异" },
          ({ difference }) => difference,
        ),
        numberOf(
          "contribution",
          "1",
          { en: "contribution to the squared distance", zh: "对距离平方的贡献" },
          ({ contribution }) => contribution,
        ),
      ],
      { title: { en: "Why they are near", zh: "相近的原因" } },
    ),
    distancesTable(distances),
    tableOf(
      "order",
      ["place"],
      order,
      [
        placeColumn,
        numberOf("position", "1", { en: "position", zh: "位置" }, ({ position }) => position),
        numberOf("block", "1", { en: "block", zh: "类块" }, ({ block }) => block),
      ],
      { title: { en: "Order", zh: "排序" } },
    ),
  ];
}

function distancesTable({ place, other, year, distance, likeness }: PeersResult["distances"]): Table {
  const years = year === undefined || year.length === 0 ? [] : [numbers("year", "year", year, { title: yearTitle })];
  return makeTable(
    "distances",
    ["place", "other", ...years.map(({ name }) => name)],
    [
      labels("place", place, placeTitle),
      labels("other", other, { en: "other place", zh: "另一地区" }),
      ...years,
      numbers("distance", "1", distance, { title: { en: "distance", zh: "距离" } }),
      numbers("likeness", "1", likeness, {
        title: { en: "likeness, 1 / (1 + distance)", zh: "相近度（1 /（1 + 距离））" },
      }),
    ],
    { title: { en: "Distances", zh: "两两距离" } },
  );
}

const yearTitle = { en: "year", zh: "年份" };
