import { labels, makeTable, numbers, type Table, type View, type ViewKind, type ViewOf } from "@conurb/core/contract";
import type { FigureContext } from "../src/figures.ts";

/** One small hand-made case a kind, with a gap in each where a table can have one. */
export interface Specimen<K extends ViewKind> {
  readonly view: ViewOf<K>;
  readonly tables: Readonly<Record<string, Table>>;
}

const gap = Number.NaN;
const both = (en: string, zh: string) => ({ title: { en, zh } });
const byName = (...tables: Table[]) => Object.fromEntries(tables.map((table) => [table.name, table]));

export const context: Omit<FigureContext, "tables" | "language"> = {
  places: {
    "110000": { name: { en: "Beijing", zh: "北京市" }, group: "north", lon: 116.41, lat: 40.18 },
    "120000": { name: { en: "Tianjin", zh: "天津市" }, group: "north", lon: 117.34, lat: 39.28 },
    "130200": { name: { en: "Tangshan", zh: "唐山市" }, group: "north", lon: 118.34, lat: 39.73 },
    "131000": { name: { en: "Langfang", zh: "廊坊市" }, group: "north", lon: 116.52, lat: 39.12 },
    "310000": { name: { en: "Shanghai", zh: "上海市" }, group: "delta", lon: 121.46, lat: 31.23 },
    "320500": { name: { en: "Suzhou", zh: "苏州市" }, group: "delta", lon: 120.66, lat: 31.38 },
  },
  groups: {
    north: { title: { en: "Jing-Jin-Ji", zh: "京津冀城市群" }, short: { en: "Jing-Jin-Ji", zh: "京津冀" }, colour: 0 },
    delta: {
      title: { en: "Yangtze River Delta", zh: "长三角城市群" },
      short: { en: "Yangtze delta", zh: "长三角" },
      colour: 1,
    },
  },
  labels: {
    C: { title: { en: "Manufacturing", zh: "制造业" }, short: { en: "Manuf.", zh: "制造" } },
    G: { title: { en: "Information services", zh: "信息服务业" }, short: { en: "Information", zh: "信息" } },
    ind: { title: { en: "Industry", zh: "产业" }, short: { en: "Ind", zh: "产业" } },
    soc: { title: { en: "Social development", zh: "社会发展" }, short: { en: "Social", zh: "社会" } },
  },
  selected: ["130200"],
  peers: ["120000"],
  flags: { "131000": { kind: "partial", note: { en: "two indicators are missing.", zh: "缺两项指标。" } } },
};

const north = ["110000", "120000", "130200", "131000"];
const all = [...north, "310000", "320500"];
const pairs = north.flatMap((a, i) => north.slice(0, i).map((b) => [a, b] as const));

/** One hill that becomes two, with a gap. */
const hills = ["2010", "2015", "2020"].flatMap((series, year) =>
  Array.from({ length: 25 }, (_, i) => {
    const hill = (middle: number) => Math.exp(-(((i - middle) / (4 - year / 2)) ** 2));
    const height = year === 1 && i === 12 ? gap : hill(9 - year) + (year / 4) * hill(18);
    return { series, at: 20_000 + 4000 * i, height };
  }),
);

/** Two curves beside what chance gives, one of which leaves its bands. */
const banded = ["C", "G"].flatMap((series, which) =>
  Array.from({ length: 21 }, (_, i) => {
    const expected = 0.02 + 0.001 * i;
    const y = expected * (which === 0 ? 1 + 0.6 * Math.exp(-i / 4) : 1 - 0.05 * Math.sin(i));
    return { series, km: 5 * i, y: which === 1 && i === 3 ? gap : y, expected };
  }),
);

export const bands: Specimen<"density"> = {
  view: {
    kind: "density",
    table: "pairs",
    x: "km",
    y: "density",
    series: "series",
    low: "low",
    high: "high",
    middle: "middle",
    outerLow: "outer_low",
    outerHigh: "outer_high",
  },
  tables: byName(
    makeTable(
      "pairs",
      ["series", "km"],
      [
        labels(
          "series",
          banded.map(({ series }) => series),
        ),
        numbers(
          "km",
          "km",
          banded.map(({ km }) => km),
          both("Distance", "距离"),
        ),
        ...(
          [
            ["density", ({ y }) => y],
            ["low", ({ expected }) => 0.9 * expected],
            ["high", ({ expected }) => 1.1 * expected],
            ["middle", ({ expected }) => expected],
            ["outer_low", ({ expected }) => 0.8 * expected],
            ["outer_high", ({ expected }) => 1.2 * expected],
          ] as const satisfies readonly (readonly [string, (row: (typeof banded)[number]) => number])[]
        ).map(([name, pick]) => numbers(name, "1/km", banded.map(pick), both("Density of pairs", "配对密度"))),
      ],
    ),
  ),
};

