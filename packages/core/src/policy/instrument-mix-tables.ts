import type { Finding } from "../contract/method.ts";
import { percent } from "../contract/saying.ts";
import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { instruments, levels, mechanisms, rungs, wordsFor } from "../register/codes.ts";
import { noCluster, severalClusters } from "./entries.ts";
import type { InstrumentMixResult } from "./instrument-mix.ts";
import { ledColumn, scopeColumn, scopesTable } from "./scope-column.ts";

const entriesTitle = { en: "entries", zh: "政策数" };
const all = [...rungs, ...mechanisms, ...instruments, ...levels];

const dimensions = {
  rung: { en: "rung", zh: "金字塔层级" },
  mechanism: { en: "mechanism", zh: "协调机制" },
  instrument: { en: "instrument", zh: "政策工具" },
  level: { en: "level", zh: "层次" },
} as const;

export function instrumentMixTables(result: InstrumentMixResult): Table[] {
  const { mix, timeline, dated, phases, cross, crossed, led, scopes } = result;
  return [
    mixTable(mix),
    timelineTable(timeline),
    datedTable(dated),
    phasesTable(phases),
    crossTable(cross),
    crossedTable(crossed),
    ledTable(led),
    scopesTable(scopes),
  ];
}

function mixTable(mix: InstrumentMixResult["mix"]): Table {
  return tableOf(
    "mix",
    ["of", "scope", "phase", "code"],
    mix,
    [
      codeOf(
        "of",
        { en: "by", zh: "分类" },
        ({ of }) => of,
        ({ of }) => dimensions[of],
      ),
      scopeColumn,
      codeOf(
        "phase",
        { en: "phase", zh: "阶段" },
        ({ phase }) => phase.code,
        ({ phase }) => phase.title,
      ),
      codeOf(
        "code",
        { en: "class", zh: "类别" },
        ({ code }) => code,
        ({ code }) => wordsFor(all, code),
      ),
      numberOf("entries", "1", entriesTitle, ({ entries }) => entries),
      numberOf("share", "percent", { en: "share of entries", zh: "占政策数比重" }, ({ share }) => 100 * share),
    ],
    { title: { en: "Policy mix", zh: "政策组合" } },
  );
}

function timelineTable(timeline: InstrumentMixResult["timeline"]): Table {
  return tableOf(
    "timeline",
    ["scope", "entry"],
    timeline,
    [
      scopeColumn,
      codeOf(
        "entry",
        { en: "entry", zh: "政策" },
        ({ entry }) => entry,
        ({ title }) => title,
      ),
      numberOf("start", "year", { en: "start", zh: "起始年份" }, ({ start }) => start),
      numberOf("latest", "year", { en: "latest start", zh: "最晚起始年份" }, ({ latest }) => latest),
      ifAny(numberOf("end", "year", { en: "end", zh: "终止年份" }, ({ end }) => end)),
      codeOf(
        "mechanism",
        { en: "mechanism", zh: "协调机制" },
        ({ mechanism }) => mechanism || null,
        ({ mechanism }) => (mechanism === "" ? null : wordsFor(mechanisms, mechanism)),
      ),
      codeOf(
        "rung",
        { en: "rung", zh: "金字塔层级" },
        ({ rung }) => rung || null,
        ({ rung }) => (rung === "" ? null : wordsFor(rungs, rung)),
      ),
    ],
    { title: { en: "Timeline", zh: "时间线" } },
  );
}

function datedTable(dated: InstrumentMixResult["dated"]): Table {
  return tableOf(
    "dated",
    ["scope", "mechanism"],
    dated,
    [
      scopeColumn,
      codeOf(
        "mechanism",
        { en: "mechanism", zh: "协调机制" },
        ({ mechanism }) => mechanism,
        ({ mechanism }) => wordsFor(mechanisms, mechanism),
      ),
      numberOf("entries", "1", entriesTitle, ({ entries }) => entries),
      numberOf("dated", "1", { en: "dated", zh: "有日期" }, (row) => row.dated),
      numberOf("undated", "1", { en: "undated", zh: "无日期" }, (row) => row.entries - row.dated),
    ],
    { title: { en: "Dated and undated", zh: "有无日期" } },
  );
}

function phasesTable(phases: InstrumentMixResult["phases"]): Table {
  return tableOf(
    "phases",
    ["scope", "phase"],
    phases,
    [
      scopeColumn,
      codeOf(
        "phase",
        { en: "phase", zh: "阶段" },
        ({ phase }) => phase.code,
        ({ phase }) => phase.title,
      ),
      numberOf("entries", "1", entriesTitle, ({ entries }) => entries),
      numberOf("market", "1", { en: "market-driven", zh: "市场驱动" }, ({ market }) => market),
    ],
    { title: { en: "Entries by phase", zh: "各阶段政策数" } },
  );
}

