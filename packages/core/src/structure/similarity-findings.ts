import type { Finding } from "../contract/method.ts";
import { decimal, lastYear, mostNamed } from "../contract/saying.ts";
import type { SimilarityResult } from "./similarity.ts";

/** The median of the last year, within each group where there are a few, and the pair that is most alike. */
export function similarityFindings({ summary, pairs, industries }: SimilarityResult): Finding[] {
  const { rows, at, values } = lastYear(summary);
  const known = rows.filter((row) => row.pairs > 0 && !Number.isNaN(row.similarity));
  const within = known.filter(({ kind }) => kind === "within");
  const few = within.length > 0 && within.length <= mostNamed;
  const medians = (few ? within : known.filter(({ kind }) => kind === "all")).map(
    ({ kind, group, similarity }): Finding => {
      const median = decimal(similarity, 2);
      if (kind === "all") {
        return {
          text: {
            en: `The median pair of places has similarity {median}${at.en}, on {industries} industries.`,
            zh: `${at.zh}两两相似度的中位数为 {median}（{industries} 个行业）。`,
          },
          values: { ...values, median, industries },
        };
      }
      return {
        text: {
          en: `Within {group} the median pair has similarity {median}${at.en}, on {industries} industries.`,
          zh: `${at.zh}{group}内部两两相似度的中位数为 {median}（{industries} 个行业）。`,
        },
        values: { ...values, group: { group }, median, industries },
      };
    },
  );
  const [first, ...others] = lastYear(pairs).rows.filter(({ similarity }) => !Number.isNaN(similarity));
  if (first === undefined) return [];
  const top = others.reduce((a, b) => (b.similarity > a.similarity ? b : a), first);
  return [
    ...medians,
    {
      text: {
        en: `Most alike in industrial structure${at.en}: {place} and {other}, {similarity}.`,
        zh: `${at.zh}产业结构最相似的是{place}与{other}，相似度 {similarity}。`,
      },
      values: {
        ...values,
        place: { place: top.place },
        other: { place: top.other },
        similarity: decimal(top.similarity, 2),
      },
    },
  ];
}
