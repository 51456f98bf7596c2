import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { Choice, WeightDraws } from "./rank-draws.ts";
import { stepIn } from "./rank-recipe.ts";
import type { Recipe } from "./recipe.ts";
import { recipeConventions } from "./recipe-conventions.ts";
import { type Aggregate, aggregates, type Normalisation, normalisations, rootId } from "./recipe-names.ts";
import { recipeProblems } from "./recipe-problems.ts";
import type { RecipeTree } from "./recipe-tree.ts";
import { type CompositeData, scale } from "./scale.ts";
import type { Scored } from "./score.ts";

/** What may vary from draw to draw. `stated` stands for what the recipe says. */
export interface DeclaredDraws {
  readonly weights: WeightDraws;
  readonly normalisations: readonly ("stated" | Normalisation)[];
  readonly aggregations: readonly ("stated" | Aggregate)[];
  readonly leaveOneOut: boolean;
}

/** One pair of normalisation and aggregation that a draw may take. */
export interface Pair {
  readonly method: Normalisation;
  readonly aggregate: Aggregate;
  readonly range: readonly [number, number];
  /** Whether the recipe itself says so. */
  readonly own: boolean;
}

/**
 * The pairs that make sense: z-scores have arithmetic means only, being below 0 for half the places. Where any other
 * mean is among them, all but the recipe's own pair are normalised into a range above 0.
 */
export function declaredPairs(recipe: Recipe, declared: DeclaredDraws): Pair[] {
  const { methods, means } = declaredChoices(recipe, declared);
  const { method: statedMethod, range } = recipe.normalise;
  const onlyArithmetic = (mean: Aggregate) => nodeMeans(recipe, mean).every((each) => each === "arithmetic");
  const above: readonly [number, number] = range[0] > 0 || means.every(onlyArithmetic) ? range : [0.01, 1];
  const pairs = methods.flatMap((method) =>
    means.flatMap((aggregate): Pair[] => {
      const own = method === statedMethod && aggregate === recipe.aggregate;
      if (method === "z-score" && !own && !onlyArithmetic(aggregate)) return [];
      return [{ method, aggregate, own, range: own ? range : above }];
    }),
  );
  if (pairs.length > 0) return pairs;
  throw new InputError({
    code: "no-choices",
    text: {
      en: "rank-uncertainty: z-scores have no geometric or harmonic mean, and no other pair of normalisation and aggregation is declared",
      zh: "位次不确定性：z-score 不能取几何或调和平均，且未声明其他标准化与合成方法组合",
    },
  });
}

function declaredChoices({ normalise, aggregate }: Recipe, declared: DeclaredDraws) {
  const resolve = <T>(list: readonly (T | "stated")[], stated: T, all: readonly T[]) => {
    const wanted = new Set(list.map((each) => (each === "stated" ? stated : each)));
    return all.filter((each) => wanted.has(each));
  };
  return {
    methods: resolve(declared.normalisations, normalise.method, normalisations),
    means: resolve(declared.aggregations, aggregate, aggregates),
  };
}

/** What was declared and stands in no pair. */
export function unpairedWarning(recipe: Recipe, declared: DeclaredDraws, pairs: readonly Pair[]): Warning[] {
  const { methods, means } = declaredChoices(recipe, declared);
  const { normalise, aggregate } = recipeConventions;
  const left = [
    ...methods
      .filter((each) => pairs.every(({ method }) => method !== each))
      .map((id) => ({ id, title: normalise.choices[id] })),
    ...means
      .filter((each) => pairs.every((pair) => pair.aggregate !== each))
      .map((id) => ({ id, title: aggregate.choices[id] })),
  ];
  if (left.length === 0) return [];
  return [
    {
      code: "choice-left-out",
      text: {
        en: `declared, but never drawn: ${left.map(({ id }) => id).join(", ")}; z-scores go with arithmetic means alone`,
        zh: `已声明但不会抽到：${left.map(({ title }) => title.zh).join("、")}；z-score 只能与算术平均搭配`,
      },
    },
  ];
}

function nodeMeans({ nodes }: Recipe, aggregate: Aggregate): Aggregate[] {
  return [aggregate, ...nodes.map((node) => node.aggregate ?? aggregate)];
}

/** Every pair as arrays for the kernel; `order` and `columns` say which data row and which indicator come where, `there` which figures count. */
export function choicesOf(
  recipe: Recipe,
  pairs: readonly Pair[],
  {
    tree,
    stated,
    data,
    order,
    columns,
    there,
  }: {
    readonly tree: RecipeTree;
    readonly stated: Scored;
    readonly data: CompositeData;
    readonly order: Uint32Array;
    readonly columns: Uint32Array;
    readonly there: readonly Uint8Array[];
  },
): Choice[] {
  const scaled = new Map<string, readonly Float64Array[]>();
  const columnsFor = ({ own, method, range }: Pair): readonly Float64Array[] => {
    if (own) return stated.indicators.map(({ normalised }) => normalised);
    const key = `${method} ${range}`;
    const known = scaled.get(key);
    if (known !== undefined) return known;
    const normalise = { ...recipe.normalise, method, range: [...range] as [number, number] };
    const variant: Recipe = { ...recipe, normalise, weigh: { method: "equal" } };
    const problems = recipeProblems(variant);
    if (problems.length > 0) throw new InputError(problems);
    const found = scale(variant, data).columns;
    scaled.set(key, found);
    return found;
  };
  const ownMeans = new Map(recipe.nodes.map(({ id, aggregate }) => [id, aggregate]));
  return pairs.map((pair) => {
    const means = tree.nodes.map(({ id }) => (id === rootId ? pair.aggregate : (ownMeans.get(id) ?? pair.aggregate)));
    const width = columns.length;
    const values = new Float64Array(order.length * width);
    const normalised = columnsFor(pair);
    columns.forEach((indicator, column) => {
      const mean = means[tree.nodeOf[indicator]];
      const [given, figures] = [normalised[indicator], there[indicator]];
      for (let at = 0, cell = column; at < order.length; at += 1, cell += width) {
        const row = order[at];
        if (figures[row] === 0) continue;
        const value = given[row];
        if (mean === "arithmetic") values[cell] = value;
        else if (value > 0) values[cell] = stepIn(mean, value);
        else refuseNotPositive(recipe.indicators[indicator].id, data.place[row], value);
      }
    });
    return { normalisation: pair.method, aggregate: pair.aggregate, means, values };
  });
}

function refuseNotPositive(id: string, place: string, value: number): never {
  throw new InputError({
    code: "mean-not-positive",
    text: {
      en: `rank-uncertainty: ${id} of ${place} is ${value} after normalising, a geometric or harmonic mean needs more than 0`,
      zh: `位次不确定性：${place} 的 ${id} 标准化后为 ${value}，几何或调和平均要求大于 0`,
    },
    hint: {
      en: "let values beyond goalposts count as at them (clip: true), or declare aggregations: [arithmetic]",
      zh: "请将超出阈值的取值按端点计（clip: true），或仅声明 aggregations: [arithmetic]",
    },
  });
}