const dealt = Array.from({ length: 13 }, (_, i) => -3 + 0.5 * i);

/** Effects of adoption dealt out anew, and the effect found, upright among them. */
export const placebos: Specimen<"density"> = {
  view: {
    kind: "density",
    table: "distribution",
    x: "effect",
    y: "share",
    series: "series",
    mark: { table: "estimate", value: "effect" },
  },
  tables: byName(
    makeTable(
      "distribution",
      ["series", "effect"],
      [
        labels(
          "series",
          dealt.map(() => "placebos"),
        ),
        numbers("effect", "percentage-point", dealt, both("Effect", "效应")),
        numbers(
          "share",
          "1",
          dealt.map((at) => 0.2 * Math.exp(-(at ** 2) / 2)),
          both("Share of draws", "抽取占比"),
        ),
      ],
    ),
    makeTable("estimate", [], [numbers("effect", "percentage-point", [3.6], both("Effect", "效应"))]),
  ),
};

/** What moves a ranking: total indices with their intervals, first-order ones inside. */
export const sensitivity: Specimen<"bars"> = {
  view: {
    kind: "bars",
    table: "indices",
    category: "choice",
    value: "total",
    low: "low",
    high: "high",
    inner: "first",
  },
  tables: byName(
    makeTable(
      "indices",
      ["choice"],
      [
        labels("choice", ["weights", "normalisation", "mean"]),
        numbers("total", "1", [0.62, 0.31, 0.02], both("Total index", "总效应指数")),
        numbers("low", "1", [0.5, 0.2, -0.01]),
        numbers("high", "1", [0.8, 0.4, 0.06]),
        numbers("first", "1", [0.41, 0.12, -0.02], both("first-order index", "一阶指数")),
      ],
    ),
  ),
};

/** Clubs over their places. */
export const clubPaths: Specimen<"trend"> = {
  view: {
    kind: "trend",
    table: "paths",
    time: "year",
    value: "level",
    series: "club",
    behind: { table: "places", time: "year", value: "level", line: "place", of: "club" },
  },
  tables: byName(
    makeTable(
      "paths",
      ["club", "year"],
      [
        labels("club", ["I", "I", "I", "II", "II", "II"]),
        numbers("year", "year", [2010, 2015, 2020, 2010, 2015, 2020]),
        numbers("level", "1", [1.1, 1.14, 1.2, 0.9, 0.86, 0.8], both("mean of all = 1", "全体均值 = 1")),
      ],
    ),
    makeTable(
      "places",
      ["place", "year"],
      [
        labels("place", ["110000", "110000", "110000", "130200", "130200", "130200"]),
        numbers("year", "year", [2010, 2015, 2020, 2010, 2015, 2020]),
        labels("club", ["I", "I", "I", "II", "II", "II"]),
        numbers("level", "1", [1.3, gap, 1.4, 0.8, 0.7, 0.6]),
      ],
    ),
  ),
};

/** Who moves where: classes in an order of their own, heads no wider than a cell. */
export const transitions: Specimen<"heatmap"> = {
  view: {
    kind: "heatmap",
    table: "moves",
    row: "from",
    column: "to",
    value: "probability",
    scale: "sequential",
    rows: "as-listed",
  },
  tables: byName(
    makeTable(
      "moves",
      ["from", "to"],
      [
        labels("from", ["1", "1", "2", "2"], { en: "class at the start", zh: "期初类别" }),
        labels("to", ["1", "2", "1", "2"], { en: "class a step later", zh: "下期类别" }),
        numbers("probability", "1", [0.9, 0.1, 0.2, 0.8], both("Probability", "转移概率")),
      ],
    ),
  ),
};

const sections = ["A", "C", "G", "J", "K", "M"];
/** Six industries: A apart from the rest but for C. */
const nearby = sections.flatMap((from, i) =>
  sections.flatMap((to, j) => {
    const value = i * j === 0 ? 0.1 * (i + j) : 1 - 0.15 * Math.abs(i - j);
    return i === j ? [] : [{ from, to, value }];
  }),
);
const whoHasWhat = north.flatMap((place, at) =>
  sections.map((industry, i) => ({ place, industry, present: Number((at + i) % 3 !== 0) })),
);

