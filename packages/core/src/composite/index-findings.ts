import type { Finding, FindingValue } from "../contract/method.ts";
import { decimal, foremost, lastYear, listed, mostNamed, percent } from "../contract/saying.ts";
import type { CompositeIndex } from "./index.ts";
import { recipeConventions } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";
import type { Scored } from "./score.ts";
import { isFound } from "./score-tables.ts";

interface Row {
  readonly place: string;
  readonly year: number | undefined;
  readonly group: string | undefined;
  readonly score: number;
  readonly partial: boolean;
}

/** Who has the highest score, of every group where there are a few; how firm that is, is for composite/rank-uncertainty. */
export function indexFindings({ scored, convention }: CompositeIndex, data: CompositeData): Finding[] {
  const all = data.place.map((place, row): Row => {
    const [year, group] = [data.year?.[row], data.group?.[row]];
    return { place, year, group, score: scored.total[row], partial: scored.partial[row] };
  });
  const { rows: withScore, at, values } = lastYear(all.filter(({ score }) => !Number.isNaN(score)));
  const rows = all.filter(({ year }) => year === withScore[0]?.year);
  const groups = [...new Set(withScore.flatMap(({ group }) => group ?? []))].sort();
  const few = groups.length > 1 && groups.length <= mostNamed;
  const scopes = few ? groups.map((group) => withScore.filter((row) => row.group === group)) : [withScore];
  const leaders = scopes.map((scope) => foremost(scope, ({ score }) => score));
  const findings: Finding[] = [];
  if (withScore.length > 1 && leaders.every(({ length }) => length <= mostNamed)) {
    const digits = withScore.some(({ score }) => Math.abs(score) >= 10) ? 1 : 2;
    const parts = leaders.map((_, at) => ({
      en: few ? `{places${at}} in {group${at}} ({score${at}})` : `{places${at}} ({score${at}})`,
      zh: few ? `{group${at}}为{places${at}}（{score${at}}）` : `{places${at}}（{score${at}}）`,
    }));
    findings.push({
      text: {
        en: `Highest score under this recipe${at.en}: ${parts.map(({ en }) => en).join("; ")}. Other weights or means may put another place first.`,
        zh: `${at.zh}按本方案得分最高的${few ? "，" : "是"}${parts.map(({ zh }) => zh).join("；")}。换用其他权重或合成方法，领先者可能不同。`,
      },
      values: {
        ...values,
        ...Object.fromEntries(leaders.flatMap((found, scope) => leaderValues(found, scope, digits))),
      },
    });
  }
  findings.push(...weightFinding(scored, convention.weigh));
  const partial = withScore.filter((row) => row.partial).length;
  if (partial > 0) {
    findings.push({
      text: {
        en: `{partial} of {n} scores${at.en} rest on part of the indicators only, and are marked.`,
        zh: `${at.zh}{n} 个得分中有 {partial} 个仅依据部分指标，已作标记。`,
      },
      values: { ...values, partial, n: withScore.length },
    });
  }
  const without = rows.length - withScore.length;
  if (without > 0) {
    findings.push({
      text: {
        en: `{without} of {n} places${at.en} have too few figures for a score.`,
        zh: `${at.zh}{n} 个地区中有 {without} 个数据过少，无法计分。`,
      },
      values: { ...values, without, n: rows.length },
    });
  }
  return findings;
}

/** Weights that the recipe does not state are said: the largest of them, and the smallest. */
function weightFinding({ indicators }: Scored, weigh: string): Finding[] {
  if (!isFound(weigh) || indicators.length < 2) return [];
  const most = foremost(indicators, ({ weight }) => weight);
  const least = foremost(indicators, ({ weight }) => -weight);
  if (most.length > mostNamed || least.length > mostNamed) return [];
  const by = recipeConventions.weigh.choices[weigh as keyof typeof recipeConventions.weigh.choices];
  const names = (found: typeof most) => listed(found.map(({ title }) => title));
  return [
    {
      text: {
        en: "Weights in the whole ({by}): the largest has {most} ({high}), the smallest {least} ({low}).",
        zh: "各指标权重（{by}）：最大的是{most}（{high}），最小的是{least}（{low}）。",
      },
      values: {
        by: { text: by },
        most: names(most),
        high: percent(most[0].weight, 1),
        least: names(least),
        low: percent(least[0].weight, 1),
      },
    },
  ];
}

function leaderValues(found: readonly Row[], scope: number, digits: number): [string, FindingValue][] {
  const { group } = found[0];
  return [
    [`places${scope}`, { places: found.map(({ place }) => place) }],
    [`score${scope}`, decimal(found[0].score, digits)],
    ...(group === undefined ? [] : [[`group${scope}`, { group }] as [string, FindingValue]]),
  ];
}
