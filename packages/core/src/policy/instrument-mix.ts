/**
 * Of which policies does a cluster's coordination consist: on which rung of the pyramid, by which mechanism, with which
 * instruments, in which phase?
 *
 *   share of class c in a cluster and phase = entries of c / entries of that cluster and phase whose class is coded
 *
 * Counts of entries, not of their weight. Classes: rung (remove barriers, auxiliary, supportive, incentive, subsidy),
 * mechanism (central, local, cross-border consultation, market), instrument (supply, demand, environment side) and level. An
 * entry whose class is not coded is in no share and is counted; with no date it stands in the phase `undated`, and so does
 * one dated to a decade that lies in two phases. Phases begin in 2001, 2011 and 2021 unless said otherwise.
 *
 * An entry that reaches several clusters (a national plan) is counted by itself (`wider: apart`) or with each of them
 * (`each`): the first compares what clusters did themselves. An entry with several objectives counts under each of them.
 * Government-led is every mechanism but the market.
 *
 * @example instrumentMix({ entry: ["a", "b"], rung: ["subsidy", "auxiliary"] }).mix[0]?.share // remove barriers: 0 of 2
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { instruments, levels, mechanisms, rungs } from "../register/codes.ts";
import {
  type Entry,
  entriesOf,
  entryRoles,
  type Led,
  ledOf,
  type RegisterInput,
  scopesIn,
  scopesOf,
  type Wider,
  widerConvention,
} from "./entries.ts";
import { codeOfCell } from "./entry-codes.ts";
import { exampleRegister } from "./example.ts";
import { instrumentMixFindings, instrumentMixTables } from "./instrument-mix-tables.ts";
import { crossOf, ledRows } from "./mix-parts.ts";
import { mixWarnings } from "./mix-warnings.ts";
import { anyPhase, type Phase, phasesFrom } from "./phases.ts";

export type Dimension = "rung" | "mechanism" | "instrument" | "level";

export interface MixRow {
  readonly of: Dimension;
  readonly scope: string;
  readonly phase: Phase;
  readonly code: string;
  readonly entries: number;
  readonly share: number;
}

export interface LedRow {
  readonly scope: string;
  readonly led: Led;
  readonly entries: number;
  readonly share: number;
  /** Of those whose rung is coded. */
  readonly barriers: number;
  readonly narrow: number;
  readonly dated: number;
}

export interface CrossRow {
  readonly row: string;
  readonly column: string;
  readonly entries: number;
}

export interface InstrumentMixResult extends Outcome {
  readonly dated: readonly {
    readonly scope: string;
    readonly mechanism: string;
    readonly entries: number;
    readonly dated: number;
  }[];
  readonly mix: readonly MixRow[];
  /** Entries of each phase, and how many of them are market-driven. */
  readonly phases: readonly {
    readonly scope: string;
    readonly phase: Phase;
    readonly entries: number;
    readonly market: number;
  }[];
  /** Once a scope that it is counted in. */
  readonly timeline: readonly (Entry & { readonly scope: string })[];
  /** Instruments by objective, and by rung. */
  readonly cross: readonly CrossRow[];
  readonly crossed: readonly CrossRow[];
  readonly led: readonly LedRow[];
  readonly scopes: readonly string[];
  readonly datedEntries: number;
  readonly undatedEntries: number;
}

export interface InstrumentMixOptions {
  readonly phases?: readonly number[];
  readonly wider?: Wider;
}

type MixInput = RegisterInput & { readonly level?: readonly string[] | undefined };

const lists = { rung: rungs, mechanism: mechanisms, instrument: instruments, level: levels } as const;

export function instrumentMix(
  input: MixInput,
  { phases: starts = [2001, 2011, 2021], wider = "apart" }: InstrumentMixOptions = {},
): InstrumentMixResult {
  const method = "instrument-mix";
  const entries = entriesOf(method, input);
  const { list, phaseOf } = phasesFrom(method, starts);
  const classOf = (entry: Entry, of: Dimension): string =>
    of === "level" ? codeOfCell(method, "level", entry.entry, input.level?.[entry.at]?.trim() ?? "") : entry[of];
  const scopes = scopesIn(entries, wider);
  const inScope = (scope: string) => entries.filter((entry) => scopesOf(entry, wider).includes(scope));

  const used = (Object.keys(lists) as Dimension[]).filter((of) => entries.some((entry) => classOf(entry, of) !== ""));
  const mix = used.flatMap((of) =>
    scopes.flatMap((scope) => {
      const own = inScope(scope).filter((entry) => classOf(entry, of) !== "");
      return [anyPhase, ...list].flatMap((phase): MixRow[] => {
        const those = phase === anyPhase ? own : own.filter((entry) => phaseOf(entry) === phase);
        if (those.length === 0) return [];
        return lists[of].map(({ code }) => {
          const count = those.filter((entry) => classOf(entry, of) === code).length;
          return { of, scope, phase, code, entries: count, share: count / those.length };
        });
      });
    }),
  );
  const dated = scopes.flatMap((scope) =>
    mechanisms.flatMap(({ code }) => {
      const those = inScope(scope).filter(({ mechanism }) => mechanism === code);
      const count = those.filter(({ start }) => start !== undefined).length;
      return those.length === 0 ? [] : [{ scope, mechanism: code, entries: those.length, dated: count }];
    }),
  );
  // every scope with every phase that any of them has
  const there = list.filter((phase) => entries.some((entry) => phaseOf(entry) === phase));
  const phases = scopes.flatMap((scope) =>
    there.map((phase) => {
      const those = inScope(scope).filter((entry) => phaseOf(entry) === phase);
      const market = those.filter(({ mechanism }) => ledOf(mechanism) === "market").length;
      return { scope, phase, entries: those.length, market };
    }),
  );
  const timeline = scopes.flatMap((scope) => inScope(scope).map((entry) => ({ ...entry, scope })));
  const datedEntries = entries.filter(({ start }) => start !== undefined).length;
  return {
    mix,
    dated,
    phases,
    timeline,
    cross: crossOf(entries, ({ objectives }) => objectives),
    crossed: crossOf(entries, ({ rung }) => [rung].filter((each) => each !== "")),
    led: scopes.flatMap((scope) => ledRows(scope, inScope(scope))),
    scopes,
    datedEntries,
    undatedEntries: entries.length - datedEntries,
    n: entries.length,
    warnings: mixWarnings(entries, used),
    convention: { wider },
  };
}