export const specimens: { readonly [K in ViewKind]: Specimen<K> } = {
  timeline: {
    view: {
      kind: "timeline",
      table: "acts",
      entry: "act",
      start: "start",
      latest: "latest",
      end: "end",
      lane: "way",
      mark: "step",
      panel: "cluster",
      lanes: ["state", "towns"],
      marks: ["open", "build", "pay"],
    },
    tables: byName(
      makeTable(
        "acts",
        ["cluster", "act"],
        [
          labels("cluster", ["north", "north", "north", "north", "delta", "delta"]),
          labels("act", ["a1", "a2", "a3", "a4", "a5", "a6"]),
          labels("act_en", ["Rail plan", "Roads", "Bridge", "Idea", "Port", "Fund"]),
          labels("act_zh", ["铁路规划", "公路", "桥梁", "设想", "港口", "基金"]),
          numbers("start", "year", [2014, 2014, 2015, 1980, 2001, gap]),
          numbers("latest", "year", [2014, 2014, 2015, 1989, 2001, gap]),
          numbers("end", "year", [gap, 2020, gap, gap, gap, gap]),
          labels("way", ["state", "state", "towns", "towns", "towns", "state"]),
          labels("step", ["build", "open", "pay", null, "build", "pay"]),
        ],
      ),
    ),
  },
  map: {
    view: { kind: "map", table: "scores", place: "place", value: "score", size: "people" },
    tables: byName(
      makeTable(
        "scores",
        ["place"],
        [
          labels("place", north),
          numbers("score", "1", [94.6, 65.3, 41.3, gap], both("Score", "得分")),
          numbers(
            "people",
            "person",
            [21_893_095, 13_866_009, 7_717_983, 5_464_087],
            both("Population 2020", "2020 年常住人口"),
          ),
        ],
      ),
    ),
  },
  ranking: {
    view: {
      kind: "ranking",
      table: "scores",
      place: "place",
      score: "score",
      rank: "rank",
      low: "low",
      high: "high",
      tier: "tier",
      shares: { table: "shares", place: "place", rank: "rank", share: "share" },
      cells: { table: "aspects", place: "place", aspect: "aspect", value: "level" },
    },
    tables: byName(
      makeTable(
        "scores",
        ["place"],
        [
          labels("place", north),
          numbers("score", "1", [94.6, 41.3, 40.7, gap], both("Score", "得分")),
          numbers("rank", "rank", [1, 2, 3, gap]),
          numbers("low", "rank", [1, 2, 2, gap]),
          numbers("high", "rank", [1, 3, 3, gap]),
          numbers("tier", "1", [1, 2, 2, gap]),
        ],
      ),
      makeTable(
        "shares",
        ["place", "rank"],
        [
          labels("place", ["110000", "120000", "120000", "130200", "130200"]),
          numbers("rank", "rank", [1, 2, 3, 2, 3]),
          numbers("share", "share", [1, 0.7, 0.3, 0.3, 0.7]),
        ],
      ),
      makeTable(
        "aspects",
        ["place", "aspect"],
        [
          labels("place", ["110000", "110000", "120000", "120000", "130200", "130200"]),
          labels("aspect", ["ind", "soc", "ind", "soc", "ind", "soc"]),
          numbers("level", "1", [100, 89, 41, gap, 44, 12]),
        ],
      ),
    ),
  },
  heatmap: {
    view: { kind: "heatmap", table: "lq", row: "place", column: "industry", value: "lq", scale: "around-one" },
    tables: byName(
      makeTable(
        "lq",
        ["place", "industry"],
        [
          labels("place", ["110000", "110000", "130200", "130200"]),
          labels("industry", ["C", "G", "C", "G"]),
          numbers("lq", "1", [0.34, 3.1, 1.2, gap], both("Location quotient", "区位商")),
        ],
      ),
    ),
  },
  matrix: {
    view: {
      kind: "matrix",
      table: "similarity",
      row: "from",
      column: "to",
      value: "value",
      order: { table: "order", place: "place", position: "position", block: "block" },
    },
    tables: byName(
      makeTable(
        "similarity",
        ["from", "to"],
        [
          labels(
            "from",
            pairs.map(([a]) => a),
          ),
          labels(
            "to",
            pairs.map(([, b]) => b),
          ),
          numbers("value", "1", [0.75, 0.55, 0.804, gap, 0.796, 0.41], both("Similarity", "相似度")),
        ],
      ),
      makeTable(
        "order",
        ["place"],
        [labels("place", north), numbers("position", "1", [4, 3, 1, 2]), labels("block", ["b", "a", "a", "a"])],
      ),
    ),
  },
  lorenz: {
    view: {
      kind: "lorenz",
      table: "curve",
      x: "people",
      y: "gdp",
      group: "cluster",
      gini: { table: "gini", group: "cluster", value: "gini" },
      parts: { table: "parts", part: "between", share: "share" },
    },
    tables: byName(
      makeTable(
        "curve",
        [],
        [
          labels("cluster", ["north", "north", "delta", "delta"]),
          numbers("people", "share", [0.6, 1, 0.5, 1], both("Share of people", "人口累计份额")),
          numbers("gdp", "share", [0.3, 1, 0.4, 1], both("Share of GDP", "产值累计份额")),
        ],
      ),
      makeTable("gini", ["cluster"], [labels("cluster", ["north", "delta"]), numbers("gini", "1", [0.3, 0.1])]),
      makeTable(
        "parts",
        ["between"],
        [labels("between", ["cluster", "province", "place"]), numbers("share", "1", [0.28, 0.02, 0.7])],
      ),
    ),
  },
  flow: {
    view: { kind: "flow", table: "trains", from: "from", to: "to", value: "trains", directed: true },
    tables: byName(
      makeTable(
        "trains",
        ["from", "to"],
        [
          labels("from", ["110000", "120000", "120000", "130200"]),
          labels("to", ["120000", "110000", "130200", "110000"]),
          numbers("trains", "train/day", [176, 179, 40, gap], both("High-speed trains", "高铁班次")),
        ],
      ),
    ),
  },
  "rank-size": {
    view: { kind: "rank-size", table: "sizes", place: "place", size: "people", rank: "rank", fitted: "fitted" },
    tables: byName(
      makeTable(
        "sizes",
        ["place"],
        [
          labels("place", north),
          numbers(
            "people",
            "person",
            [21_893_095, 13_866_009, 7_717_983, gap],
            both("Population 2020", "2020 年常住人口"),
          ),
          numbers("rank", "rank", [1, 2, 3, gap], both("Rank", "位序")),
          numbers("fitted", "person", [22_000_000, 13_000_000, 9_500_000, gap]),
        ],
      ),
    ),
  },
  bars: {
    view: { kind: "bars", table: "gdp", category: "place", value: "gdp", low: "low", high: "high" },
    tables: byName(
      makeTable(
        "gdp",
        ["place"],
        [
          labels("place", north),
          numbers("gdp", "100 million yuan", [36_102.6, 14_083.7, -720, gap], both("GDP 2020", "2020 年地区生产总值")),
          numbers("low", "100 million yuan", [35_000, 13_000, -900, gap]),
          numbers("high", "100 million yuan", [37_000, 15_000, -500, gap]),
        ],
      ),
    ),
  },
  trend: {
    view: { kind: "trend", table: "urban", time: "year", value: "share", series: "place", breaks: [2018] },
    tables: byName(
      makeTable(
        "urban",
        ["place", "year"],
        [
          labels("place", ["110000", "110000", "110000", "110000", "130200", "130200", "130200", "130200"]),
          numbers("year", "year", [2015, 2016, 2017, 2018, 2015, 2016, 2017, 2018]),
          numbers("share", "percent", [86.5, 86.7, 86.9, 87.1, 58, gap, 60, 61], both("Urban share", "城镇人口比重")),
        ],
      ),
    ),
  },
  density: {
    view: { kind: "density", table: "levels", x: "at", y: "density", series: "series" },
    tables: byName(
      makeTable(
        "levels",
        ["series", "at"],
        [
          labels(
            "series",
            hills.map(({ series }) => series),
          ),
          numbers(
            "at",
            "yuan",
            hills.map(({ at }) => at),
            both("GDP per head", "人均地区生产总值"),
          ),
          numbers(
            "density",
            "1",
            hills.map(({ height }) => height),
            both("Density", "密度"),
          ),
        ],
      ),
    ),
  },
  effects: {
    view: {
      kind: "effects",
      table: "effects",
      time: "event_time",
      value: "effect",
      low: "low",
      high: "high",
      bandLow: "band_low",
      bandHigh: "band_high",
    },
    tables: byName(effectSteps([""])),
  },
  verdict: {
    view: {
      kind: "verdict",
      table: "verdict",
      answer: "answer",
      outcome: "outcome",
      effect: "effect",
      low: "low",
      high: "high",
      detectable: "detectable",
      detectableBy: "detectable_by",
      grounds: {
        table: "grounds",
        side: "side",
        rule: "rule",
        says: "says",
        amount: "amount",
        amountTo: "amount_to",
      },
    },
    tables: byName(...verdictCard()),
  },
  specification: {
    view: {
      kind: "specification",
      table: "specifications",
      name: "analysis",
      value: "effect",
      low: "low",
      high: "high",
      main: "spoken_of",
      aside: "set_aside",
    },
    tables: byName(specificationCurve()),
  },
  synthetic: {
    view: {
      kind: "synthetic",
      table: "path",
      time: "year",
      value: "value",
      series: "series",
      gaps: { table: "gaps", time: "year", value: "gap", since: "event_time" },
      placebos: { table: "placebos", time: "year", value: "gap", place: "place" },
      p: { table: "test", value: "p" },
    },
    tables: byName(...syntheticTwin()),
  },
  discontinuity: {
    view: {
      kind: "discontinuity",
      table: "bins",
      x: "running",
      y: "outcome",
      side: "side",
      fitted: "fitted",
      away: "away",
      limit: "limit",
    },
    tables: byName(binsAbout(3)),
  },
  "phase-portrait": portrait(2),
  bifurcation: {
    view: {
      kind: "bifurcation",
      table: "bifurcation",
      parameter: "value",
      share: "share",
      panel: "place",
      point: "equilibrium",
      stability: "stability",
    },
    tables: byName(branches()),
  },
  dots: {
    view: {
      kind: "dots",
      table: "scores",
      place: "place",
      value: "score",
      group: "cluster",
      median: { table: "medians", group: "cluster", value: "median" },
    },
    tables: byName(
      makeTable(
        "scores",
        ["place"],
        [
          labels("place", all),
          labels("cluster", ["north", "north", "north", "north", "delta", "delta"]),
          numbers("score", "1", [94.6, 65.3, 41.3, gap, 81.8, 57.9], both("Score", "得分")),
        ],
      ),
      makeTable("medians", ["cluster"], [labels("cluster", ["north", "delta"]), numbers("median", "1", [65.3, 69.85])]),
    ),
  },
  scatter: {
    view: {
      kind: "scatter",
      table: "places",
      place: "place",
      x: "people",
      y: "gdp",
      group: "cluster",
      log: "x",
      fitted: "fitted",
    },
    tables: byName(
      makeTable(
        "places",
        ["place"],
        [
          labels("place", all),
          labels("cluster", ["north", "north", "north", "north", "delta", "delta"]),
          numbers(
            "people",
            "person",
            [21_893_095, 13_866_009, 7_717_983, gap, 24_870_895, 12_748_262],
            both("Population", "常住人口"),
          ),
          numbers(
            "gdp",
            "yuan per person",
            [164_889, 101_570, 93_432, 60_000, 155_768, 158_466],
            both("GDP per head", "人均地区生产总值"),
          ),
          numbers("fitted", "yuan per person", [150_000, 130_000, 110_000, gap, 155_000, 128_000]),
        ],
      ),
    ),
  },
  "industry-space": {
    view: {
      kind: "industry-space",
      table: "near",
      from: "from",
      to: "to",
      value: "proximity",
      presence: { table: "presence", place: "place", industry: "industry", present: "present" },
    },
    tables: byName(
      makeTable(
        "near",
        ["from", "to"],
        [
          labels(
            "from",
            nearby.map(({ from }) => from),
          ),
          labels(
            "to",
            nearby.map(({ to }) => to),
          ),
          numbers(
            "proximity",
            "1",
            nearby.map(({ value }, row) => (row === 7 ? gap : value)),
            both("Proximity", "邻近度"),
          ),
        ],
      ),
      makeTable(
        "presence",
        ["place", "industry"],
        [
          labels(
            "place",
            whoHasWhat.map(({ place }) => place),
          ),
          labels(
            "industry",
            whoHasWhat.map(({ industry }) => industry),
          ),
          numbers(
            "present",
            "1",
            whoHasWhat.map(({ present }) => present),
          ),
        ],
      ),
    ),
  },
};

