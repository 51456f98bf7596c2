import type { Finding, FindingValue } from "../contract/method.ts";
import { lastYear, mostNamed, percent } from "../contract/saying.ts";
import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { dataColumns } from "./data-columns.ts";
import type { OptimalPlace, RankOptimalWeights, Standing } from "./rank-optimal-weights.ts";
import type { CompositeData } from "./scale.ts";

const called: Readonly<Record<Standing, Text>> = {
  first: { en: "leads already", zh: "已居首位" },
  "can-be-first": { en: "leads under other weights", zh: "换用权重可居首" },
  "cannot-be-first": { en: "leads under no weights", zh: "任何权重均不能居首" },
};

export function optimalTables({ places, items }: RankOptimalWeights, data: CompositeData): Table[] {
  const cells = places.flatMap(({ row, weights }) =>
    weights === undefined ? [] : items.map((item, at) => ({ row, item, weight: weights[at] })),
  );
  const pairs = places.flatMap(({ row, standing, rivals }) => rivals.map((rival) => ({ row, standing, rival })));
  const standing = codeOf(
    "standing",
    { en: "standing", zh: "状态" },
    (each: { readonly standing: Standing }) => each.standing,
    (each) => called[each.standing],
  );
  return [
    tableOf(
      "places",
      ["place", "year"],
      places,
      [
        dataColumns(data, { group: true }),
        numberOf("score", "1", { en: "score by the recipe", zh: "按方案得分" }, (each) => each.score),
        numberOf("rank", "1", { en: "rank by the recipe", zh: "按方案位次" }, (each) => each.rank),
        standing,
        numberOf("distance", "1", { en: "distance of the weights", zh: "权重距离" }, (each) => each.distance),
        numberOf("moved", "1", { en: "weight that changes hands", zh: "需转移的权重" }, (each) => each.distance / 2),
        numberOf(
          "shortfall",
          "1",
          { en: "least shortfall under any weights", zh: "任何权重下的最小差距" },
          (each) => each.shortfall,
        ),
      ],
      { title: { en: "How far each place is from the lead", zh: "各地距首位的权重距离" } },
    ),
    tableOf(
      "weights",
      ["place", "year", "item"],
      cells,
      [
        dataColumns(data, { group: false }),
        codeOf(
          "item",
          { en: "aspect or indicator", zh: "维度或指标" },
          ({ item }) => item.id,
          ({ item }) => item.title,
        ),
        numberOf("stated", "1", { en: "weight by the recipe", zh: "方案权重" }, ({ item }) => item.weight),
        numberOf(
          "weight",
          "1",
          { en: "nearest weight that puts it first", zh: "居首的最近权重" },
          (each) => each.weight,
        ),
        numberOf("change", "1", { en: "change", zh: "变化" }, ({ item, weight }) => weight - item.weight),
      ],
      { title: { en: "Nearest weights that put each place first", zh: "使各地居首的最近权重" } },
    ),
    tableOf(
      "rivals",
      ["place", "year", "rival"],
      pairs,
      [
        dataColumns(data, { group: false }),
        labelOf("rival", { en: "rival", zh: "对手" }, ({ rival }) => data.place[rival]),
        ifAny(standing),
      ],
      { title: { en: "Who is level with it, or stands in the way", zh: "与其并列或不可超越者" } },
    ),
  ];
}

/** How firm the lead is, and who cannot have it, in the last year; of the own group, where places have one. */
export function optimalFindings({ places, items }: RankOptimalWeights, data: CompositeData): Finding[] {
  const dated = places.map((each) => ({ ...each, year: data.year?.[each.row] }));
  const { rows, at, values } = lastYear(dated);
  if (rows.every(({ rivals }) => rivals.length === 0)) return [];
  const findings: Finding[] = [];
  const first = data.group === undefined ? firstOfAll : firstOfGroup;
  const nearest = rows
    .filter(({ standing }) => standing === "can-be-first")
    .sort((a, b) => a.distance - b.distance || a.row - b.row)[0];
  if (nearest !== undefined) findings.push(nearestFinding(nearest, rows.length, items, at, first, values));
  const never = rows.filter(({ standing }) => standing === "cannot-be-first");
  if (never.length > 0) {
    const few = never.length <= mostNamed;
    findings.push({
      text: {
        en: few
          ? `No weights put {never} ${first.en}${at.en}.`
          : `{count} of {n} places${at.en} would be ${first.en} under no weights at all.`,
        zh: few
          ? `${at.zh}任何权重都不能使{never}${first.zh}。`
          : `${at.zh}{n} 个地区中有 {count} 个在任何权重下都不能${first.zh}。`,
      },
      values: { ...values, never: { places: never.map(({ place }) => place) }, count: never.length, n: rows.length },
    });
  }
  return findings;
}

const firstOfAll: Text = { en: "first", zh: "居首" };
const firstOfGroup: Text = { en: "first in the group", zh: "居本组首位" };

function nearestFinding(
  { place, distance, weights = [] }: OptimalPlace,
  sought: number,
  items: RankOptimalWeights["items"],
  at: Text,
  first: Text,
  values: Readonly<Record<string, FindingValue>>,
): Finding {
  const change = items.map(({ title, weight }, item) => ({ title, by: weights[item] - weight }));
  const by = (sign: 1 | -1) => change.reduce((most, each) => (sign * each.by > sign * most.by ? each : most));
  return {
    text: {
      en:
        sought === 1
          ? `{moved} of the weight, mostly from {from} to {to}, would put {place} ${first.en}${at.en}.`
          : `Nearest to the lead${at.en} is {place}: {moved} of the weight, mostly from {from} to {to}, would put it ${first.en}.`,
      zh:
        sought === 1
          ? `${at.zh}转移 {moved} 的权重（主要由{from}转向{to}）即可使{place}${first.zh}。`
          : `${at.zh}最接近首位的是{place}：只需转移 {moved} 的权重（主要由{from}转向{to}）即可${first.zh}。`,
    },
    values: {
      ...values,
      place: { place },
      moved: percent(distance / 2, 1),
      from: { text: by(-1).title },
      to: { text: by(1).title },
    },
  };
}
