import type { Finding } from "../contract/method.ts";
import type { SimilarityResult } from "./similarity.ts";

/** The median of the last year, within each group where there are groups, and the pair that is most alike. */
export function similarityFindings({ summary, pairs, industries }: SimilarityResult): Finding[] {
  const last = summary.at(-1)?.year;
  const ofLast = summary.filter(({ year, pairs: count }) => year === last && count > 0);
  const within = ofLast.filter(({ kind }) => kind === "within");
  const [at, zhAt] = last === undefined ? ["", ""] : [" in {year}", "{year} 年"];
  const when = last === undefined ? {} : { year: String(last) };
  const medians = (within.length > 0 ? within : ofLast).map(({ kind, group, similarity }): Finding => {
    const number = { number: similarity, unit: "1", digits: 2 };
    if (kind === "all") {
      return {
        text: {
          en: `The median pair of places has similarity {median}${at}, on {industries} industries.`,
          zh: `${zhAt}两两相似度的中位数为 {median}（{industries} 个行业）。`,
        },
        values: { median: number, industries, ...when },
      };
    }
    return {
      text: {
        en: `Within {group} the median pair has similarity {median}${at}, on {industries} industries.`,
        zh: `${zhAt}{group}内部两两相似度的中位数为 {median}（{industries} 个行业）。`,
      },
      values: { group: { group }, median: number, industries, ...when },
    };
  });
  const known = pairs.filter(({ year, similarity }) => year === last && !Number.isNaN(similarity));
  const [first, ...others] = known;
  if (first === undefined) return [];
  const top = others.reduce((a, b) => (b.similarity > a.similarity ? b : a), first);
  return [
    ...medians,
    {
      text: {
        en: `Most alike${at}: {place} and {other}, {similarity}.`,
        zh: `${zhAt}结构最相似的是{place}与{other}，相似度 {similarity}。`,
      },
      values: {
        place: { place: top.place },
        other: { place: top.other },
        similarity: { number: top.similarity, unit: "1", digits: 2 },
        ...when,
      },
    },
  ];
}
