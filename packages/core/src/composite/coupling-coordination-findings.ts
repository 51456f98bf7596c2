import type { Finding, FindingValue } from "../contract/method.ts";
import { decimal, lastYear, mostNamed } from "../contract/saying.ts";
import type { CouplingResult, CouplingVariantRow } from "./coupling-coordination.ts";
import { couplingVariants } from "./coupling-coordination-degree.ts";
import { type CouplingMeans, couplingMeans, meansOf } from "./coupling-coordination-means.ts";

/** How many grades hang on the formula, then how the places stand: all of them, or a few groups. */
export function couplingFindings({ places, variants }: CouplingResult): Finding[] {
  const { rows, at, values } = lastYear(places);
  const groups = couplingMeans(rows);
  const few = groups.length > 1 && groups.length <= mostNamed;
  const said = (
    means: Omit<CouplingMeans, "group" | "year">,
    who: { en: string; zh: string },
    more: object,
  ): Finding[] =>
    Number.isNaN(means.coupling)
      ? []
      : [
          {
            text: {
              en: `${who.en}mean coordination D${at.en} is {d} over {n, plural, one {# place} other {# places}}, with balance C at {c} and development T at {t}.`,
              zh: `${who.zh}${at.zh}{n} 个地区的平均耦合协调度 D 为 {d}，其中耦合度 C 为 {c}，综合发展水平 T 为 {t}。`,
            },
            values: {
              ...values,
              ...more,
              n: means.places,
              d: decimal(means.coordination, 2),
              c: decimal(means.coupling, 2),
              t: decimal(means.development, 2),
            },
          },
        ];
  const levels = few
    ? groups.flatMap((means) =>
        said(means, { en: "{group}: ", zh: "{group}：" }, { group: { group: means.group } satisfies FindingValue }),
      )
    : said(meansOf(rows), { en: "The ", zh: "" }, {});
  const depends = gradesThatDepend(lastYear(variants).rows);
  const all = { ...values, n: rows.length };
  return [
    depends === 0
      ? {
          text: {
            en: `None of {n} coordination grades${at.en} depends on which of three formulas of C in honest use is taken.`,
            zh: `${at.zh}{n} 个地区的协调等级在三种通行的耦合度公式下均相同。`,
          },
          values: all,
        }
      : {
          text: {
            en: `{k} of {n} coordination grades${at.en} {k, plural, one {depends} other {depend}} on which of three formulas of C in honest use is taken.`,
            zh: `${at.zh}{n} 个地区中有 {k} 个的协调等级取决于采用三种通行耦合度公式中的哪一种。`,
          },
          values: { ...all, k: depends },
        },
    ...levels,
  ];
}

/** Rows whose level is not the same under the three formulas that are in honest use. */
export function gradesThatDepend(variants: readonly CouplingVariantRow[]): number {
  let count = 0;
  for (let at = 0; at < variants.length; at += couplingVariants.length) {
    const honest = variants.slice(at, at + couplingVariants.length).filter(({ variant }) => variant !== "uncapped");
    if (honest.some(({ level }) => level !== honest[0].level)) count += 1;
  }
  return count;
}
