import { InputError, type Problem } from "../contract/errors.ts";
import { judgedNodes } from "./judged-weights.ts";
import type { Recipe } from "./recipe.ts";
import { rootId } from "./recipe-names.ts";

/** Everything that is wrong with a recipe beyond its form: names that point nowhere, circles, what a method lacks. */
export function recipeProblems(recipe: Recipe): Problem[] {
  const problems: Problem[] = [];
  const refuse = (code: string, path: string, en: string, zh: string) =>
    problems.push({ code, text: { en: `recipe: ${en}`, zh: `合成方案：${zh}` }, place: { path } });
  const { nodes, indicators, normalise } = recipe;

  const seen = new Set([rootId]);
  for (const { id } of [...nodes, ...indicators]) {
    if (seen.has(id)) refuse("recipe-id-twice", id, `id ${id} appears more than once`, `标识 ${id} 重复出现`);
    seen.add(id);
  }
  const names = [rootId, ...nodes.map(({ id }) => id)];
  const parents = new Map(nodes.map(({ id, parent = rootId }) => [id, parent]));
  const hang = [
    ...nodes.map(({ id, parent }) => ({ id, above: parent ?? rootId })),
    ...indicators.map(({ id, node }) => ({ id, above: node ?? rootId })),
  ];
  for (const { id, above } of hang) {
    if (names.includes(above)) continue;
    const list = names.join(", ");
    refuse(
      "recipe-node-unknown",
      id,
      `${id} hangs under ${above}, which is not a node; the nodes are ${list}`,
      `${id} 的上级 ${above} 不存在；现有层级：${list}`,
    );
  }
  const circles = nodes.filter(({ id }) => !reachesRoot(id, parents));
  for (const { id } of circles) refuse("recipe-circle", id, `node ${id} hangs under itself`, `层级 ${id} 构成循环`);
  if (problems.length > 0) return problems;

  const filled = new Set<string>();
  for (const { node = rootId } of indicators) {
    for (let at: string | undefined = node; at !== undefined; at = parents.get(at)) filled.add(at);
  }
  for (const { id } of nodes) {
    if (!filled.has(id)) refuse("recipe-node-empty", id, `node ${id} has no indicators`, `层级 ${id} 下没有指标`);
  }
  for (const id of normalise.log) {
    if (indicators.some((each) => each.id === id)) continue;
    refuse("recipe-log-unknown", id, `log names ${id}, which is not an indicator`, `log 中的 ${id} 不是指标`);
  }
  for (const { id, goalposts, target } of indicators) {
    const least = Math.min(goalposts?.[0] ?? 1, target ?? 1);
    if (!normalise.log.includes(id) || least > 0) continue;
    refuse(
      "recipe-log-goalposts",
      id,
      `indicator ${id} is taken in logarithms and has a goalpost or target of ${least}, expected more than 0`,
      `指标 ${id} 取对数，其阈值或目标值为 ${least}，应大于 0`,
    );
  }
  const needed = normalise.method === "goalposts" || normalise.method === "target" ? normalise.method : undefined;
  for (const indicator of indicators) {
    if (needed === undefined || indicator[needed] !== undefined) continue;
    const { id } = indicator;
    refuse(
      "recipe-goalposts-missing",
      id,
      `indicator ${id} has no ${needed}, which normalisation by ${needed} needs`,
      `指标 ${id} 未给出 ${needed}，该标准化方法需要它`,
    );
  }
  if (recipe.weigh.method === "given") refuseZeroWeights(recipe, names, refuse);
  problems.push(...judgementProblems(recipe));
  if (recipe.weigh.method === "entropy" && normalise.method === "z-score") {
    refuse(
      "recipe-entropy-z",
      "weigh",
      "entropy weights are of shares and need values of at least 0, expected a normalisation other than z-score",
      "熵权基于比重，要求取值不小于 0，标准化方法不应为 z-score",
    );
  }
  if ((recipe.weigh.method === "cv" || recipe.weigh.method === "critic") && normalise.method === "z-score") {
    const { method } = recipe.weigh;
    refuse(
      "recipe-dispersion-z",
      "weigh",
      `${method} weights are of dispersion, which z-scores make alike, expected a normalisation other than z-score`,
      `${method} 权重依据离散程度，而 z-score 使各指标离散程度相同，标准化方法不应为 z-score`,
    );
  }
  return problems;
}

/** Judgements are asked for by `ahp`, name what is there, and are complete. */
function judgementProblems(recipe: Recipe): readonly Problem[] {
  if (recipe.weigh.method !== "ahp") return [];
  if (Object.keys(recipe.weigh.judgements ?? {}).length === 0) {
    const text = {
      en: "recipe: weights by ahp have no judgements, expected them for at least one node",
      zh: "合成方案：层次分析法没有判断矩阵，至少需要一个层级的判断",
    };
    return [{ code: "recipe-judgements", text, place: { path: "weigh" } }];
  }
  try {
    judgedNodes(recipe);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

function reachesRoot(id: string, parents: ReadonlyMap<string, string>): boolean {
  let at: string | undefined = id;
  for (let steps = 0; steps <= parents.size && at !== undefined && at !== rootId; steps += 1) at = parents.get(at);
  return at === undefined || at === rootId;
}

type Refuse = (code: string, path: string, en: string, zh: string) => void;

function refuseZeroWeights({ nodes, indicators }: Recipe, names: readonly string[], refuse: Refuse): void {
  for (const name of names) {
    const weights = [
      ...nodes.filter(({ parent = rootId }) => parent === name),
      ...indicators.filter(({ node = rootId }) => node === name),
    ].map(({ weight = 1 }) => weight);
    if (weights.length === 0 || weights.some((each) => each > 0)) continue;
    refuse(
      "recipe-weights-zero",
      name,
      `the weights under ${name} add up to 0, expected more than 0`,
      `${name} 之下的权重合计为 0，应大于 0`,
    );
  }
}
