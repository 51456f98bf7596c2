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
 * alike, gives 0, and no shares, with a warning. Natural logarithms. T between groups uses income shares
 * s_g ln(s_g / p_g), as Theil (1967) and Akita (2003, eq. 4) do; the rival that weighs by population is L.
 *
 * @example theil({ value: [1, 3], place: ["a", "b"] }).theil // (1/4) ln(1/2) + (3/4) ln(3/2) = 0.130812
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { groupColumn, placeColumn } from "../contract/place-columns.ts";
import { random } from "../contract/random.ts";
import { label, type NamedLabels, number, table } from "../contract/readings.ts";
import { rowsBy } from "../contract/rows-by.ts";
import { decimal, percent } from "../contract/saying.ts";
import { codeOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { alike } from "../numeric/spread.ts";
import { type LorenzPoint, lorenzCurves } from "./lorenz.ts";
import { nestedKeys, type Pool, partOf, poolBy, sum } from "./pools.ts";

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
  aligned("theil", { place, value, weight }, groups);
  const n = place.length;
  const people = weight === undefined ? new Float64Array(n).fill(1) : Float64Array.from(weight);
  const income = Float64Array.from(value, (each, at) =>
    meaning === "per-head" ? each * (people[at] as number) : each,
  );
  checkValues(place, value, people, index);
  const total = { income: sum(income), people: sum(people) };
  checkTotal(total);

  const isEqual = alike(meaning === "per-head" ? value : income.map((each, at) => each / people[at]));
  const paths = [place.map(() => ""), ...nestedKeys(groups, n), place.map((_, at) => String(at))];
  const components = paths.slice(1).map((keys, level) => {
    if (isEqual) return 0;
    const [outer, inner] = [poolBy(paths[level], income, people), poolBy(keys, income, people)];
    const outerOf = new Map(keys.map((key, at) => [key, outer.get(paths[level][at]) as Pool]));
    return sum([...inner].map(([key, pool]) => partOf(pool, outerOf.get(key) as Pool, total, index)));
  });
  const theil = sum(components);
  const levels = components.map((component, level): TheilLevel => {
    const grouping = groups[level];
    return {
      between: grouping?.name ?? "place",
      component,
      share: isEqual ? Number.NaN : component / theil,
      title: grouping?.title ?? (grouping === undefined ? { en: "place", zh: "地区" } : same(grouping.name)),
    };
  });
  return {
    theil,
    levels,
    groups: outermost(groups[0], income, people, total, index),
    lorenz: lorenzCurves(place, groups[0]?.values, income, people),
    n,
    warnings: isEqual ? [noInequality] : [],
    convention: { index, value: meaning, weight: weight === undefined ? "equal" : "given", logarithm: "natural" },
  };
}

const noInequality: Warning = {
  code: "no-inequality",
  text: {
    en: "the places are all alike: there is no inequality to divide into shares",
    zh: "各地完全相同：不存在差距，贡献率无从计算",
  },
};

function outermost(
  grouping: NamedLabels | undefined,
  income: Float64Array,
  people: Float64Array,
  total: Pool,
  index: "T" | "L",
): TheilGroup[] {
  if (grouping === undefined) return [];
  const rows = rowsBy(grouping.values);
  return [...rows.keys()].sort().map((group) => {
    const members = rows.get(group) as number[];
    const pools = members.map((at) => ({ income: income[at] as number, people: people[at] as number }));
    const own = pools.reduce((a, b) => ({ income: a.income + b.income, people: a.people + b.people }));
    return {
      group,
      places: members.length,
      index: sum(pools.map((pool) => partOf(pool, own, own, index))),
      incomeShare: own.income / total.income,
      weightShare: own.people / total.people,
    };
  });
}

function checkValues(place: readonly string[], value: ArrayLike<number>, people: Float64Array, index: "T" | "L"): void {
  place.forEach((name, at) => {
    const [y, w] = [value[at], people[at]];
    if (!(w > 0 && w < Number.POSITIVE_INFINITY)) {
      throw new InputError({
        code: "weight-not-positive",
        text: {
          en: `theil: weight of ${name} is ${w}, expected more than 0`,
          zh: `theil：${name} 的权重为 ${w}，应大于 0`,
        },
      });
    }
    if ((y > 0 && y < Number.POSITIVE_INFINITY) || (y === 0 && index === "T")) return;
    const bound = index === "T" ? ["at least 0", "不小于 0"] : ["more than 0", "大于 0"];
    throw new InputError({
      code: "value-out-of-range",
      text: {
        en: `theil: value of ${name} is ${y}, expected ${bound[0]}`,
        zh: `theil：${name} 的取值为 ${y}，应${bound[1]}`,
      },
    });
  });
}

function checkTotal({ income, people }: Pool): void {
  if (!(income > 0)) {
    throw new InputError({
      code: "total-zero",
      text: { en: "theil: the values add up to 0, expected more than 0", zh: "theil：取值合计为 0，应大于 0" },
    });
  }
  if (income < Number.POSITIVE_INFINITY && people < Number.POSITIVE_INFINITY) return;
  const [en, zh] = income < Number.POSITIVE_INFINITY ? ["weights", "权重"] : ["values", "取值"];
  throw new InputError({
    code: "total-infinite",
    text: {
      en: `theil: the ${en} add up to Infinity, expected a number`,
      zh: `theil：${zh}合计为 Infinity，应为有限数`,
    },
  });
}

type Part = "value" | "weight";
const parts = { value: { en: "income", zh: "收入" }, weight: { en: "weight", zh: "权重" } } as const;

