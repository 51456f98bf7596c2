import { counted } from "../contract/counted.ts";
import type { Warning } from "../contract/method.ts";
import type { ChasingPair, ChasingPlace } from "./chase.ts";

/** Below this the placings are few and correlations wild. */
const fewIndustries = 8;

interface Told {
  readonly pairs: readonly ChasingPair[];
  readonly places: readonly ChasingPlace[];
  readonly isOneYear: boolean;
  readonly industries: number;
  readonly permutations: number;
}

export function chaseWarnings({ pairs, places, isOneYear, industries, permutations }: Told): Warning[] {
  const warnings: Warning[] = [];
  const add = (code: string, en: string, zh: string, values?: Warning["values"]) =>
    warnings.push({ code, text: { en, zh }, ...(values === undefined ? {} : { values }) });
  if (isOneYear) {
    add(
      "one-year",
      "one year alone: the overlap of specialised industries stands for the chase, without a test",
      "只有一个年份：以专业化行业的重叠代替追逐程度，不作检验",
    );
  } else if (industries < fewIndustries) {
    add(
      "few-industries",
      `only ${counted(industries, "industry", "industries")}: a correlation over so few is large by chance, and p cannot be small`,
      `仅 ${industries} 个行业：相关系数易因偶然而偏大，p 值也难以很小`,
    );
  }
  if (places.length < 2) add("no-pairs", "fewer than two places, so no pairs", "不足两个地区，没有可比较的地区对");
  if (!isOneYear && permutations === 0) {
    add("no-placings", "no random assignments were asked for, so no p", "未要求随机置换，没有 p 值");
  }
  const silent = pairs.filter((pair) => Number.isNaN(pair.chase));
  if (silent.length > 0) {
    add(
      "no-answer",
      "no change in shares, quotients all alike or no industry with a quotient above 1, so no answer (0 in the order): {rows}",
      "份额无变化、区位商全同或没有区位商大于 1 的行业，无法计算（排序时按 0 处理）：{rows}",
      { rows: { rows: silent.map(({ place, other }) => ({ place, other })) } },
    );
  }
  const plain = pairs.filter((pair) => Number.isNaN(pair.overlap));
  if (!isOneYear && plain.length > 0) {
    add(
      "no-overlap",
      "no industry with a quotient above 1 in the last year, so no overlap: {places}",
      "末年没有区位商大于 1 的行业，无重叠度：{places}",
      { places: { places: [...new Set(plain.map(({ place }) => place))] } },
    );
  }
  return warnings;
}
