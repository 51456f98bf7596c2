import type { NamedRow, Warning } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import type { Recipe } from "./recipe.ts";
import type { RecipeTree } from "./recipe-tree.ts";
import type { CompositeData } from "./scale.ts";

/** An aspect of which too little is there, and the rows that have no score for it. */
interface LackingNode {
  readonly title: Text;
  readonly rows: readonly NamedRow[];
}

/** Why rows have no score: the aspects furthest down in which less than `missing.minimumShare` of the weight is there. */
export function lackingNodes(
  { missing: { minimumShare } }: Recipe,
  tree: RecipeTree,
  scores: readonly Float64Array[],
  present: readonly Float64Array[],
  { place, year }: CompositeData,
): LackingNode[] {
  const isGap = (node: number, row: number) => Number.isNaN(scores[node][row]);
  const unscored = place.flatMap((_, row) => (isGap(0, row) ? [row] : []));
  return tree.nodes.flatMap(({ title, nodes }, at) => {
    const rows = unscored.filter(
      (row) =>
        present[at][row] < Math.max(minimumShare, Number.MIN_VALUE) &&
        isGap(at, row) &&
        !nodes.some((child) => isGap(child, row)),
    );
    const named = rows.map((row) => ({ place: place[row], ...(year === undefined ? {} : { year: year[row] }) }));
    return rows.length === 0 ? [] : [{ title, rows: named }];
  });
}

export function gapWarnings(
  total: Float64Array,
  partial: readonly boolean[],
  lacking: readonly LackingNode[],
): Warning[] {
  const without = total.filter((value) => Number.isNaN(value)).length;
  const partly = partial.filter((each) => each).length - without;
  const list = (between: string, part: (at: number) => string) => lacking.map((_, at) => part(at)).join(between);
  const warnings: Warning[] = [];
  if (partly > 0) {
    warnings.push({
      code: "scored-in-part",
      text: {
        en: `${partly} of ${total.length} rows are scored on part of their indicators`,
        zh: `${total.length} 行中有 ${partly} 行仅依据部分指标计分`,
      },
    });
  }
  if (without > 0) {
    warnings.push({
      code: "not-scored",
      text: {
        en: `{without} of {n} rows have too few indicators for a score: too little weight is there in ${list("; ", (at) => `{node${at}} ({rows${at}})`)}`,
        zh: `{n} 行中有 {without} 行指标不足，未计得分：有数据的权重过低的维度为${list("；", (at) => `{node${at}}（{rows${at}}）`)}`,
      },
      values: {
        without,
        n: total.length,
        ...Object.fromEntries(
          lacking.flatMap(({ title, rows }, at) => [
            [`node${at}`, { text: title }],
            [`rows${at}`, { rows }],
          ]),
        ),
      },
    });
  }
  return warnings;
}
