import type { Finding } from "../contract/method.ts";
import { decimal, lastYear, mostNamed } from "../contract/saying.ts";
import type { GroupPrimacy } from "./primacy.ts";

/** Each of a few groups, or the two ends of many, in the last year. */
export function primacyFindings(groups: readonly GroupPrimacy[]): Finding[] {
  const { rows, at, values } = lastYear(groups);
  const known = rows.filter(({ second }) => second !== null);
  const sorted = [...known].sort((a, b) => b.twoCity - a.twoCity);
  const told = known.length <= mostNamed ? known : [sorted[0] as GroupPrimacy, sorted.at(-1) as GroupPrimacy];
  return told.flatMap((row) => {
    if (row.second === null) return [];
    const who = row.group === "" ? { en: "", zh: "" } : { en: "{group}: ", zh: "{group}：" };
    return [
      {
        text: {
          en: `${who.en}{first} is {ratio} times as large as {second}, the next${at.en}; Zipf’s law would have 2.`,
          zh: `${who.zh}${at.zh}{first}的规模是第二位{second}的 {ratio} 倍（齐普夫定律下为 2 倍）。`,
        },
        values: {
          ...values,
          first: { place: row.first },
          second: { place: row.second },
          ratio: decimal(row.twoCity, 2),
          ...(row.group === "" ? {} : { group: { group: row.group } }),
        },
      },
    ];
  });
}
