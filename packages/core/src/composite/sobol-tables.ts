import type { Finding } from "../contract/method.ts";
import { decimal, percent } from "../contract/saying.ts";
import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { dataColumns } from "./data-columns.ts";
import type { CompositeData } from "./scale.ts";
import type { FactorIndices, Sobol } from "./sobol.ts";

const kinds = { discrete: { en: "discrete", zh: "离散" }, continuous: { en: "continuous", zh: "连续" } };

const factorColumn = codeOf(
  "factor",
  { en: "choice", zh: "选择" },
  ({ of }: { readonly of: FactorIndices }) => of.id,
  ({ of }) => of.title,
);

export function sobolTables({ indices, places, statedRank }: Sobol, data: CompositeData): Table[] {
  const rows = data.place.map((_, row) => row).filter((row) => !Number.isNaN(statedRank[row]));
  const foremostOf = (row: number): FactorIndices | undefined =>
    indices.reduce<{ of?: FactorIndices; most: number }>(
      (best, of, at) => (places.total[at][row] > best.most ? { of, most: places.total[at][row] } : best),
      { most: 0 },
    ).of;
  const cells = rows.flatMap((row) =>
    indices.map((of, at) => ({ row, of, first: places.first[at][row], total: places.total[at][row] })),
  );
  return [
    tableOf(
      "indices",
      ["factor"],
      indices.map((of) => ({ of })),
      [
        factorColumn,
        codeOf(
          "kind",
          { en: "kind", zh: "类型" },
          ({ of }) => of.kind,
          ({ of }) => kinds[of.kind],
        ),
        numberOf("first", "1", { en: "first-order index", zh: "一阶指数" }, ({ of }) => of.first),
        numberOf("first_low", "1", { en: "its 2.5 %", zh: "一阶 2.5% 分位" }, ({ of }) => of.firstLow),
        numberOf("first_high", "1", { en: "its 97.5 %", zh: "一阶 97.5% 分位" }, ({ of }) => of.firstHigh),
        numberOf("total", "1", { en: "total index", zh: "总效应指数" }, ({ of }) => of.total),
        numberOf("total_low", "1", { en: "total at 2.5 %", zh: "总效应 2.5% 分位" }, ({ of }) => of.totalLow),
        numberOf("total_high", "1", { en: "total at 97.5 %", zh: "总效应 97.5% 分位" }, ({ of }) => of.totalHigh),
        labelOf("levels", { en: "drawn from", zh: "取值范围" }, ({ of }) =>
          of.levels.length === 0 ? null : of.levels.join(", "),
        ),
      ],
      { title: { en: "What moves the ranking", zh: "各项选择对排名的影响" } },
    ),
    tableOf(
      "places",
      ["place", "year"],
      rows.map((row) => ({ row, of: foremostOf(row) })),
      [
        dataColumns(data, { group: true }),
        numberOf("rank", "1", { en: "rank by the recipe", zh: "按方案位次" }, ({ row }) => statedRank[row]),
        numberOf(
          "deviation",
          "1",
          { en: "deviation of its rank", zh: "位次标准差" },
          ({ row }) => places.deviation[row],
        ),
        codeOf(
          "foremost",
          { en: "moved most by", zh: "影响最大的选择" },
          ({ of }) => of?.id ?? null,
          ({ of }) => of?.title ?? null,
        ),
      ],
      { title: { en: "How far each place's rank moves", zh: "各地位次的变动" } },
    ),
    tableOf(
      "place_indices",
      ["place", "year", "factor"],
      cells,
      [
        dataColumns(data, { group: false }),
        factorColumn,
        numberOf("first", "1", { en: "first-order index", zh: "一阶指数" }, ({ first }) => first),
        numberOf("total", "1", { en: "total index", zh: "总效应指数" }, ({ total }) => total),
      ],
      { title: { en: "What moves each place's rank", zh: "各地位次受哪些选择影响" } },
    ),
  ];
}

/** The choice that moves the ranking most, how surely, and what choices do only together. */
export function sobolFindings({ indices, meanShift, interactions }: Sobol, data: CompositeData): Finding[] {
  if (indices.some(({ total }) => Number.isNaN(total))) {
    return [
      {
        text: {
          en: "None of {count} choices changes the ranking of {n} rows.",
          zh: "{count} 项选择均未改变 {n} 行的排名。",
        },
        values: { count: indices.length, n: data.place.length },
      },
    ];
  }
  const ordered = [...indices].sort((a, b) => b.total - a.total);
  const [first, second] = ordered;
  const sure = second === undefined || first.totalLow > second.totalHigh;
  const values = {
    first: { text: first.title },
    total: percent(first.total),
    low: percent(first.totalLow),
    high: percent(first.totalHigh),
    shift: decimal(meanShift, 1),
    ...(second === undefined ? {} : { second: { text: second.title } }),
  };
  const findings: Finding[] = [
    {
      text: {
        en: `The ranking depends most on {first}, which has a hand in {total} of the doubt ({low} to {high})${sure ? "" : "; that this is more than {second} is not certain"}; ranks move by {shift} on average.`,
        zh: `排名最取决于{first}：{total} 的不确定性与之有关（{low} 至 {high}）${sure ? "" : "，但与{second}的差别并不确定"}；位次平均变动 {shift} 位。`,
      },
      values,
    },
  ];
  if (interactions > 0.1) {
    findings.push({
      text: {
        en: "{share} of the doubt arises only from choices acting together: settling them one at a time would not remove it.",
        zh: "{share} 的不确定性来自各项选择的交互作用，逐项确定并不能消除。",
      },
      values: { share: percent(Math.min(1, interactions)) },
    });
  }
  return findings;
}
