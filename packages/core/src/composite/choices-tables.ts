import type { Finding, FindingValue } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { decimal, percent } from "../contract/saying.ts";
import { codeOf, ifAny, numberOf, type Table, tableOf, wordsOf } from "../contract/table.ts";
import type { Choices } from "./choices.ts";
import type { Flips } from "./choices-flips.ts";
import type { Comparison } from "./compare-choices.ts";
import { coordinationGrades } from "./coupling-coordination-degree.ts";
import { dataColumns } from "./data-columns.ts";
import type { CompositeData } from "./scale.ts";

interface Compared {
  readonly of: Comparison;
}

const choiceColumn = codeOf(
  "choice",
  { en: "choice", zh: "选择" },
  ({ of }: Compared) => of.choice,
  ({ of }) => of.title,
);

/** What a choice flips as a whole. */
const flipped: readonly (readonly [name: string, en: string, zh: string, pick: (flips: Flips) => number])[] = [
  ["rows", "rows compared", "比较行数", ({ rows }) => rows.length],
  ["pairs", "pairs that turn round, share", "先后逆转的地区对占比", ({ pairs }) => pairs],
  ["mean_shift", "mean move in ranks", "位次平均变动", ({ meanShift }) => meanShift],
  ["largest_shift", "largest move in ranks", "位次最大变动", ({ largestShift }) => largestShift],
  ["new_leaders", "groups and years with another leader", "首位易主的组（年）数", ({ newLeaders }) => newLeaders],
  ["signs", "changes over time that turn round, share", "变化方向逆转占比", ({ signs }) => signs],
  ["grades", "grades that change, share", "等级改变占比", ({ grades }) => grades],
];

const grade = (level: number) => (Number.isNaN(level) ? null : coordinationGrades[level - 1]);

export function choicesTables({ comparisons }: Choices, data: CompositeData): Table[] {
  const rows = comparisons.flatMap((of) => (of.flips?.rows ?? []).map((each) => ({ of, ...each })));
  const trends = comparisons.flatMap((of) => (of.flips?.trends ?? []).map((each) => ({ of, ...each })));
  return [
    tableOf(
      "choices",
      ["choice"],
      comparisons.map((each) => ({ of: each })),
      [
        choiceColumn,
        ...flipped.map(([name, en, zh, pick]) =>
          numberOf<Compared>(name, "1", { en, zh }, ({ of }) => of.flips && pick(of.flips)),
        ),
        wordsOf("why_not", { en: "why it is not compared", zh: "未比较的原因" }, (each) => each.of.why ?? null),
      ],
      { title: { en: "What each choice flips", zh: "各项选择改变了什么" } },
    ),
    tableOf(
      "places",
      ["place", "year", "choice"],
      rows,
      [
        dataColumns(data, { group: true }),
        choiceColumn,
        numberOf("before", "1", { en: "by the recipe", zh: "按方案" }, (each) => each.before),
        numberOf("after", "1", { en: "the other way", zh: "改变后" }, (each) => each.after),
        numberOf("rank_before", "1", { en: "rank by the recipe", zh: "按方案位次" }, (each) => each.rankBefore),
        numberOf("rank_after", "1", { en: "rank the other way", zh: "改变后位次" }, (each) => each.rankAfter),
        numberOf("change", "1", { en: "ranks gained", zh: "位次上升" }, (each) => each.rankBefore - each.rankAfter),
        numberOf("swaps", "1", { en: "places it changes order with", zh: "先后逆转的地区数" }, (each) => each.swaps),
        ifAny(
          numberOf("level_before", "1", { en: "level by the recipe", zh: "按方案等级" }, (each) => each.gradeBefore),
        ),
        ifAny(numberOf("level_after", "1", { en: "level the other way", zh: "改变后等级" }, (each) => each.gradeAfter)),
        ifAny(
          wordsOf("grade_before", { en: "grade by the recipe", zh: "按方案协调类型" }, (each) =>
            grade(each.gradeBefore),
          ),
        ),
        ifAny(
          wordsOf("grade_after", { en: "grade the other way", zh: "改变后协调类型" }, (each) => grade(each.gradeAfter)),
        ),
      ],
      { title: { en: "Whom each choice moves, and by how much", zh: "各项选择对各地的影响" } },
    ),
    tableOf(
      "trends",
      ["place", "choice"],
      trends,
      [
        placeColumn,
        choiceColumn,
        numberOf("from_year", "year", { en: "from", zh: "起始年" }, ({ from }) => from),
        numberOf("to_year", "year", { en: "to", zh: "终止年" }, ({ to }) => to),
        numberOf("before", "1", { en: "change by the recipe", zh: "按方案的变化" }, (each) => each.before),
        numberOf("after", "1", { en: "change the other way", zh: "改变后的变化" }, (each) => each.after),
        numberOf("reversed", "1", { en: "turns round (1: yes)", zh: "方向逆转（1 为是）" }, ({ reversed }) =>
          Number(reversed),
        ),
      ],
      { title: { en: "Changes over time under each choice", zh: "各项选择下的时间变化" } },
    ),
  ];
}

/** One sentence a choice, the one that turns most round first: what flips, whom it moves most, and who leads then. */
export function choicesFindings({ comparisons }: Choices, data: CompositeData): Finding[] {
  const severity = ({ flips }: Comparison) =>
    flips === undefined ? -1 : Math.max(flips.pairs || 0, flips.signs || 0, flips.grades || 0);
  return [...comparisons]
    .filter(({ flips }) => flips !== undefined && flips.rows.length > 1)
    .sort((a, b) => severity(b) - severity(a))
    .map((each) => findingOf(each, each.flips as Flips, data));
}

function findingOf({ title }: Comparison, flips: Flips, data: CompositeData): Finding {
  const values: Record<string, FindingValue> = { choice: { text: title } };
  const [en, zh]: [string[], string[]] = [[], []];
  const say = (english: string, chinese: string, more: Record<string, FindingValue>) => {
    en.push(english);
    zh.push(chinese);
    Object.assign(values, more);
  };
  if (flips.grades > 0) {
    say("{grades} of the coordination grades change", "{grades} 的协调等级发生改变", { grades: percent(flips.grades) });
  }
  if (flips.signs > 0) {
    say("{signs} of the changes over time turn round", "{signs} 的时间变化方向逆转", { signs: percent(flips.signs) });
  }
  if (flips.pairs > 0) {
    const most = flips.rows.reduce((top, row) => (shift(row) > shift(top) ? row : top));
    say(
      "{pairs} of the pairs change order, and ranks move by {mean} on average and by up to {largest} ({most})",
      "{pairs} 的地区对先后逆转，位次平均变动 {mean} 位，最多 {largest} 位（{most}）",
      {
        pairs: percent(flips.pairs, 1),
        mean: decimal(flips.meanShift, 1),
        largest: flips.largestShift,
        most: { rows: [{ place: data.place[most.row], year: data.year?.[most.row] }] },
      },
    );
  }
  if (flips.newLeaders > 0) {
    say(
      flips.contests === 1 ? "another place leads" : "another place leads in {leaders} of {contests} groups and years",
      flips.contests === 1 ? "首位易主" : "{contests} 个组（年）中有 {leaders} 个首位易主",
      { leaders: flips.newLeaders, contests: flips.contests },
    );
  }
  if (en.length === 0) say("nothing flips", "没有改变任何先后", {});
  return { text: { en: `With {choice}, ${en.join("; ")}.`, zh: `{choice} 时，${zh.join("；")}。` }, values };
}

function shift({ rankBefore, rankAfter }: Flips["rows"][number]): number {
  return Math.abs(rankAfter - rankBefore);
}