/** Tiles take over beyond twenty places; a checkerboard of 25 makes them. */
export const tiles: {
  view: ViewOf<"map">;
  tables: Readonly<Record<string, Table>>;
  places: NonNullable<FigureContext["places"]>;
} = {
  view: { kind: "map", table: "grid", place: "place", value: "gdp" },
  tables: byName(
    makeTable(
      "grid",
      ["place"],
      [
        labels(
          "place",
          Array.from({ length: 25 }, (_, i) => `p${i}`),
        ),
        numbers(
          "gdp",
          "100 million yuan",
          Array.from({ length: 25 }, (_, i) => (i === 7 ? gap : 100 + 90 * i)),
          both("GDP", "地区生产总值"),
        ),
      ],
    ),
  ),
  places: Object.fromEntries(
    Array.from({ length: 25 }, (_, i) => [
      `p${i}`,
      { name: { en: `Place ${i}`, zh: `地${i}` }, lon: 110 + (i % 5), lat: 40 - Math.floor(i / 5) },
    ]),
  ),
};

/** Effects before and after, of one or more estimators; before the last year before treatment nothing is estimated. */
function effectSteps(series: readonly string[]): Table {
  const rows = series.flatMap((id, which) =>
    [-4, -3, -2, -1, 0, 1, 2, 3].map((at) => {
      const effect = at === -1 ? 0 : at < 0 ? 0.4 * Math.sin(3 * at + which) : 1.1 * (at + 1) + 0.3 * which;
      const error = at === -1 ? gap : 0.5 + 0.05 * Math.abs(at);
      return { id, at, effect, error };
    }),
  );
  const bound = (name: string, errors: number) =>
    numbers(
      name,
      "100 million yuan",
      rows.map(({ effect, error }) => effect + errors * error),
    );
  return makeTable(
    "effects",
    ["series", "event_time"],
    [
      labels(
        "series",
        rows.map(({ id }) => id),
      ),
      numbers(
        "event_time",
        "1",
        rows.map(({ at }) => at),
        both("Years since treatment", "距处理年数"),
      ),
      numbers(
        "effect",
        "100 million yuan",
        rows.map(({ effect }) => effect),
        both("Effect", "效应"),
      ),
      bound("low", -1.96),
      bound("high", 1.96),
      bound("band_low", -2.7),
      bound("band_high", 2.7),
    ],
  );
}