/** What is shared out, by the column's own title where it has one. */
const shareOf = (title: Text | undefined, part: Part): Text => {
  const { en, zh } = title ?? parts[part];
  // a title begins with a capital, a word inside a sentence does not
  const told = /^[A-Z][a-z]/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en;
  return { en: `share of ${told}`, zh: `${zh}${/\w$/.test(zh) ? " " : ""}份额` };
};
const cumulative = (title: Text | undefined, part: Part): Text => {
  const { en, zh } = shareOf(title, part);
  return { en: `cumulative ${en}`, zh: zh.replace(/份额$/, "累计份额") };
};

export default defineMethod({
  id: "inequality/theil",
  version: 3,
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
  formulas: { T: "T", L: "L" },
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
    weight: {
      title: { en: "Weight", zh: "权重" },
      choices: { equal: { en: "every place alike", zh: "各地等权" }, given: { en: "as given", zh: "按给定权重" } },
    },
    logarithm: { title: { en: "Logarithm", zh: "对数" }, choices: { natural: { en: "natural", zh: "自然对数" } } },
  },
  means: {
    value: { en: "total or level, as the option `value` says", zh: "总量或人均水平，见选项 `value`" },
  },
  pitfalls: [
    {
      en: "T weighs groups by income and L by people, so shares between groups differ.",
      zh: "T 以收入、L 以人口为权，组间贡献率因此不同。",
    },
    {
      en: "More and smaller groups raise the share between groups by themselves.",
      zh: "分组越多越细，组间份额自然越高。",
    },
  ],
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
    const places = Array.from({ length: size }, (_, at) => at);
    const column = (name: string, prefix: string, of: number) =>
      labels(
        name,
        places.map((at) => `${prefix}${at % of}`),
      );
    const columns = [
      labels(
        "place",
        places.map((at) => `p${String(at).padStart(3, "0")}`),
      ),
      column("region", "r", 3),
      column("province", "q", 6),
      numbers(
        "value",
        "yuan",
        places.map(() => 1 + 9 * draw.uniform()),
      ),
      numbers(
        "weight",
        "person",
        places.map(() => 1 + draw.integer(50)),
      ),
    ];
    return { inputs: { data: makeTable("data", ["place"], columns, { roles: { groups: ["region", "province"] } }) } };
  },
  worked: {
    source: {
      en: "by hand: two places with 1 and 3 give T = (1/4) ln(1/2) + (3/4) ln(3/2)",
      zh: "手算：两地为 1 与 3，T = (1/4) ln(1/2) + (3/4) ln(3/2)",
    },
    inputs: { data: makeTable("data", ["place"], [labels("place", ["a", "b"]), numbers("value", "1", [1, 3])]) },
    gives: { theil: 0.13081203594113697 },
  },
  run: ({ data }, options) =>
    theil({ place: data.place, value: data.value, weight: data.weight, groups: data.groups }, options),
  scalars: { theil: { title: { en: "Theil index", zh: "泰尔指数" }, unit: "1" } },
  tables: ({ levels, groups, lorenz }, { data }) => [
    tableOf(
      "decomposition",
      ["between"],
      levels,
      [
        codeOf(
          "between",
          { en: "between", zh: "层级" },
          ({ between }) => between,
          ({ title }) => title,
        ),
        numberOf("component", "1", { en: "component", zh: "分量" }, ({ component }) => component),
        numberOf("share", "1", { en: "share", zh: "贡献率" }, ({ share }) => share),
      ],
      { title: { en: "Decomposition", zh: "泰尔指数分解" } },
    ),
    tableOf(
      "groups",
      ["group"],
      groups,
      [
        groupColumn,
        numberOf("places", "1", { en: "places", zh: "地区数" }, ({ places }) => places),
        numberOf("index", "1", { en: "own index", zh: "组内指数" }, ({ index }) => index),
        numberOf("income_share", "1", shareOf(data.titles.value, "value"), ({ incomeShare }) => incomeShare),
        numberOf("weight_share", "1", shareOf(data.titles.weight, "weight"), ({ weightShare }) => weightShare),
      ],
      { title: { en: "Groups", zh: "分组" } },
    ),
    tableOf(
      "lorenz",
      ["group", "place"],
      lorenz,
      [
        groupColumn,
        placeColumn,
        numberOf("weight_share", "1", cumulative(data.titles.weight, "weight"), (row) => row.weightShare),
        numberOf("income_share", "1", cumulative(data.titles.value, "value"), (row) => row.incomeShare),
      ],
      { title: { en: "Lorenz curves", zh: "洛伦兹曲线" } },
    ),
  ],
  views: [
    {
      kind: "lorenz",
      table: "lorenz",
      x: "weight_share",
      y: "income_share",
      group: "group",
      parts: { table: "decomposition", part: "between", share: "share" },
    },
  ],
  trace: ({ table, row, column }, tables) => {
    const group = tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === "group")?.values[row];
    // a group's own index rests on its places; its shares, and everything else, on all of them
    return table === "groups" && (column === "index" || column === "places") && typeof group === "string"
      ? [{ input: "data", where: { groups: [group] } }]
      : [{ input: "data" }];
  },
  findings: ({ theil, levels, convention }) => {
    const outer = levels[0] as TheilLevel;
    const values = { theil: decimal(theil, 3), index: convention.index as string };
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
          share: percent(outer.share),
          grouping: { text: outer.title },
        },
      },
    ];
  },
});
