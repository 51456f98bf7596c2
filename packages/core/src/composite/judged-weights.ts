import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import { ahpMatrices } from "./ahp-judgements.ts";
import { acceptable, consistency, meanJudgements, priorities } from "./ahp-priorities.ts";
import type { Recipe } from "./recipe.ts";
import { rootId } from "./recipe-names.ts";

const randomIndex = "saaty-1977"; // as composite/ahp-weights takes it unless told otherwise

/** What the judgements of a node's children say, all experts together. */
export interface JudgedNode {
  readonly node: string;
  /** Shares of the children, by their ids. */
  readonly weights: ReadonlyMap<string, number>;
  /** Consistency ratio of the experts' mean judgements, and of each expert. */
  readonly ratio: number;
  readonly experts: readonly { readonly expert: string; readonly ratio: number }[];
}

/** The weights of every node whose children are judged in pairs; the others keep those that stand in the tree. */
export function judgedNodes({ nodes, indicators, weigh }: Recipe): JudgedNode[] {
  const known = new Set([rootId, ...nodes.map(({ id }) => id)]);
  return Object.entries(weigh.judgements ?? {}).map(([node, experts]) => {
    if (!known.has(node)) {
      const list = [...known].join(", ");
      refuse(
        `judgements are of ${node}, which is not a node; the nodes are ${list}`,
        `判断所指的 ${node} 不是层级；现有层级：${list}`,
      );
    }
    const children = [
      ...nodes.filter(({ parent = rootId }) => parent === node),
      ...indicators.filter((each) => (each.node ?? rootId) === node),
    ].map(({ id }) => id);
    const rows = Object.entries(experts).flatMap(([expert, judgements]) => {
      for (const id of [...Object.keys(judgements), ...Object.values(judgements).flatMap(Object.keys)]) {
        if (children.includes(id)) continue;
        const list = children.join(", ");
        refuse(
          `${expert} judges ${id} under ${node}, where there is no such thing; expected ${list}`,
          `${expert} 对 ${node} 之下的 ${id} 作了判断，但其下没有该项；应为 ${list}`,
        );
      }
      return children.map((child) => ({ expert, child, of: judgements[child] ?? {} }));
    });
    const { criteria, experts: matrices } = ahpMatrices({
      indicator: rows.map(({ child }) => child),
      expert: rows.map(({ expert }) => expert),
      judgements: children.map((name) => ({
        name,
        unit: "1",
        values: Float64Array.from(rows, ({ child, of }) => of[name] ?? (child === name ? 1 : Number.NaN)),
      })),
    });
    const joint = meanJudgements(matrices.map(({ judgements }) => judgements));
    const weights = priorities(joint, "eigenvector");
    return {
      node,
      weights: new Map(criteria.map(({ indicator }, at) => [indicator, weights[at]])),
      ratio: consistency(joint, randomIndex).ratio,
      experts: matrices.map(({ expert, judgements }) => ({
        expert,
        ratio: consistency(judgements, randomIndex).ratio,
      })),
    };
  });
}

/** Experts who contradict themselves, node by node: a warning, as a mean of several can hide it. */
export function judgementWarnings(recipe: Recipe, titleOf: (node: string) => Text): Warning[] {
  if (recipe.weigh.method !== "ahp") return [];
  return judgedNodes(recipe).flatMap(({ node, experts }) =>
    experts
      .filter(({ ratio }) => ratio > acceptable)
      .map(({ expert, ratio }): Warning => {
        const title = titleOf(node);
        return {
          code: "judgements-inconsistent",
          text: {
            en: `${title.en}: the judgements of ${expert} have a consistency ratio of ${ratio.toFixed(3)}, over ${acceptable}`,
            zh: `${title.zh}：${expert} 的判断一致性比例为 ${ratio.toFixed(3)}，超过 ${acceptable}`,
          },
        };
      }),
  );
}

function refuse(en: string, zh: string): never {
  throw new InputError({
    code: "recipe-judgements",
    text: { en: `recipe: ${en}`, zh: `合成方案：${zh}` },
    place: { path: "weigh" },
  });
}
