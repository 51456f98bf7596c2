import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { keyColumns } from "./key-columns.ts";
import type { RankSummary } from "./rank-summary.ts";
import type { CompositeData } from "./scale.ts";

const number = (name: string, values: ArrayLike<number>, en: string, zh: string) =>
  numbers(name, "1", values, { title: { en, zh } });

interface Ranked {
  readonly stated: { readonly total: Float64Array; readonly coverage: Float64Array };
  readonly statedRank: Float64Array;
  readonly ranks: RankSummary;
}

export function ranksTable({ stated, statedRank, ranks }: Ranked, data: CompositeData): Table {
  const { key, columns } = keyColumns(data, Uint32Array.from(data.place.keys()), true);
  return makeTable(
    "ranks",
    key,
    [
      ...columns,
      number("score", stated.total, "score", "得分"),
      number("rank", statedRank, "rank", "位次"),
      number("coverage", stated.coverage, "weight with figures", "有数据的权重占比"),
      number("median_rank", ranks.median, "median rank", "位次中位数"),
      number("low_rank", ranks.low, "rank at 5%", "位次 5% 分位"),
      number("high_rank", ranks.high, "rank at 95%", "位次 95% 分位"),
      number("mean_rank", ranks.mean, "mean rank", "平均位次"),
      number("tier", ranks.tier, "tier", "梯队"),
      labels("next", ranks.next, { en: "next in the order of medians", zh: "中位位次的下一位" }),
      number("ahead_of_next", ranks.aheadOfNext, "share of draws ahead of the next", "领先下一位的抽取占比"),
      number(
        "surely_ahead",
        ranks.surelyAhead,
        "places behind in at least 95% of draws",
        "至少 95% 抽取中领先的地区数",
      ),
    ],
    { title: { en: "Ranks and their intervals", zh: "位次及其区间" } },
  );
}

export function sharesTable({ shares }: RankSummary, data: CompositeData): Table {
  const { key, columns } = keyColumns(data, shares.row, false);
  return makeTable(
    "rank-shares",
    [...key, "rank"],
    [
      ...columns,
      number("rank", shares.rank, "rank", "位次"),
      number("share", shares.share, "share of draws", "抽取占比"),
    ],
    { title: { en: "Share of draws at each rank", zh: "各位次出现的占比" } },
  );
}

export function choicesTable(choices: readonly { normalisation: string; aggregate: string }[]): Table {
  return makeTable(
    "choices",
    ["normalisation", "aggregation"],
    [
      labels(
        "normalisation",
        choices.map(({ normalisation }) => normalisation),
        { en: "normalisation", zh: "标准化方法" },
      ),
      labels(
        "aggregation",
        choices.map(({ aggregate }) => aggregate),
        { en: "aggregation", zh: "合成方法" },
      ),
      number(
        "probability",
        choices.map(() => 1 / choices.length),
        "probability of being drawn",
        "抽取概率",
      ),
    ],
    { title: { en: "Choices drawn from", zh: "抽取的方法组合" } },
  );
}