/** A treated place that falls behind its twin from 2014 on, and four placebos. */
function syntheticTwin(): Table[] {
  const years = Array.from({ length: 12 }, (_, at) => 2008 + at);
  const fall = (year: number) => Math.max(0, year - 2013);
  const path = years.flatMap((year) => [
    { year, series: "treated", value: 40 + 3 * (year - 2008) - 1.5 * fall(year) + 0.3 * Math.sin(year) },
    { year, series: "synthetic", value: 40 + 3 * (year - 2008) },
  ]);
  const placebos = ["a", "b", "c", "d"].flatMap((place, at) =>
    years.map((year) => ({ place, year, gap: Math.sin(year * (at + 1)) + (at - 1.5) * 0.4 * fall(year) })),
  );
  const value = both("GDP per head", "人均地区生产总值");
  const gap = both("Gap", "差距");
  return [
    makeTable(
      "path",
      ["year", "series"],
      [
        numbers(
          "year",
          "year",
          path.map(({ year }) => year),
        ),
        labels(
          "series",
          path.map(({ series }) => series),
        ),
        numbers(
          "value",
          "thousand yuan",
          path.map((row) => row.value),
          value,
        ),
      ],
    ),
    makeTable(
      "gaps",
      ["year"],
      [
        numbers("year", "year", years),
        numbers(
          "gap",
          "thousand yuan",
          years.map((year) => 0.3 * Math.sin(year) - 1.5 * fall(year)),
          gap,
        ),
        numbers(
          "event_time",
          "1",
          years.map((year) => year - 2014),
        ),
      ],
    ),
    makeTable(
      "placebos",
      ["place", "year"],
      [
        labels(
          "place",
          placebos.map(({ place }) => place),
        ),
        numbers(
          "year",
          "year",
          placebos.map(({ year }) => year),
        ),
        numbers(
          "gap",
          "thousand yuan",
          placebos.map((row) => row.gap),
          gap,
        ),
      ],
    ),
    makeTable("test", ["estimator"], [labels("estimator", ["synthetic-control"]), numbers("p", "1", [0.2])]),
  ];
}

