import { leavesOf } from "../indicators.ts";
import type {
  AnalysisDeclaration,
  DatasetDeclaration,
  IndicatorLeaf,
  IndicatorNode,
  IndicatorSet,
  Study,
} from "../schema.ts";
import type { Factor, Sides } from "./factors.ts";
import { optionsWithYearsOf, withYearsOf, yearless } from "./year-parts.ts";

/**
 * The study that two editions would make if each factor came from one of them.
 *
 *   data      declarations of datasets (their figures are mixed by `mixTables`), confirmed names of places
 *   year      `year` and `years`, conditions on years, the years in `at(x, 2020)` and in options
 *   method    analyses with their options and inputs, definitions of indicators, seed, prices
 *   weights   recipes; the tree of indicators with weights, directions, goalposts, logarithms
 *   cluster   the cluster, and which places datasets and indicators keep
 *
 * What only one edition has goes with whatever uses it.
 */
export function hybridStudy(a: Study, b: Study, sides: Sides): Study {
  const from = (factor: Factor) => (sides[factor] === "a" ? a : b);
  const [data, year, method, weights, cluster] = [
    from("data"),
    from("year"),
    from("method"),
    from("weights"),
    from("cluster"),
  ];
  const datasets = merged<DatasetDeclaration>(a.datasets, b.datasets, (name) => {
    const own = data.datasets[name] as DatasetDeclaration;
    return {
      ...own,
      where: withYearsOf(own.where, year.datasets[name]?.where),
      places: cluster.datasets[name]?.places ?? own.places,
    };
  });
  const indicators = merged<IndicatorSet>(a.indicators, b.indicators, (name) => {
    const at = (study: Study) => study.indicators[name] as IndicatorSet;
    const { year: cross, years: panel } = at(year);
    return {
      ...at(weights),
      year: cross,
      years: panel,
      places: at(cluster).places,
      aspects: treeOf(at(weights).aspects, leafMap(at(method)), leafMap(at(year))),
    };
  });
  return {
    ...b,
    seed: method.seed,
    prices: method.prices,
    places: data.places,
    cluster: cluster.cluster,
    datasets,
    indicators,
    recipes: merged(a.recipes, b.recipes, (name) => weights.recipes[name] as Study["recipes"][string]),
    analyses: Object.fromEntries(
      Object.entries(method.analyses).map(([name, own]) => [name, atYearsOf(own, year.analyses[name])]),
    ),
  };
}

/** What both have made of both; what one has taken from it. */
function merged<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  mix: (name: string) => T,
): Record<string, T> {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const both = Object.hasOwn(a, name) && Object.hasOwn(b, name);
      return [name, both ? mix(name) : ((a[name] ?? b[name]) as T)];
    }),
  );
}

type Leaves = ReadonlyMap<string, IndicatorLeaf>;
const leafMap = (set: IndicatorSet): Leaves => new Map(leavesOf(set.aspects).map(({ id, leaf }) => [id, leaf]));

function treeOf(tree: IndicatorSet["aspects"], method: Leaves, year: Leaves): IndicatorSet["aspects"] {
  const leafOf = (id: string, own: IndicatorLeaf): IndicatorLeaf => {
    const [defined, dated] = [method.get(id) ?? own, year.get(id) ?? own];
    const expr = yearless(defined.expr) === yearless(dated.expr) ? dated.expr : defined.expr;
    return { ...own, expr, unit: defined.unit };
  };
  return Object.fromEntries(
    Object.entries(tree).map(([name, node]): [string, IndicatorNode] => [
      name,
      {
        ...node,
        ...(node.indicators && {
          indicators: Object.fromEntries(Object.entries(node.indicators).map(([id, leaf]) => [id, leafOf(id, leaf)])),
        }),
        ...(node.aspects && { aspects: treeOf(node.aspects, method, year) }),
      },
    ]),
  );
}

function atYearsOf(own: AnalysisDeclaration, dated: AnalysisDeclaration | undefined): AnalysisDeclaration {
  if (dated === undefined) return own;
  const on =
    typeof own.on === "string" || typeof dated.on === "string"
      ? own.on
      : Object.fromEntries(
          Object.entries(own.on).map(([input, given]) => [
            input,
            referenceAt(given, (dated.on as Record<string, unknown>)[input]),
          ]),
        );
  return { ...own, on: on as AnalysisDeclaration["on"], with: optionsWithYearsOf(own.with, dated.with) };
}

interface Conditional {
  readonly where?: Readonly<Record<string, unknown>>;
}

function referenceAt(own: unknown, dated: unknown): unknown {
  if (typeof own !== "object" || own === null) return own;
  if (Array.isArray(own)) return own.map((each, at) => referenceAt(each, Array.isArray(dated) ? dated[at] : undefined));
  const { where, ...rest } = own as Conditional;
  const years = typeof dated === "object" && dated !== null ? (dated as Conditional).where : undefined;
  const asked = withYearsOf(where, years);
  return asked === undefined ? rest : { ...rest, where: asked };
}
