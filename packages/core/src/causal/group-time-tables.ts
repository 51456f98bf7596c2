import { codeOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { changeUnit, estimateColumns } from "./estimate.ts";
import type { EstimateInputs } from "./estimate-table.ts";
import { eventEstimate } from "./event-estimate.ts";
import type { Aggregation } from "./group-time-aggregates.ts";
import type { CellEstimate, GroupTimeResult, PartEstimate } from "./group-time-att.ts";
import type { Unanswered } from "./group-time-effects.ts";

export const groupTimeTitle = { en: "Group-time effects", zh: "分批次—时点处理效应" };

/** Effects by cohort and year, and their means by event time, by cohort, by year and over all. */
export function groupTimeTables(
  result: GroupTimeResult,
  inputs: EstimateInputs,
  { level }: { readonly level: number },
): Table[] {
  const unit = changeUnit(inputs.data.units.outcome);
  const estimate = estimateColumns(unit);
  const cohort = numberOf<{ cohort: number }>("cohort", "year", cohortTitle, (row) => row.cohort);
  const year = numberOf<{ year: number }>("year", "year", yearTitle, (row) => row.year);
  const at = (name: string, unitOf: string, title: { en: string; zh: string }) =>
    numberOf<PartEstimate>(name, unitOf, title, (row) => row.at);
  const overall = Object.entries(result.overall).map(([by, each]) => ({ by: by as Aggregation, ...each }));
  return [
    tableOf(
      "cells",
      ["cohort", "year"],
      result.cells,
      [
        cohort,
        year,
        numberOf<CellEstimate>("base", "year", { en: "base year", zh: "基期" }, ({ base }) => base),
        ...estimate,
        numberOf<CellEstimate>("treated", "1", { en: "treated places", zh: "受处理地区数" }, ({ treated }) => treated),
        numberOf<CellEstimate>("controls", "1", { en: "controls", zh: "对照地区数" }, ({ controls }) => controls),
      ],
      { title: { en: "Effects by cohort and year", zh: "各批次各年效应" } },
    ),
    tableOf(
      "by_event_time",
      ["event_time"],
      result.byEventTime,
      [
        at("event_time", "1", { en: "years since treatment", zh: "距处理年数" }),
        ...estimate,
        numberOf<PartEstimate>("band_low", unit, { en: "band, low", zh: "联合置信带下限" }, (row) => row.bandLow),
        numberOf<PartEstimate>("band_high", unit, { en: "band, high", zh: "联合置信带上限" }, (row) => row.bandHigh),
      ],
      { title: { en: "Effects by years since treatment", zh: "按处理年数的效应" } },
    ),
    tableOf("by_cohort", ["cohort"], result.byCohort, [at("cohort", "year", cohortTitle), ...estimate], {
      title: { en: "Effects by cohort", zh: "各批次效应" },
    }),
    tableOf("by_year", ["year"], result.byYear, [at("year", "year", yearTitle), ...estimate], {
      title: { en: "Effects by year", zh: "各年效应" },
    }),
    tableOf(
      "overall",
      ["by"],
      overall,
      [
        codeOf<{ by: Aggregation }>(
          "by",
          { en: "mean", zh: "汇总方式" },
          ({ by }) => by,
          ({ by }) => aggregations[by],
        ),
        ...estimate,
      ],
      { title: { en: "Overall effects", zh: "总体效应" } },
    ),
    tableOf(
      "unanswered",
      ["cohort", "year"],
      result.unanswered,
      [
        cohort,
        year,
        codeOf<Unanswered>(
          "reason",
          { en: "reason", zh: "原因" },
          ({ reason }) => reason.en,
          ({ reason }) => reason,
        ),
      ],
      { title: { en: "Without an answer", zh: "无法估计" } },
    ),
    eventEstimate(
      "group-time-att",
      groupTimeTitle,
      "normal",
      { ...result, uncovered: uncoveredIn(result) },
      inputs,
      level,
    ),
  ];
}

/** Share of the effects after treatment that have no answer. */
function uncoveredIn({ cells, unanswered }: GroupTimeResult): number {
  const [without, having] = [unanswered, cells].map((each) => each.filter(({ year, cohort }) => year >= cohort).length);
  return without / (without + having);
}

const cohortTitle = { en: "treated from", zh: "处理起始年" };
const yearTitle = { en: "year", zh: "年份" };
const aggregations: Readonly<Record<Aggregation, { en: string; zh: string }>> = {
  simple: { en: "all effects after treatment", zh: "全部处理后效应" },
  "by-event-time": { en: "by years since treatment", zh: "按处理年数" },
  "by-cohort": { en: "by cohort", zh: "按批次" },
  "by-year": { en: "by year", zh: "按年份" },
};
