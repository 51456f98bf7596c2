import { groupColumn, placeColumn } from "../contract/place-columns.ts";
import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { BenefitResult } from "./benefit-of-doubt.ts";

const year = ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, (row: { readonly year?: number }) => row.year));

export function benefitTables({ scores, indicators }: BenefitResult): Table[] {
  const cells = scores.flatMap(({ shares, weights, ...row }) =>
    indicators.map((indicator, at) => ({ ...row, indicator, share: shares[at], weight: weights[at] })),
  );
  const pairs = scores.flatMap(({ peers, ...row }) => peers.map((peer) => ({ ...row, peer: scores[peer] })));
  return [
    tableOf(
      "scores",
      ["place", "year"],
      scores,
      [
        placeColumn,
        year,
        ifAny(groupColumn),
        numberOf("score", "1", { en: "score", zh: "得分" }, ({ score }) => score),
        numberOf(
          "peers",
          "1",
          { en: "rows at 1 under the same weights", zh: "同一权重下达到 1 的行数" },
          ({ peers }) => peers.length,
        ),
      ],
      { title: { en: "Scores under the place's own best weights", zh: "自选最优权重下的得分" } },
    ),
    tableOf(
      "shares",
      ["place", "year", "indicator"],
      cells,
      [
        placeColumn,
        year,
        codeOf(
          "indicator",
          { en: "indicator", zh: "指标" },
          ({ indicator }) => indicator.name,
          ({ indicator: { name, title = same(name) } }) => title,
        ),
        numberOf("share", "1", { en: "share of the score", zh: "占得分的份额" }, ({ share }) => share),
        numberOf(
          "weight",
          "1",
          { en: "weight, per unit of the indicator", zh: "权重（每单位指标）" },
          ({ weight }) => weight,
        ),
      ],
      { title: { en: "What each score is made of", zh: "得分构成" } },
    ),
    tableOf(
      "peers",
      ["place", "year", "peer", "peer_year"],
      pairs,
      [
        placeColumn,
        year,
        labelOf("peer", { en: "peer", zh: "标杆" }, ({ peer }) => peer.place),
        ifAny(numberOf("peer_year", "1", { en: "peer's year", zh: "标杆年份" }, ({ peer }) => peer.year)),
      ],
      { title: { en: "Who stands in the way", zh: "标杆地区" } },
    ),
  ];
}