function crossTable(cross: InstrumentMixResult["cross"]): Table {
  return tableOf(
    "cross",
    ["instrument", "objective"],
    cross,
    [
      codeOf(
        "instrument",
        { en: "instrument", zh: "政策工具" },
        ({ row }) => row,
        ({ row }) => wordsFor(instruments, row),
      ),
      labelOf("objective", { en: "objective", zh: "目标" }, ({ column }) => column),
      numberOf("entries", "1", entriesTitle, ({ entries }) => entries),
    ],
    { title: { en: "Instruments by objective", zh: "政策工具与目标" } },
  );
}

function crossedTable(crossed: InstrumentMixResult["crossed"]): Table {
  return tableOf(
    "crossed",
    ["instrument", "rung"],
    crossed,
    [
      codeOf(
        "instrument",
        { en: "instrument", zh: "政策工具" },
        ({ row }) => row,
        ({ row }) => wordsFor(instruments, row),
      ),
      codeOf(
        "rung",
        { en: "rung", zh: "金字塔层级" },
        ({ column }) => column,
        ({ column }) => wordsFor(rungs, column),
      ),
      numberOf("entries", "1", entriesTitle, ({ entries }) => entries),
    ],
    { title: { en: "Instruments by rung", zh: "政策工具与金字塔层级" } },
  );
}

function ledTable(led: InstrumentMixResult["led"]): Table {
  return tableOf(
    "led",
    ["scope", "led"],
    led,
    [
      scopeColumn,
      ledColumn,
      numberOf("entries", "1", entriesTitle, ({ entries }) => entries),
      numberOf("share", "percent", { en: "share of entries", zh: "占政策数比重" }, ({ share }) => 100 * share),
      numberOf(
        "barriers",
        "percent",
        { en: "of which remove barriers", zh: "其中消除壁垒" },
        ({ barriers }) => 100 * barriers,
      ),
      numberOf(
        "narrow",
        "percent",
        { en: "of which incentives and subsidies", zh: "其中激励与补贴" },
        ({ narrow }) => 100 * narrow,
      ),
      numberOf("dated", "1", { en: "dated", zh: "有日期" }, (row) => row.dated),
    ],
    { title: { en: "Government-led and market-driven", zh: "政府主导与市场驱动" } },
  );
}

/** How many are dated, and by which mechanism each cluster coordinates most. */
export function instrumentMixFindings({ led, dated, datedEntries, undatedEntries, n }: InstrumentMixResult): Finding[] {
  const findings: Finding[] = [
    undatedEntries === 0
      ? {
          text: {
            en: "{n, plural, one {The policy is dated.} other {All # policies are dated.}}",
            zh: "{n} 项政策均有日期。",
          },
          values: { n },
        }
      : {
          text: {
            en: "Of {n, plural, one {# policy} other {# policies}} {dated} {dated, plural, one {is} other {are}} dated; {undated} {undated, plural, one {is not, and stands} other {are not, and stand}} under the timeline.",
            zh: "{n} 项政策中 {dated} 项有日期；{undated} 项无日期，列于时间线之下。",
          },
          values: { n, dated: datedEntries, undated: undatedEntries },
        },
  ];
  const scopes = [...new Set(dated.map(({ scope }) => scope))].filter(
    (each) => each !== severalClusters && each !== noCluster,
  );
  for (const scope of scopes) {
    const own = dated.filter((row) => row.scope === scope);
    const total = own.reduce((sum, { entries }) => sum + entries, 0);
    const [top, second] = [...own].sort((a, b) => b.entries - a.entries);
    if (top === undefined || top.entries === second?.entries) continue;
    const market = led.find((row) => row.scope === scope && row.led === "market")?.share ?? 0;
    findings.push({
      text: {
        en: "{cluster}: {share} of {total, plural, one {# policy} other {# policies}} by {mechanism}, {market} market-driven.",
        zh: "{cluster}：{total} 项政策中 {share} 属{mechanism}，{market} 由市场驱动。",
      },
      values: {
        cluster: { group: scope },
        share: percent(top.entries / total),
        total,
        mechanism: { text: wordsFor(mechanisms, top.mechanism) },
        market: percent(market),
      },
    });
  }
  return findings;
}
