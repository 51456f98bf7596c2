import { type Column, labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { BenefitResult, BenefitScore } from "./benefit-of-doubt.ts";

const placeTitle = { en: "place", zh: "城市" };
const yearTitle = { en: "year", zh: "年份" };

export function benefitTables({ scores, indicators }: BenefitResult): Table[] {
  const cells = scores.flatMap((row) => indicators.map((indicator, at) => ({ row, indicator, at })));
  const pairs = scores.flatMap((row) => row.peers.map((peer) => ({ row, peer: scores[peer] })));
  return [
    table("scores", { en: "Scores under the place's own best weights", zh: "自选最优权重下的得分" }, keys(scores), [
      ...groups(scores),
      numbers(
        "score",
        "1",
        scores.map(({ score }) => score),
        { title: { en: "score", zh: "得分" } },
      ),
      numbers(
        "peers",
        "1",
        scores.map(({ peers }) => peers.length),
        { title: { en: "rows at 1 under the same weights", zh: "同一权重下达到 1 的行数" } },
      ),
    ]),
    table(
      "shares",
      { en: "What each score is made of", zh: "得分构成" },
      [
        ...keys(cells.map(({ row }) => row)),
        labels(
          "indicator",
          cells.map(({ indicator }) => indicator.name),
          { en: "indicator", zh: "指标" },
        ),
      ],
      [
        labels(
          "indicator_en",
          cells.map(({ indicator: { name, title = same(name) } }) => title.en),
          { en: "indicator, English", zh: "指标英文名" },
        ),
        labels(
          "indicator_zh",
          cells.map(({ indicator: { name, title = same(name) } }) => title.zh),
          { en: "indicator, Chinese", zh: "指标中文名" },
        ),
        numbers(
          "share",
          "1",
          cells.map(({ row, at }) => row.shares[at]),
          { title: { en: "share of the score", zh: "占得分的份额" } },
        ),
        numbers(
          "weight",
          "1",
          cells.map(({ row, at }) => row.weights[at]),
          { title: { en: "weight, per unit of the indicator", zh: "权重（每单位指标）" } },
        ),
      ],
    ),
    table(
      "peers",
      { en: "Who stands in the way", zh: "标杆地区" },
      [...keys(pairs.map(({ row }) => row)), ...peerKeys(pairs.map(({ peer }) => peer))],
      [],
    ),
  ];
}

function table(name: string, title: { en: string; zh: string }, key: Column[], columns: Column[]): Table {
  return makeTable(
    name,
    key.map((column) => column.name),
    [...key, ...columns],
    { title },
  );
}

function keys(rows: readonly BenefitScore[]): Column[] {
  const years = rows.flatMap(({ year }) => (year === undefined ? [] : [year]));
  const place = labels(
    "place",
    rows.map((row) => row.place),
    placeTitle,
  );
  return years.length === 0 ? [place] : [place, numbers("year", "1", years, { title: yearTitle })];
}

function peerKeys(rows: readonly BenefitScore[]): Column[] {
  const [place, year] = keys(rows);
  const peer = { ...place, name: "peer", title: { en: "peer", zh: "标杆" } };
  return year === undefined
    ? [peer]
    : [peer, { ...year, name: "peer_year", title: { en: "peer's year", zh: "标杆年份" } }];
}

function groups(rows: readonly BenefitScore[]): Column[] {
  const found = rows.flatMap(({ group }) => (group === undefined ? [] : [group]));
  return found.length === 0 ? [] : [labels("group", found, { en: "group", zh: "分组" })];
}
