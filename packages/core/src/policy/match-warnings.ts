import type { Dropped, Warning } from "../contract/method.ts";
import { listed } from "../contract/saying.ts";
import { type CombinedDemand, type Demand, problemsIn, together } from "./demand.ts";
import type { MatchRow } from "./demand-tool-match.ts";
import type { Entry } from "./entries.ts";

/** Problems that are named without a size: what is uncovered among them cannot be told. */
export function unvaluedWarnings(dropped: readonly Dropped[]): Warning[] {
  if (dropped.length === 0) return [];
  return [
    {
      code: "demand-without-value",
      text: {
        en: "left out, for lack of a value or of a problem's name: {rows}; shares are of the others",
        zh: "缺少取值或问题名称而未计入：{rows}；份额按其余问题计算",
      },
      values: { rows: listed(dropped.map(({ row }) => ({ en: row, zh: row }))) },
    },
  ];
}

/** Fits that were said of instruments or problems that there are none of. */
export function fitWarnings(
  fit: Readonly<Record<string, Readonly<Record<string, number>>>>,
  known: readonly Entry[],
  demand: Demand,
): Warning[] {
  const [tools, problems] = [new Set(known.map(({ instrument }) => instrument)), new Set(problemsIn(demand))];
  const idle = Object.entries(fit).flatMap(([tool, own]) =>
    Object.keys(own).flatMap((problem) => (tools.has(tool) && problems.has(problem) ? [] : [{ tool, problem }])),
  );
  if (idle.length === 0) return [];
  return [
    {
      code: "fit-unused",
      text: {
        en: "fit is said of what no entry or no demand names, and changes nothing: {pairs}",
        zh: "fit 所述的工具或问题不在政策与需求之中，不起作用：{pairs}",
      },
      values: {
        pairs: listed(
          idle.map(({ tool, problem }) => ({
            en: `${tool || "no instrument"} for ${problem}`,
            zh: `${tool || "无工具"}对${problem}`,
          })),
        ),
      },
    },
  ];
}

/** What is not known of supply, and what of supply and demand does not meet. */
export function matchWarnings(
  entries: readonly Entry[],
  known: readonly Entry[],
  demand: Demand,
  rows: readonly MatchRow[],
): Warning[] {
  const warnings: Warning[] = [];
  const without = entries.length - known.length;
  if (without > 0) {
    warnings.push({
      code: "supply-uncoded",
      text: {
        en: "{without} of {n} entries {without, plural, one {has} other {have}} no rung or no objective: what they supply is not known",
        zh: "{n} 项中有 {without} 项缺层级或目标：供给不明",
      },
      values: { without, n: entries.length },
    });
  }
  const asked = new Set(problemsIn(demand));
  const strange = [...new Set(known.flatMap(({ objectives }) => objectives))].filter((each) => !asked.has(each)).sort();
  if (strange.length > 0) {
    warnings.push({
      code: "objective-without-demand",
      text: {
        en: "objectives that no demand is measured of: {objectives}",
        zh: "以下目标没有对应的需求：{objectives}",
      },
      values: { objectives: listed(strange.map((each) => ({ en: each, zh: each }))) },
    });
  }
  const scopes = new Set(demand.keys());
  const elsewhere = [...new Set(known.flatMap(({ clusters }) => clusters))].filter((each) => !scopes.has(each)).sort();
  if (elsewhere.length > 0 && !scopes.has(together)) {
    warnings.push({
      code: "cluster-without-demand",
      text: {
        en: "clusters of entries that no demand is measured of: {clusters}",
        zh: "以下城市群有政策而无需求数据：{clusters}",
      },
      values: { clusters: listed(elsewhere.map((each) => ({ en: each, zh: each }))) },
    });
  }
  if (rows.some(({ ratio }) => Number.isNaN(ratio))) {
    warnings.push({
      code: "no-demand",
      text: { en: "some problems have no demand: no ratio is formed", zh: "部分问题没有需求：不计算供需比" },
    });
  }
  return warnings;
}

/** On what demand rests where obstacles and gaps do not tell of the same clusters and problems. */
export function demandWarnings({ sources, alone, shared }: CombinedDemand): Warning[] {
  const warnings: Warning[] = [];
  const words = { obstacles: { en: "obstacles", zh: "障碍" }, gaps: { en: "gaps", zh: "差距" } };
  const isMixed = new Set(sources.values()).size > 1;
  for (const source of ["obstacles", "gaps"] as const) {
    const scopes = [...sources].filter(([, from]) => from === source && isMixed).map(([scope]) => scope);
    if (scopes.length === 0) continue;
    warnings.push({
      code: "demand-of-one-source",
      text: {
        en: "demand of {clusters} rests on {source} alone: the other says nothing of them",
        zh: "{clusters} 的需求仅依据{source}：另一来源未涉及",
      },
      values: {
        clusters: listed(
          scopes.map((scope) => (scope === together ? { en: "all", zh: "全部" } : { en: scope, zh: scope })),
        ),
        source: { text: words[source] },
      },
    });
  }
  if (alone > 0) {
    warnings.push({
      code: "problem-of-one-source",
      text: {
        en: "{count, plural, one {# problem of a cluster is} other {# problems of clusters are}} told of by obstacles or by gaps alone: demand rests on that one, and shares are brought back to 1",
        zh: "{count} 个（城市群的）问题仅见于障碍或差距之一：以该来源为准，份额再归一",
      },
      values: { count: alone },
    });
  }
  if (shared !== undefined) {
    warnings.push({
      code: "demand-shared",
      text: {
        en: "{source} are told of no cluster: they hold for each cluster of the other",
        zh: "{source}未分城市群：对另一来源的各城市群同样适用",
      },
      values: { source: { text: words[shared] } },
    });
  }
  return warnings;
}
