import { counted } from "../contract/counted.ts";
import type { Warning } from "../contract/method.ts";
import type { Shares } from "./shares.ts";
import type { SimilarPair } from "./similarity.ts";

/** Between the sections of a classification (about 20) and its divisions (about 90). */
const coarse = 40;

export function similarityWarnings(
  slices: readonly Shares[],
  pairs: readonly SimilarPair[],
  industries: number,
  last: Shares,
): Warning[] {
  const warnings: Warning[] = [];
  if (industries < coarse) {
    warnings.push({
      code: "coarse-classification",
      text: {
        en: `only ${counted(industries, "industry", "industries")}: on so coarse a classification all of manufacturing may be one industry, and similarity runs high; alike does not mean rivals`,
        zh: `仅 ${industries} 个行业：分类较粗，制造业可能只算一类，相似度普遍偏高；相似不等于竞争同一产业`,
      },
    });
  }
  const alone = slices.filter(({ places }) => places.length < 2).map(({ year }) => year);
  if (alone.length > 0) {
    const years = alone.flatMap((year) => (year === undefined ? [] : [year])).join(", ");
    const in_ = years === "" ? { en: "", zh: "" } : { en: ` in ${years}`, zh: `${years} 年` };
    warnings.push({
      code: "no-pairs",
      text: { en: `fewer than two places${in_.en}, so no pairs`, zh: `${in_.zh}不足两个地区，没有可比较的地区对` },
    });
  }
  const unanswered = pairs.filter(
    ({ cosine, krugman, quotientCorrelation }) =>
      Number.isNaN(cosine) || Number.isNaN(krugman) || Number.isNaN(quotientCorrelation),
  );
  if (unanswered.length > 0) {
    warnings.push({
      code: "no-answer",
      text: {
        en: "an index has no answer (nothing in common industries, or the structure of the reference), and counts as 0 in the order: {rows}",
        zh: "有指数无法计算（共有行业无数值，或与参照结构相同），排序时按 0 处理：{rows}",
      },
      values: { rows: { rows: unanswered.map(({ place, other, year }) => ({ place, other, year })) } },
    });
  }
  const ordered = new Set(last.places);
  const outside = [...new Set(slices.flatMap(({ places }) => places).filter((place) => !ordered.has(place)))].sort();
  if (outside.length > 0) {
    warnings.push({
      code: "not-ordered",
      text: {
        en: "not in the last year, so not in the order: {places}",
        zh: "最后一年无数据，不参与排序：{places}",
      },
      values: { places: { places: outside } },
    });
  }
  return warnings;
}
