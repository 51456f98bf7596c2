import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { same, type Text } from "../language/text.ts";

export interface AhpInput {
  /** Row label of each row: one of the criteria, which the columns are named after. */
  readonly indicator: readonly string[];
  readonly expert?: readonly string[] | undefined;
  readonly judgements: readonly NamedNumbers[];
}

export interface ExpertMatrix {
  readonly expert: string;
  /** How many times as important the row's criterion is as the column's; reciprocal. */
  readonly judgements: readonly (readonly number[])[];
}

export interface AhpMatrices {
  readonly criteria: readonly { readonly indicator: string; readonly title: Text }[];
  readonly experts: readonly ExpertMatrix[];
  readonly warnings: readonly Warning[];
}

const exactly = 1e-9;
/** 1/8 written as .13 is 4 % off, the most that two decimals leave of a scale from 1 to 9. */
const written = 0.05;

/** One complete reciprocal matrix an expert, in the order of the experts' names and of the columns. */
export function ahpMatrices({ indicator, expert, judgements }: AhpInput): AhpMatrices {
  const criteria = judgements.map(({ name, title = same(name) }) => ({ indicator: name, title }));
  const names = criteria.map((each) => each.indicator);
  if (names.length === 0)
    refuse(
      "no-indicators",
      "data has no column of judgements, expected one for every criterion",
      "数据中没有判断矩阵列，每个准则应有一列",
    );
  const experts = [...new Set(expert ?? [""])].sort();
  let rounded = 0;
  const matrices = experts.map((who): ExpertMatrix => {
    const rows = indicator.flatMap((_, row) => ((expert?.[row] ?? "") === who ? [row] : []));
    const of = who === "" ? { en: "", zh: "" } : { en: ` of ${who}`, zh: `专家 ${who} 的` };
    for (const row of rows) {
      if (names.includes(indicator[row])) continue;
      refuse(
        "criterion-unknown",
        `row ${indicator[row]}${of.en} has no column of its name; the columns are ${names.join(", ")}`,
        `${of.zh}行 ${indicator[row]} 没有同名的列；现有列：${names.join(", ")}`,
      );
    }
    const given = names.map((name) => {
      const found = rows.filter((row) => indicator[row] === name);
      if (found.length !== 1) {
        refuse(
          "criterion-rows",
          `the matrix${of.en} has ${found.length} rows for ${name}, expected 1`,
          `${of.zh}判断矩阵中 ${name} 有 ${found.length} 行，应为 1 行`,
        );
      }
      return judgements.map(({ values }) => values[found[0]]);
    });
    const { matrix, changed } = reciprocal(given, names, of);
    rounded += changed;
    return { expert: who, judgements: matrix };
  });
  const warnings: Warning[] = [];
  if (rounded > 0) {
    warnings.push({
      code: "judgements-rounded",
      text: {
        en: `${counted(rounded, "pair of judgements is", "pairs of judgements are")} reciprocal only up to rounding (their products are within ${100 * written} % of 1): of each the one above 1 counts, and the other is taken as its exact reciprocal`,
        zh: `有 ${rounded} 对判断值仅在舍入意义上互为倒数（乘积与 1 相差不超过 ${100 * written}%）：以大于 1 的一方为准，另一方取其精确倒数`,
      },
    });
  }
  return { criteria, experts: matrices, warnings };
}

function reciprocal(given: readonly (readonly number[])[], names: readonly string[], of: Text) {
  let changed = 0;
  const matrix = given.map((row) => row.map(() => 1));
  for (let i = 0; i < names.length; i += 1) {
    const own = given[i][i];
    if (!Number.isNaN(own) && Math.abs(own - 1) > exactly) {
      refuse(
        "diagonal-not-one",
        `${names[i]} against itself${of.en} is ${own}, expected 1`,
        `${of.zh}${names[i]} 与自身相比为 ${own}，应为 1`,
      );
    }
    for (let j = i + 1; j < names.length; j += 1) {
      const [there, back] = [given[i][j], given[j][i]];
      const pair = { en: `${names[i]} against ${names[j]}${of.en}`, zh: `${of.zh}${names[i]} 对 ${names[j]} ` };
      if (Number.isNaN(there) && Number.isNaN(back)) {
        refuse(
          "judgement-missing",
          `${pair.en} is not judged, expected a number above 0`,
          `${pair.zh}未作判断，应为大于 0 的数`,
        );
      }
      for (const each of [there, back]) {
        if (Number.isNaN(each) || each > 0) continue;
        refuse(
          "judgement-not-positive",
          `${pair.en} is ${each}, expected more than 0`,
          `${pair.zh}为 ${each}，应大于 0`,
        );
      }
      const product = Number.isNaN(there) || Number.isNaN(back) ? 1 : there * back;
      if (Math.abs(product - 1) > written) {
        throw new InputError({
          code: "not-reciprocal",
          text: {
            en: `ahp-weights: ${pair.en} is ${there} and back is ${back}, expected ${Number((1 / there).toPrecision(4))} within ${100 * written} %`,
            zh: `ahp-weights：${pair.zh}为 ${there}，反之为 ${back}，应为 ${Number((1 / there).toPrecision(4))}（容许误差 ${100 * written}%）`,
          },
          hint: {
            en: "write fractions such as 1/9, or decimals such as .111; one half of the matrix may be left empty and is filled with reciprocals",
            zh: "可写分数（如 1/9）或小数（如 0.111）；矩阵的一半也可以留空，由倒数补足",
          },
        });
      }
      if (Math.abs(product - 1) > exactly) changed += 1;
      const forward = Number.isNaN(there) || (!Number.isNaN(back) && back > there) ? 1 / back : there;
      matrix[i][j] = forward;
      matrix[j][i] = 1 / forward;
    }
  }
  return { matrix, changed };
}

function refuse(code: string, en: string, zh: string): never {
  throw new InputError({ code, text: { en: `ahp-weights: ${en}`, zh: `ahp-weights：${zh}` } });
}