/** Means on both sides of a line, with a jump of 2. */
function binsAbout(cutoff: number): Table {
  const bins = Array.from({ length: 24 }, (_, at) => {
    const away = at - 11.5;
    const level = 10 + 0.2 * away + (away > 0 ? 2 : 0);
    return {
      bin: `b${String(at).padStart(2, "0")}`,
      side: away < 0 ? "left" : "right",
      away,
      outcome: level + 0.4 * Math.sin(at * 7),
      fitted: Math.abs(away) < 7 ? level : gap,
      limit: away < 0 ? 10 : 12,
    };
  });
  const of = (name: "away" | "outcome" | "fitted" | "limit", unit: string, en: string, zh: string) =>
    numbers(
      name,
      unit,
      bins.map((bin) => bin[name]),
      both(en, zh),
    );
  return makeTable(
    "bins",
    ["bin"],
    [
      labels(
        "bin",
        bins.map(({ bin }) => bin),
      ),
      labels(
        "side",
        bins.map(({ side }) => side),
      ),
      numbers(
        "running",
        "km",
        bins.map(({ away }) => cutoff + away),
        both("Distance to the border", "到边界的距离"),
      ),
      of("outcome", "thousand yuan", "Mean outcome", "结果均值"),
      of("fitted", "thousand yuan", "Fitted", "拟合"),
      of("away", "km", "Distance from the line", "距断点"),
      of("limit", "thousand yuan", "At the line", "断点处"),
    ],
  );
}

