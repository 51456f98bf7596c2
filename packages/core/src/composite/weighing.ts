import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped, Warning } from "../contract/method.ts";
import { label, type NamedNumbers, number, table } from "../contract/readings.ts";
import { codeOf, numberOf } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { extremes } from "../numeric/spread.ts";
import { isConstant } from "./entropy-divergence.ts";

/** An indicator on the rows that count. */
export interface WeighedColumn {
  readonly name: string;
  readonly title: Text;
  /** Whether less is better. */
  readonly falling: boolean;
  readonly values: Float64Array;
}

export interface WeighingInput {
  readonly place: readonly string[];
  readonly year?: ArrayLike<number> | undefined;
  readonly indicators: readonly NamedNumbers[];
}

/** What weights are found from: indicators over the rows that have all of them, the other rows named. */
export interface Weighing {
  readonly columns: readonly WeighedColumn[];
  /** Row of the data behind each value. */
  readonly rows: readonly number[];
  readonly dropped: readonly Dropped[];
}

/** Every weight of data: which indicator, how it is called, and its share. */
export interface ObjectiveWeight {
  readonly indicator: string;
  readonly title: Text;
  readonly weight: number;
}

export function weighing(
  method: string,
  { place, year, indicators }: WeighingInput,
  down: readonly string[],
  least = 2,
): Weighing {
  aligned(method, { place, year }, indicators);
  refuseUnknown(method, down, indicators);
  const rows: number[] = [];
  const dropped: Dropped[] = [];
  place.forEach((name, row) => {
    const gap = indicators.find(({ values }) => Number.isNaN(values[row]));
    if (gap === undefined) rows.push(row);
    else {
      const { en, zh } = gap.title ?? same(gap.name);
      dropped.push({
        input: "data",
        row: year === undefined ? name : `${name} ${year[row]}`,
        reason: {
          en: `no figure for ${en}; all indicators must be weighed over the same rows`,
          zh: `指标 ${zh} 缺失；各指标须在相同的样本上赋权`,
        },
      });
    }
  });
  if (rows.length < least) {
    throw new InputError({
      code: "too-few-rows",
      text: {
        en: `${method}: data has ${counted(rows.length, "complete row")}, expected at least ${least}`,
        zh: `${method}：完整样本仅 ${rows.length} 行，至少需要 ${least} 行`,
      },
    });
  }
  return {
    columns: indicators.map(({ name, title = same(name), values }) => ({
      name,
      title,
      falling: down.includes(name),
      values: Float64Array.from(rows, (row) => values[row]),
    })),
    rows,
    dropped,
  };
}

function refuseUnknown(method: string, down: readonly string[], indicators: readonly NamedNumbers[]): void {
  const names = indicators.map(({ name }) => name);
  if (names.length === 0) {
    throw new InputError({
      code: "no-indicators",
      text: {
        en: `${method}: data has no column of numbers to weigh, expected at least one`,
        zh: `${method}：数据中没有可计算权重的数值列，至少需要一列`,
      },
    });
  }
  const unknown = down.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new InputError({
    code: "indicator-unknown",
    text: {
      en: `${method}: down names ${unknown}, which is not an indicator; the indicators are ${names.join(", ")}`,
      zh: `${method}：down 中的 ${unknown} 不是指标；现有指标：${names.join(", ")}`,
    },
    place: { path: "down" },
  });
}

/** Min-max values on which more is better; a constant indicator is 0 everywhere. */
export function minMaxed({ values, falling }: WeighedColumn): Float64Array {
  if (isConstant(values)) return values.map(() => 0);
  const { least, most } = extremes(values);
  return values.map((value) => (falling ? most - value : value - least) / (most - least));
}

export function constantWarning(columns: readonly WeighedColumn[]): Warning[] {
  const constant = columns.filter(({ values }) => isConstant(values)).map(({ title }) => title);
  if (constant.length === 0) return [];
  const text = {
    en: `${constant.map(({ en }) => en).join(", ")}: the same everywhere, weight 0`,
    zh: `指标 ${constant.map(({ zh }) => zh).join("、")} 在各地取值相同，权重为 0`,
  };
  return [{ code: "indicator-constant", text }];
}

export function allConstant(method: string): InputError {
  return new InputError({
    code: "total-weight-zero",
    text: {
      en: `${method}: every indicator is the same everywhere, expected at least one that differs`,
      zh: `${method}：各指标在各地均相同，至少需要一个有差异的指标`,
    },
  });
}

export const weighingScopes = ["pooled", "by-year"] as const;
export type WeighingScope = (typeof weighingScopes)[number];

/**
 * The same weights found in every year by itself, where that is asked for and possible, and the word that they do not compare;
 * and what scope was taken.
 */
export function weightsByYear<W extends ObjectiveWeight>(
  { columns, rows }: Weighing,
  year: ArrayLike<number> | undefined,
  scope: WeighingScope,
  weigh: (columns: readonly WeighedColumn[]) => readonly W[] | undefined,
): { byYear: (W & { readonly year: number })[]; warnings: Warning[]; scope: WeighingScope } {
  if (year === undefined || scope === "pooled") return { byYear: [], warnings: [], scope: "pooled" };
  const years = [...new Set(rows.map((row) => year[row]))].sort((a, b) => a - b);
  const silent: number[] = [];
  const byYear = years.flatMap((each) => {
    const there = columns.map((column) => ({
      ...column,
      values: column.values.filter((_, at) => year[rows[at]] === each),
    }));
    const weights = there[0].values.length < 2 ? undefined : weigh(there);
    if (weights === undefined) silent.push(each);
    return (weights ?? []).map((weight) => ({ ...weight, year: each }));
  });
  const warnings: Warning[] = [
    {
      code: "by-year-not-comparable",
      text: {
        en: "weights of single years measure every year with another yardstick: scores made with them cannot be compared between years",
        zh: "逐年赋权等于每年换一把尺子：据此得到的得分不能跨年比较",
      },
    },
  ];
  if (silent.length > 0) {
    const list = silent.join(", ");
    warnings.push({
      code: "year-without-weights",
      text: {
        en: `no weights of its own for ${list}: too little differs there`,
        zh: `${list} 年差异不足，无法单独赋权`,
      },
    });
  }
  return { byYear, warnings, scope };
}

export const scopeConvention = {
  title: { en: "Rows weighed together", zh: "计算范围" },
  choices: {
    pooled: { en: "all places and years", zh: "全部地区与年份合并" },
    "by-year": { en: "all places and years, with every year by itself beside it", zh: "合并计算，并附逐年权重" },
  },
} as const;

export const weightsOfYearsTitle = {
  en: "Weights of single years, not comparable between years",
  zh: "逐年权重（不可跨年比较）",
};

/** What weights found from data read, and the options that all of them have. */
export const weighingInputs = {
  data: table({ place: label.one, year: number.optional, indicators: number.many }),
} as const;
export const weighingOptions = {
  down: z.array(z.string()).default([]),
  scope: z.enum(weighingScopes).default("pooled"),
} as const;

const indicatorTitle = { en: "indicator", zh: "指标" };

export const weighedIndicator = codeOf(
  "indicator",
  indicatorTitle,
  ({ indicator }: Pick<ObjectiveWeight, "indicator" | "title">) => indicator,
  ({ title }) => title,
);

export const weightColumn = numberOf(
  "weight",
  "1",
  { en: "weight", zh: "权重" },
  ({ weight }: Pick<ObjectiveWeight, "weight">) => weight,
);

export const weightYear = numberOf(
  "year",
  "year",
  { en: "year", zh: "年份" },
  ({ year }: { readonly year: number }) => year,
);
