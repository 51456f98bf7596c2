/**
 * How unequal are places, and how much of it lies between groups of them (regions, provinces) rather than within?
 *
 *   T = sum_i s_i ln(s_i / p_i)        L = sum_i p_i ln(p_i / s_i)
 *
 * s_i is the place's share of the total (income, output), p_i its share of the weight (people), or 1/n without weights.
 * With nested groups g1 (outer), g2, ... the index splits exactly into: between g1, between g2 inside g1, ..., between
 * places inside the innermost groups. Both indices weigh the groups' own indices, T by income shares and L by people.
 *
 * Values must be >= 0 (T: 0 ln 0 = 0; L refuses 0). Rows with a gap are dropped and counted. One place, or all places
 * alike, gives 0. Natural logarithms. T between groups uses income shares s_g ln(s_g / p_g), as Theil (1967) and
 * Akita (2003, eq. 4) do; the rival that weighs by population is L.
 *
 * @example theil({ value: [1, 3], place: ["a", "b"] }).theil // (1/4) ln(1/2) + (3/4) ln(3/2) = 0.130812
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, type NamedLabels, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";

export interface TheilLevel {
  /** Name of the grouping whose members are compared, or `place`. */
  readonly between: string;
  readonly component: number;
  /** Of the whole index; `NaN` when the index is 0. */
  readonly share: number;
  readonly title: Text;
}

export interface TheilGroup {
  readonly group: string;
  readonly places: number;
  readonly index: number;
  readonly incomeShare: number;
  readonly weightShare: number;
}

/** A point of a group's Lorenz curve: cumulative shares, places from the poorest per unit of weight. */
export interface LorenzPoint {
  readonly group: string;
  readonly place: string;
  readonly weightShare: number;
  readonly incomeShare: number;
}

export interface TheilResult extends Outcome {
  readonly theil: number;
  readonly levels: readonly TheilLevel[];
  /** The outermost groups, or none. */
  readonly groups: readonly TheilGroup[];
  /** By outermost group, or of all places where there are none. */
  readonly lorenz: readonly LorenzPoint[];
}

export interface TheilInput {
  readonly place: readonly string[];
  readonly value: ArrayLike<number>;
  readonly weight?: ArrayLike<number> | undefined;
  /** From the outermost grouping to the innermost. */
  readonly groups?: readonly NamedLabels[];
}

export interface TheilOptions {
  readonly index?: "T" | "L";
  readonly value?: "total" | "per-head";
}

export function theil(input: TheilInput, { index = "T", value: meaning = "total" }: TheilOptions = {}): TheilResult {
  const { place, value, weight, groups = [] } = input;
  const n = place.length;
  const people = weight === undefined ? new Float64Array(n).fill(1) : Float64Array.from(weight);
  const income = Float64Array.from(value, (each, at) =>
    meaning === "per-head" ? each * (people[at] as number) : each,
  );
  checkValues(place, income, people, index);

  const total = { income: sum(income), people: sum(people) };
  const ofGroups = (keys: readonly string[]) => indexOf(poolBy(keys, income, people), total, index);
  const paths = nestedKeys(groups, n);
  const cumulative = [...paths.map(ofGroups), ofGroups(place.map((_, at) => String(at)))];
  const theil = cumulative[cumulative.length - 1] as number;
  const levels = cumulative.map((upTo, level): TheilLevel => {
    const component = upTo - (level === 0 ? 0 : (cumulative[level - 1] as number));
    const grouping = groups[level];
    return {
      between: grouping?.name ?? "place",
      component,
      share: theil === 0 ? Number.NaN : component / theil,
      title: grouping?.title ?? (grouping === undefined ? { en: "place", zh: "城市" } : same(grouping.name)),
    };
  });
  return {
    theil,
    levels,
    groups: outermost(groups[0], income, people, total, index),
    lorenz: lorenzCurves(place, groups[0]?.values, income, people),
    n,
    convention: { index, value: meaning, weight: weight === undefined ? "equal" : "given", logarithm: "natural" },
  };
}