/** A verdict with a reason of each kind, two of them with amounts. */
function verdictCard(): Table[] {
  const grounds = [
    [
      "decides",
      "Randomisation: chance is not ruled out (p = 0.210)",
      "随机化检验：不能排除偶然（p = 0.210）",
      gap,
      gap,
    ],
    ["against", "without one control or another the effect changes its sign", "逐一剔除对照后效应变号", -12, 64],
    [
      "for",
      "2 of 3 other estimates point the same way, 1 of them beyond chance",
      "其他 3 个估计中 2 个方向一致",
      gap,
      gap,
    ],
    [
      "for",
      "it is at least as large as the smallest effect that this panel would likely show",
      "不小于最小可识别效应",
      35,
      gap,
    ],
  ] as const;
  const unit = "100 million yuan";
  return [
    makeTable(
      "verdict",
      ["answer"],
      [
        labels("answer", ["cannot-tell"]),
        labels("answer_en", ["cannot tell"]),
        labels("answer_zh", ["尚不能判断"]),
        labels("outcome_en", ["Value added"]),
        labels("outcome_zh", ["增加值"]),
        numbers("effect", unit, [42.4], both("Effect", "效应")),
        numbers("low", unit, [-8.1]),
        numbers("high", unit, [92.9]),
        numbers("detectable", unit, [35]),
        labels("detectable_by_en", ["two-way fixed effects"]),
        labels("detectable_by_zh", ["双向固定效应"]),
      ],
    ),
    makeTable(
      "grounds",
      ["says_en"],
      [
        labels("rule", ["shown", "left-out", "agreement", "power"]),
        labels(
          "side",
          grounds.map(([side]) => side),
        ),
        labels(
          "says_en",
          grounds.map(([, en]) => en),
        ),
        labels(
          "says_zh",
          grounds.map(([, , zh]) => zh),
        ),
        numbers(
          "amount",
          unit,
          grounds.map(([, , , amount]) => amount),
        ),
        numbers(
          "amount_to",
          unit,
          grounds.map(([, , , , to]) => to),
        ),
      ],
    ),
  ];
}

/** Five estimates: one spoken of, one set aside, one without an interval, one without an answer. */
function specificationCurve(): Table {
  return makeTable(
    "specifications",
    ["analysis"],
    [
      labels("analysis", ["groups", "twin", "imputed", "bacon", "none"]),
      labels("analysis_en", ["Group-time effects", "Synthetic control", "Imputation", "Decomposition", "No answer"]),
      labels("analysis_zh", ["分批次效应", "合成控制法", "插补估计量", "分解", "无结果"]),
      numbers("effect", "100 million yuan", [42.4, -3.2, 38.1, 51, gap], both("Effect", "效应")),
      numbers("low", "100 million yuan", [-8.1, -40, 2, gap, gap]),
      numbers("high", "100 million yuan", [92.9, 33, 74, gap, gap]),
      numbers("spoken_of", "1", [1, 0, 0, 0, 0]),
      numbers("set_aside", "1", [0, 1, 0, 0, 0]),
    ],
  );
}

