import type { NamedRow, Warning } from "../contract/method.ts";
import { listed } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { Recipe } from "./recipe.ts";
import type { RecipeTree } from "./recipe-tree.ts";
import type { CompositeData } from "./scale.ts";

/** Rows that have no score, and the aspects of which they have too little. */
interface Lacking {
  readonly titles: readonly Text[];
  readonly rows: readonly number[];
}

/** Why rows have no score: the aspects furthest down in which less than `missing.minimumShare` of the weight is there. */
export function lackingNodes(
  { missing: { minimumShare } }: Recipe,
  tree: RecipeTree,
  scores: readonly Float64Array[],
  present: readonly Float64Array[],
  { place }: CompositeData,
): Lacking[] {
  const isGap = (node: number, row: number) => Number.isNaN(scores[node][row]);
  const unscored = place.flatMap((_, row) => (isGap(0, row) ? [row] : []));
  const found = new Map<string, { readonly titles: Text[]; readonly rows: readonly number[] }>();
  tree.nodes.forEach(({ title, nodes }, at) => {
    const rows = unscored.filter(
      (row) =>
        present[at][row] < Math.max(minimumShare, Number.MIN_VALUE) &&
        isGap(at, row) &&
        !nodes.some((child) => isGap(child, row)),
    );
    const key = rows.join();
    const alike = found.get(key);
    if (alike !== undefined) alike.titles.push(title);
    else if (rows.length > 0) found.set(key, { titles: [title], rows });
  });
  return [...found.values()];
}

export function gapWarnings(
  total: Float64Array,
  partial: readonly boolean[],
  lacking: readonly Lacking[],
  { place, year }: CompositeData,
): Warning[] {
  const n = total.length;
  const named = (rows: readonly number[]) => ({
    rows: rows.map((row): NamedRow => ({ place: place[row], ...(year === undefined ? {} : { year: year[row] }) })),
  });
  const without = total.filter((value) => Number.isNaN(value)).length;
  const partly = [...partial.keys()].filter((row) => partial[row] && !Number.isNaN(total[row]));
  const list = (between: string, part: (at: number) => string) => lacking.map((_, at) => part(at)).join(between);
  const warnings: Warning[] = [];
  if (partly.length > 0) {
    warnings.push({
      code: "scored-in-part",
      text: {
        en: "{partly} of {n} rows {partly, plural, one {is} other {are}} scored on part of their indicators: {rows}",
        zh: "{n} 行中有 {partly} 行仅依据部分指标计分：{rows}",
      },
      values: { partly: partly.length, n, rows: named(partly) },
    });
  }
  if (without > 0) {
    warnings.push({
      code: "not-scored",
      text: {
        en: `{without} of {n} rows {without, plural, one {has} other {have}} too few indicators for a score: too little weight is there in ${list("; ", (at) => `{nodes${at}} ({rows${at}})`)}`,
        zh: `{n} 行中有 {without} 行指标不足，未计得分：有数据的权重过低的维度为${list("；", (at) => `{nodes${at}}（{rows${at}}）`)}`,
      },
      values: {
        without,
        n,
        ...Object.fromEntries(
          lacking.flatMap(({ titles, rows }, at) => [
            [`nodes${at}`, listed(titles)],
            [`rows${at}`, named(rows)],
          ]),
        ),
      },
    });
  }
  return warnings;
}