interface Pool {
  readonly income: number;
  readonly people: number;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Group labels joined from the outside in, so that a province of one name in two clusters stays two. */
function nestedKeys(groups: readonly NamedLabels[], n: number): string[][] {
  let path: string[] = new Array(n).fill("");
  return groups.map(({ values }) => {
    path = path.map((outer, at) => `${outer}\u0000${values[at]}`);
    return path;
  });
}

function poolBy(keys: readonly string[], income: Float64Array, people: Float64Array): Pool[] {
  const pools = new Map<string, { income: number; people: number }>();
  keys.forEach((key, at) => {
    const pool = pools.get(key) ?? { income: 0, people: 0 };
    pool.income += income[at] as number;
    pool.people += people[at] as number;
    pools.set(key, pool);
  });
  return [...pools.values()];
}

function indexOf(pools: readonly Pool[], total: Pool, index: "T" | "L"): number {
  let result = 0;
  for (const pool of pools) {
    const s = pool.income / total.income;
    const p = pool.people / total.people;
    if (index === "L") result += p * Math.log(p / s);
    else if (s > 0) result += s * Math.log(s / p);
  }
  return result;
}

function outermost(
  grouping: NamedLabels | undefined,
  income: Float64Array,
  people: Float64Array,
  total: Pool,
  index: "T" | "L",
): TheilGroup[] {
  if (grouping === undefined) return [];
  return [...new Set(grouping.values)].sort().map((group) => {
    const members = grouping.values.flatMap((each, at) => (each === group ? [at] : []));
    const pools = members.map((at) => ({ income: income[at] as number, people: people[at] as number }));
    const own = pools.reduce((a, b) => ({ income: a.income + b.income, people: a.people + b.people }));
    return {
      group,
      places: members.length,
      index: indexOf(pools, own, index),
      incomeShare: own.income / total.income,
      weightShare: own.people / total.people,
    };
  });
}

function lorenzCurves(
  place: readonly string[],
  groupOf: readonly string[] | undefined,
  income: Float64Array,
  people: Float64Array,
): LorenzPoint[] {
  const all = groupOf ?? place.map(() => "");
  return [...new Set(all)].sort().flatMap((group) => {
    const members = all.flatMap((each, at) => (each === group ? [at] : []));
    const perHead = (at: number) => (income[at] as number) / (people[at] as number);
    members.sort((a, b) => perHead(a) - perHead(b) || a - b);
    const own = {
      income: sum(Float64Array.from(members, (at) => income[at] as number)),
      people: sum(Float64Array.from(members, (at) => people[at] as number)),
    };
    let [y, w] = [0, 0];
    const points = members.map((at): LorenzPoint => {
      y += income[at] as number;
      w += people[at] as number;
      return { group, place: place[at] as string, weightShare: w / own.people, incomeShare: y / own.income };
    });
    return [{ group, place: "", weightShare: 0, incomeShare: 0 }, ...points];
  });
}

function checkValues(place: readonly string[], income: Float64Array, people: Float64Array, index: "T" | "L"): void {
  place.forEach((name, at) => {
    const [y, w] = [income[at] as number, people[at] as number];
    if (!(w > 0)) {
      throw new InputError({
        code: "weight-not-positive",
        text: {
          en: `theil: weight of ${name} is ${w}, expected more than 0`,
          zh: `theil：${name} 的权重为 ${w}，应大于 0`,
        },
      });
    }
    if (y > 0 || (y === 0 && index === "T")) return;
    const bound = index === "T" ? ["at least 0", "不小于 0"] : ["more than 0", "大于 0"];
    throw new InputError({
      code: "value-out-of-range",
      text: {
        en: `theil: value of ${name} is ${y}, expected ${bound[0]}`,
        zh: `theil：${name} 的取值为 ${y}，应${bound[1]}`,
      },
    });
  });
  if (!(sum(income) > 0)) {
    throw new InputError({
      code: "total-zero",
      text: { en: "theil: the values add up to 0, expected more than 0", zh: "theil：取值合计为 0，应大于 0" },
    });
  }
}

export default defineMethod({
  id: "inequality/theil",
  version: 1,
  title: { en: "Theil index, nested", zh: "泰尔指数（嵌套分解）" },
  question: {
    en: "How unequal are places, and how much of it lies between groups rather than within?",
    zh: "地区差距有多大？其中多少来自组间，多少来自组内？",
  },
  formula: "T = Σᵢ sᵢ ln(sᵢ / pᵢ);  L = Σᵢ pᵢ ln(pᵢ / sᵢ)",
  where: {
    en: "sᵢ: share of the total; pᵢ: share of people, or 1/n without weights",
    zh: "sᵢ：占总量的份额；pᵢ：占人口的份额，无权重时为 1/n",
  },
  cites: [
    { text: "Theil, H. (1967). Economics and Information Theory. North-Holland.", checked: "unverified" },
    {
      text: "Akita, T. (2003). Decomposing regional income inequality in China and Indonesia using two-stage nested Theil decomposition method. Annals of Regional Science 37, 55-77.",
      checked: "unverified",
    },
  ],
  conventions: {
    index: {
      title: { en: "Index", zh: "指数" },
      choices: {
        T: { en: "Theil T, groups weighed by income", zh: "泰尔 T 指数，按收入份额加权" },
        L: {
          en: "Theil L (mean log deviation), groups weighed by people",
          zh: "泰尔 L 指数（平均对数偏差），按人口份额加权",
        },
      },
    },
    value: {
      title: { en: "What a value is", zh: "取值的含义" },
      choices: {
        total: { en: "the place's total", zh: "该地区的总量" },
        "per-head": { en: "the place's mean per unit of weight", zh: "该地区按权重平均的人均值" },
      },
    },
  },
  inputs: {
    data: table({ place: label.one, value: number.one, weight: number.optional, groups: label.many }),
  },
  options: z.strictObject({
    index: z.enum(["T", "L"]).default("T"),
    value: z.enum(["total", "per-head"]).default("total"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "theil/example");
    const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    return {
      inputs: {
        data: makeTable(
          "data",
          ["place"],
          [
            labels("place", place),
            labels(
              "region",
              place.map((_, at) => `r${at % 3}`),
            ),
            labels(
              "province",
              place.map((_, at) => `q${at % 6}`),
            ),
            numbers(
              "value",
              "yuan",
              place.map(() => 1 + 9 * draw.uniform()),
            ),
            numbers(
              "weight",
              "person",
              place.map(() => 1 + draw.integer(50)),
            ),
          ],
          { roles: { groups: ["region", "province"] } },
        ),
      },
    };
  },
  worked: {
    source: "by hand: two places with 1 and 3 give T = (1/4) ln(1/2) + (3/4) ln(3/2)",
    inputs: { data: makeTable("data", ["place"], [labels("place", ["a", "b"]), numbers("value", "1", [1, 3])]) },
    gives: { theil: 0.13081203594113696 },
  },
  run: ({ data }, options) =>
    theil({ place: data.place, value: data.value, weight: data.weight, groups: data.groups }, options),
  scalars: { theil: { title: { en: "Theil index", zh: "泰尔指数" }, unit: "1" } },
  tables: ({ levels, groups, lorenz }) => [
    makeTable(
      "decomposition",
      ["between"],
      [
        labels(
          "between",
          levels.map(({ between }) => between),
          { en: "between", zh: "层级" },
        ),
        labels(
          "between_en",
          levels.map(({ title }) => title.en),
        ),
        labels(
          "between_zh",
          levels.map(({ title }) => title.zh),
        ),
        numbers(
          "component",
          "1",
          levels.map(({ component }) => component),
          { title: { en: "component", zh: "分量" } },
        ),
        numbers(
          "share",
          "1",
          levels.map(({ share }) => share),
          { title: { en: "share", zh: "贡献率" } },
        ),
      ],
      { title: { en: "Decomposition", zh: "分解" } },
    ),
    makeTable(
      "groups",
      ["group"],
      [
        labels(
          "group",
          groups.map(({ group }) => group),
          { en: "group", zh: "组" },
        ),
        numbers(
          "places",
          "1",
          groups.map(({ places }) => places),
          { title: { en: "places", zh: "地区数" } },
        ),
        numbers(
          "index",
          "1",
          groups.map(({ index }) => index),
          { title: { en: "own index", zh: "组内指数" } },
        ),
        numbers(
          "income_share",
          "1",
          groups.map(({ incomeShare }) => incomeShare),
          {
            title: { en: "share of income", zh: "收入份额" },
          },
        ),
        numbers(
          "weight_share",
          "1",
          groups.map(({ weightShare }) => weightShare),
          {
            title: { en: "share of weight", zh: "权重份额" },
          },
        ),
      ],
      { title: { en: "Groups", zh: "分组" } },
    ),
    makeTable(
      "lorenz",
      ["group", "place"],
      [
        labels(
          "group",
          lorenz.map(({ group }) => group),
          { en: "group", zh: "组" },
        ),
        labels(
          "place",
          lorenz.map(({ place }) => place),
          { en: "place", zh: "地区" },
        ),
        numbers(
          "weight_share",
          "1",
          lorenz.map(({ weightShare }) => weightShare),
          {
            title: { en: "cumulative share of weight", zh: "权重累计份额" },
          },
        ),
        numbers(
          "income_share",
          "1",
          lorenz.map(({ incomeShare }) => incomeShare),
          {
            title: { en: "cumulative share of income", zh: "收入累计份额" },
          },
        ),
      ],
      { title: { en: "Lorenz curves", zh: "洛伦兹曲线" } },
    ),
  ],
  views: [
    { kind: "lorenz", table: "lorenz", x: "weight_share", y: "income_share", group: "group" },
    { kind: "bars", table: "decomposition", category: "between", value: "share" },
  ],
  findings: ({ theil, levels, convention }) => {
    const outer = levels[0] as TheilLevel;
    const values = { theil: { number: theil, unit: "1", digits: 3 }, index: convention.index as string };
    if (levels.length === 1 || theil === 0) {
      return [{ text: { en: "The Theil {index} index is {theil}.", zh: "泰尔 {index} 指数为 {theil}。" }, values }];
    }
    return [
      {
        text: {
          en: "{share} of the inequality lies between the outer groups ({grouping}); the Theil {index} index is {theil}.",
          zh: "地区差距的 {share} 来自最外层分组（{grouping}）之间；泰尔 {index} 指数为 {theil}。",
        },
        values: {
          ...values,
          share: { number: 100 * outer.share, unit: "percent", digits: 0 },
          grouping: { text: outer.title },
        },
      },
    ];
  },
});