export default defineMethod({
  id: "policy/instrument-mix",
  version: 1,
  title: { en: "Mix of policy instruments", zh: "政策工具组合" },
  question: {
    en: "Of which policies does a cluster's coordination consist: on which rung, by which mechanism, in which phase?",
    zh: "各城市群的协调由哪些政策构成：处于金字塔哪一层、靠何种机制、出自哪个阶段？",
  },
  formula: "pᶜ = nᶜ / Σ n",
  where: {
    en: "n: entries; c: a rung, mechanism, instrument or level; summed over the coded entries of a cluster and phase",
    zh: "n：政策数；c：层级、机制、工具或层次；对某城市群某阶段已编码的政策求和",
  },
  cites: [
    {
      text: "Rothwell, R. and Zegveld, W. (1985). Reindustrialization and Technology. Longman. (supply, demand and environment side)",
      checked: "unverified",
    },
    {
      text: "Zhou, Y., Lin, V. and Yu, D. (2017). Synergistic Development in the Beijing-Tianjin-Hebei Region: An International Comparative Perspective. The Boston Consulting Group and China Development Research Foundation, section 4.4. (the pyramid)",
      checked: "opened",
    },
  ],
  conventions: { wider: widerConvention },
  means: {
    phases: { en: "first years of the phases", zh: "各阶段的起始年" },
    level: { en: "level of government", zh: "政府层级" },
  },
  pitfalls: [
    {
      en: "Shares are of coded entries: what is not coded is counted apart, and may be most of a register.",
      zh: "占比以已编码条目为分母，未编码者另计，可能占多数。",
    },
    {
      en: "A count is no strength: one statute and one notice weigh alike.",
      zh: "条目数不等于力度：一部法规与一则通知同等计数。",
    },
  ],
  inputs: { register: table({ ...entryRoles, level: label.optional }) },
  options: z.strictObject({
    phases: z.array(z.int()).default([2001, 2011, 2021]).describe("First years of the phases"),
    wider: z.enum(["apart", "each"]).default("apart"),
  }),
  gaps: "pass",
  cost: "live",
  example: (seed, size) => ({ inputs: { register: exampleRegister(seed, size) } }),
  worked: {
    source: {
      en: "by hand: of three entries of cluster a two remove barriers (2/3), one of them in 2001-2010, one undated",
      zh: "手算：城市群 a 的三项政策中两项消除障碍（2/3），其中一项在 2001—2010 年，一项无日期",
    },
    inputs: {
      register: makeTable(
        "register",
        ["entry"],
        [
          labels("entry", ["p1", "p2", "p3"]),
          labels("cluster", ["a", "a", "a"]),
          labels("rung", ["remove-barriers", "remove-barriers", "subsidy"]),
          labels("mechanism", ["market", "central-coordinated", "central-coordinated"]),
          labels("instrument", ["environment", null, "supply"]),
          numbers("start", "year", [2005, Number.NaN, 2015]),
        ],
      ),
    },
    gives: {
      datedEntries: 2,
      undatedEntries: 1,
      "mix[0].share": 200 / 3,
      "mix[4].share": 100 / 3,
      "mix[5].share": 100,
      "led[0].share": 200 / 3,
      "led[0].barriers": 50,
      "led[1].barriers": 100,
    },
  },
  run: ({ register }, options) => instrumentMix(register, options),
  scalars: {
    datedEntries: { title: { en: "Dated entries", zh: "有日期的政策" }, unit: "1" },
    undatedEntries: { title: { en: "Undated entries", zh: "无日期的政策" }, unit: "1" },
  },
  tables: instrumentMixTables,
  views: [
    {
      kind: "timeline",
      table: "timeline",
      entry: "entry",
      start: "start",
      latest: "latest",
      end: "end",
      lane: "mechanism",
      mark: "rung",
      panel: "scope",
      lanes: mechanisms.map(({ code }) => code),
      marks: rungs.map(({ code }) => code),
      title: { en: "Policies over time", zh: "政策时间线" },
    },
    {
      kind: "bars",
      table: "mix",
      category: "code",
      value: "share",
      group: "scope",
      order: "as-listed",
      where: { of: "rung", phase: "all" },
      title: { en: "Rungs of the pyramid, cluster beside cluster", zh: "政策金字塔各层级（城市群并列）" },
    },
    {
      kind: "heatmap",
      table: "phases",
      row: "phase",
      column: "scope",
      value: "entries",
      scale: "sequential",
      rows: "as-listed",
      title: { en: "Entries by phase", zh: "各阶段政策数" },
    },
    {
      kind: "heatmap",
      table: "cross",
      row: "instrument",
      column: "objective",
      value: "entries",
      scale: "sequential",
      rows: "as-listed",
      title: { en: "Instruments by objective", zh: "政策工具与目标" },
    },
  ],
  findings: instrumentMixFindings,
});
