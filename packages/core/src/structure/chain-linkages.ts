import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";

/** What one industry delivers to another: cells of an input-output table, long. */
export interface Linkages {
  readonly supplier: readonly string[];
  readonly user: readonly string[];
  readonly value: ArrayLike<number>;
}

export interface LinkedIndustries {
  /** Positions, among the industries given, of those that the table has. */
  readonly kept: readonly number[];
  /** Row-major over the kept ones: supplier by user. A pair that is not listed delivers nothing. */
  readonly weight: Float64Array;
  readonly dropped: readonly Dropped[];
}

/** The table over the industries of the data. Industries that only one side has are left out by name. */
export function linkedIndustries(industries: readonly string[], { supplier, user, value }: Linkages): LinkedIndustries {
  aligned("chain-fit", { supplier, user, value });
  const there = new Set([...supplier, ...user]);
  const kept = industries.flatMap((industry, at) => (there.has(industry) ? [at] : []));
  const position = new Map(kept.map((at, index) => [industries[at] as string, index]));
  const k = kept.length;
  const weight = new Float64Array(k * k);
  const seen = new Set<number>();
  supplier.forEach((name, row) => {
    const other = user[row] as string;
    const each = value[row] as number;
    if (!(each >= 0 && each < Number.POSITIVE_INFINITY)) throw outOfRange(name, other, each);
    const [a, b] = [position.get(name), position.get(other)];
    if (a === undefined || b === undefined) return;
    const cell = a * k + b;
    if (seen.has(cell)) throw repeated(name, other);
    seen.add(cell);
    weight[cell] = each;
  });
  return {
    kept,
    weight,
    dropped: [
      ...industries
        .filter((industry) => !there.has(industry))
        .map((row) => ({
          input: "data",
          row,
          reason: { en: "industry not in the input-output table", zh: "投入产出表中无此行业" },
        })),
      ...[...there]
        .filter((industry) => !industries.includes(industry))
        .sort()
        .map((row) => ({
          input: "linkages",
          row,
          reason: { en: "industry not in the data", zh: "数据中无此行业" },
        })),
    ],
  };
}

function outOfRange(supplier: string, user: string, value: number): InputError {
  return new InputError({
    code: "value-out-of-range",
    text: {
      en: `chain-fit: linkage from ${supplier} to ${user} is ${value}, expected at least 0`,
      zh: `chain-fit：${supplier} 对 ${user} 的投入为 ${value}，应不小于 0`,
    },
  });
}

function repeated(supplier: string, user: string): InputError {
  return new InputError({
    code: "row-repeated",
    text: {
      en: `chain-fit: the linkage from ${supplier} to ${user} stands twice, expected one row a pair of industries`,
      zh: `chain-fit：${supplier} 对 ${user} 的投入出现两次，每对行业应只有一行`,
    },
  });
}
