import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import { alwaysTreated, noValueIn } from "./panel-words.ts";
import { isAlwaysTreated, type TreatedPanel } from "./treated-panel.ts";

/** A panel in which some places come under treatment in one year together, and every place is observed in every year. */
export interface BlockPanel {
  readonly controls: readonly string[];
  readonly treated: readonly string[];
  readonly years: readonly number[];
  /** Years before treatment. */
  readonly before: number;
  /** Outcomes by year, of each control and each treated place. */
  readonly ofControls: readonly Float64Array[];
  readonly ofTreated: readonly Float64Array[];
  readonly dropped: readonly Dropped[];
}

/** Reads treatment that begins everywhere in one year; places with gaps, or treated from the beginning, are dropped by name. */
export function blockPanel(method: string, panel: TreatedPanel): BlockPanel {
  const { places, years, outcome, first } = panel;
  const rowOf = (at: number) => outcome.slice(at * years.length, (at + 1) * years.length);
  const dropped = [...places.keys()].flatMap((at): Dropped[] => {
    const gaps = years.filter((_, step) => !Number.isFinite(rowOf(at)[step]));
    if (isAlwaysTreated(panel, first[at])) return [{ input: "data", row: places[at], reason: alwaysTreated }];
    return gaps.length === 0 ? [] : [{ input: "data", row: places[at], reason: noValueIn(gaps) }];
  });
  const out = new Set(dropped.map(({ row }) => row));
  const kept = [...places.keys()].filter((at) => !out.has(places[at]));
  const treated = kept.filter((at) => Number.isFinite(first[at]));
  const controls = kept.filter((at) => !Number.isFinite(first[at]));
  const starts = [...new Set(treated.map((at) => first[at]))].sort((a, b) => a - b);
  if (starts.length > 1) throw staggered(method, starts);
  if (treated.length === 0) throw noTreated(method);
  if (controls.length < 2) throw fewControls(method, controls.length);
  const before = years.filter((year) => year < starts[0]).length;
  if (before < 2) throw fewYears(method, before);
  return {
    controls: controls.map((at) => places[at]),
    treated: treated.map((at) => places[at]),
    years,
    before,
    ofControls: controls.map(rowOf),
    ofTreated: treated.map(rowOf),
    dropped: [...panel.dropped, ...dropped],
  };
}

function staggered(method: string, starts: readonly number[]): InputError {
  return new InputError({
    code: "adoption-staggered",
    text: {
      en: `${method}: treatment begins in ${starts.join(", ")}, expected one year for all`,
      zh: `${method}：处理分别始于 ${starts.join("、")} 年，应为同一年`,
    },
    hint: {
      en: "take one cohort at a time beside the never treated, or causal/group-time-att",
      zh: "请逐批与从未处理地区比较，或使用 causal/group-time-att",
    },
  });
}

function noTreated(method: string): InputError {
  return new InputError({
    code: "nobody-treated",
    text: {
      en: `${method}: no treated place is observed in every year and before its treatment`,
      zh: `${method}：没有各年均有数据且处理前已有观测的受处理地区`,
    },
    hint: {
      en: "bring years before treatment began, and the years that are missing",
      zh: "请补充处理开始之前的年份与缺失的年份",
    },
  });
}

function fewControls(method: string, count: number): InputError {
  return new InputError({
    code: "too-few-controls",
    text: {
      en: `${method}: ${counted(count, "place")} never treated and observed in every year, expected at least 2`,
      zh: `${method}：各年均有数据且从未处理的地区仅 ${count} 个，至少应有 2 个`,
    },
    hint: {
      en: "bring places that are never treated, or the years that they lack",
      zh: "请补充从未受处理的地区，或其缺失的年份",
    },
  });
}

function fewYears(method: string, before: number): InputError {
  return new InputError({
    code: "too-few-years-before",
    text: {
      en: `${method}: ${counted(before, "year")} before treatment, expected at least 2`,
      zh: `${method}：处理前仅 ${before} 年，至少应有 2 年`,
    },
    hint: { en: "bring earlier years", zh: "请补充更早的年份" },
  });
}