/** Two who gain by doing alike, or three: paths that bend away from the middle, one of them from where they stand. */
function portrait(k: 2 | 3): Specimen<"phase-portrait"> {
  const axes = ["x", "y", "z"].slice(0, k);
  const slope = (at: readonly number[]) => at.map((x, i) => x * (1 - x) * (2 * (at[(i + 1) % k] as number) - 0.9));
  const starts = [
    [0.3, 0.8, 0.4],
    [0.1, 0.7, 0.2],
    [0.8, 0.15, 0.6],
    [0.7, 0.6, 0.5],
    [0.2, 0.3, 0.8],
  ].map((start) => start.slice(0, k));
  const rows = starts.flatMap((start, line) => {
    let at = start;
    return Array.from({ length: 40 }, (_, step) => {
      const here = { line, step, at };
      for (let round = 0; round < 8; round += 1) {
        const by = slope(at);
        at = at.map((each, i) => each + 0.1 * (by[i] as number));
      }
      return here;
    });
  });
  const share = (name: string, i: number, of: readonly (readonly number[])[]) =>
    numbers(
      name,
      "1",
      of.map((at) => at[i] as number),
      both(`share ${name}`, `比例 ${name}`),
    );
  const middle = new Array<number>(k).fill(0.45);
  const points = [
    { code: "all", at: middle.map(() => 1), stability: "stable" },
    { code: "none", at: middle.map(() => 0), stability: "stable" },
    { code: "mix", at: middle, stability: "saddle" },
    { code: "odd", at: middle.map((_, i) => i % 2), stability: "unstable" },
    { code: "even", at: middle.map((_, i) => (i + 1) % 2), stability: "undetermined" },
    { code: "turn", at: middle.map((_, i) => (i === 0 ? 0.45 : 0.9)), stability: "centre" },
  ];
  const spots = Array.from({ length: 49 }, (_, i) => [((i % 7) + 0.5) / 7, (Math.floor(i / 7) + 0.5) / 7]);
  return {
    view: {
      kind: "phase-portrait",
      table: "trajectories",
      x: "x",
      y: "y",
      z: "z",
      line: "trajectory",
      step: "step",
      points: { table: "equilibria", point: "equilibrium", stability: "stability" },
      axes: { table: "parties", axis: "axis", place: "place", strategy: "shown" },
      field: { table: "field", dx: "dx", dy: "dy" },
    },
    tables: byName(
      makeTable(
        "trajectories",
        ["trajectory", "step"],
        [
          numbers(
            "trajectory",
            "1",
            rows.map(({ line }) => line),
          ),
          numbers(
            "step",
            "1",
            rows.map(({ step }) => step),
          ),
          ...axes.map((name, i) =>
            share(
              name,
              i,
              rows.map(({ at }) => at),
            ),
          ),
        ],
      ),
      makeTable(
        "equilibria",
        ["equilibrium"],
        [
          labels(
            "equilibrium",
            points.map(({ code }) => code),
          ),
          labels(
            "stability",
            points.map(({ stability }) => stability),
          ),
          ...axes.map((name, i) =>
            share(
              name,
              i,
              points.map(({ at }) => at),
            ),
          ),
        ],
      ),
      makeTable(
        "parties",
        ["axis"],
        [
          labels("axis", axes),
          labels("place", ["110000", "130200", "120000"].slice(0, k)),
          labels(
            "shown",
            axes.map(() => "C"),
          ),
        ],
      ),
      ...(k === 3
        ? []
        : [
            makeTable(
              "field",
              ["x", "y"],
              [
                share("x", 0, spots),
                share("y", 1, spots),
                ...["dx", "dy"].map((name, i) =>
                  numbers(
                    name,
                    "1",
                    spots.map((at) => slope(at)[i] as number),
                  ),
                ),
              ],
            ),
          ]),
    ),
  };
}

/** Two points that change places along a fine, and one that mixes between them while both are stable. */
function branches(): Table {
  const rows = Array.from({ length: 41 }, (_, i) => i / 4).flatMap((value) =>
    ["110000", "130200"].flatMap((place) => [
      { value, place, point: "C", share: 1, stability: value < 3 ? "saddle" : "stable" },
      { value, place, point: "G", share: 0, stability: value < 7 ? "stable" : "saddle" },
      ...(value > 3 && value < 7 ? [{ value, place, point: "mix", share: (7 - value) / 4, stability: "saddle" }] : []),
      ...(value > 8 ? [{ value, place, point: "turn", share: 0.5, stability: "centre" }] : []),
      { value, place, point: "never", share: place === "110000" ? 1 : 0, stability: "unstable" },
    ]),
  );
  return makeTable(
    "bifurcation",
    ["equilibrium", "value", "place"],
    [
      labels(
        "equilibrium",
        rows.map(({ point }) => point),
      ),
      numbers(
        "value",
        "1",
        rows.map(({ value }) => value),
        both("Fine", "罚款"),
      ),
      labels(
        "place",
        rows.map(({ place }) => place),
      ),
      numbers(
        "share",
        "1",
        rows.map(({ share }, i) => (i === 3 ? gap : share)),
      ),
      labels(
        "stability",
        rows.map(({ stability }) => stability),
      ),
    ],
  );
}

export const cube = portrait(3);

export const estimators: Specimen<"effects"> = {
  view: {
    kind: "effects",
    table: "effects",
    time: "event_time",
    value: "effect",
    low: "low",
    high: "high",
    series: "series",
  },
  tables: byName(effectSteps(["group-time", "imputation", "two-way"])),
};

export const views: readonly (readonly [string, View, Specimen<ViewKind>["tables"]])[] = [
  ...Object.values(specimens).map(({ view, tables }) => [view.kind, view, tables] as const),
  ["density-bands", bands.view, bands.tables],
  ["density-mark", placebos.view, placebos.tables],
  ["effects-estimators", estimators.view, estimators.tables],
  ["phase-portrait-cube", cube.view, cube.tables],
  ["bars-sensitivity", sensitivity.view, sensitivity.tables],
  ["trend-clubs", clubPaths.view, clubPaths.tables],
  ["heatmap-transitions", transitions.view, transitions.tables],
];
