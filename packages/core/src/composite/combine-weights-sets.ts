import { InputError } from "../contract/errors.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { same, type Text } from "../language/text.ts";

/** A table of weights: one row an indicator, one column a set of weights. */
export interface WeightsTable {
  readonly indicator: readonly string[];
  readonly indicator_en?: readonly string[] | undefined;
  readonly indicator_zh?: readonly string[] | undefined;
  readonly weight: readonly NamedNumbers[];
}

export interface WeightSet {
  readonly name: string;
  readonly title: Text;
  /** Adding up to 1, in the order of the indicators. */
  readonly weights: readonly number[];
}

export interface WeightSets {
  readonly indicators: readonly string[];
  readonly titles: readonly Text[];
  readonly sets: readonly WeightSet[];
}

const ordinals: Readonly<Record<string, Text>> = {
  first: { en: "first set", zh: "第一组" },
  second: { en: "second set", zh: "第二组" },
  third: { en: "third set", zh: "第三组" },
  fourth: { en: "fourth set", zh: "第四组" },
};

/** Every set of weights over one list of indicators. A table's only column goes by the table's name, several by their own. */
export function weightSets(tables: Readonly<Record<string, WeightsTable | undefined>>): WeightSets {
  const given = Object.entries(tables).flatMap(([name, each]) => (each === undefined ? [] : [{ name, ...each }]));
  const indicators = [...given[0].indicator].sort();
  for (const { name, indicator } of given) {
    const twice = indicator.find((each, at) => indicator.indexOf(each) !== at);
    if (twice !== undefined) refuse("indicator-twice", `${name} has ${twice} twice`, `${name} 中指标 ${twice} 重复`);
    const missing = indicators.find((each) => !indicator.includes(each));
    const extra = indicator.find((each) => !indicators.includes(each));
    if (missing !== undefined)
      refuse("indicator-missing", `${name} has no weight for ${missing}`, `${name} 中缺少指标 ${missing} 的权重`);
    if (extra !== undefined)
      refuse(
        "indicator-unknown",
        `${name} weighs ${extra}, which ${given[0].name} does not; its indicators are ${indicators.join(", ")}`,
        `${name} 中的 ${extra} 不在 ${given[0].name} 中；其指标为 ${indicators.join(", ")}`,
      );
  }
  const single = given.length > 1 && given.every(({ weight }) => weight.length === 1);
  const sets = given.flatMap(({ name: input, indicator, weight }) =>
    weight.map((column): WeightSet => {
      const name = single ? input : given.length === 1 ? column.name : `${input}.${column.name}`;
      const title = single ? (ordinals[input] ?? same(input)) : (column.title ?? same(name));
      return { name, title, weights: whole(name, indicators, indicator, column) };
    }),
  );
  if (sets.length < 2) {
    refuse(
      "too-few-sets",
      `there is ${sets.length} set of weights, expected at least 2`,
      `仅有 ${sets.length} 组权重，至少需要 2 组`,
    );
  }
  const titles = indicators.map((each) => titleIn(given, each));
  return { indicators, titles, sets };
}

/** As the first table says that calls it anything but by its code. */
function titleIn(given: readonly WeightsTable[], name: string): Text {
  const said = given.map(({ indicator, indicator_en: en = indicator, indicator_zh: zh = indicator }): Text => {
    const at = indicator.indexOf(name);
    return { en: en[at], zh: zh[at] };
  });
  return said.find(({ en, zh }) => en !== name || zh !== name) ?? same(name);
}

function whole(
  name: string,
  indicators: readonly string[],
  given: readonly string[],
  { values }: NamedNumbers,
): number[] {
  const weights = indicators.map((each) => values[given.indexOf(each)]);
  weights.forEach((weight, at) => {
    if (weight >= 0) return;
    refuse(
      "weight-negative",
      `weight of ${indicators[at]} in ${name} is ${Number.isNaN(weight) ? "missing" : weight}, expected at least 0`,
      `${name} 中 ${indicators[at]} 的权重${Number.isNaN(weight) ? "缺失" : `为 ${weight}`}，应不小于 0`,
    );
  });
  const sum = weights.reduce((total, each) => total + each, 0);
  if (!(sum > 0))
    refuse(
      "weights-zero",
      `the weights of ${name} add up to 0, expected more than 0`,
      `${name} 的权重合计为 0，应大于 0`,
    );
  return weights.map((each) => each / sum);
}

function refuse(code: string, en: string, zh: string): never {
  throw new InputError({ code, text: { en: `combine-weights: ${en}`, zh: `combine-weights：${zh}` } });
}
