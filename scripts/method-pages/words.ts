import type { Language, Text } from "@conurb/core/language";

/** The words that reference pages say of themselves. `{n}` and its like are filled by `say`. */
export const words = {
  other: { en: "[中文]({file})", zh: "[English]({file})" },
  all: { en: "[All methods]({file})", zh: "[全部方法]({file})" },
  indexTitle: { en: "Methods, by question", zh: "方法：按问题查找" },
  indexLead: {
    en: "{n} methods in {families} families. Each page gives the formula, what goes in and comes out with units, the choices that the literature leaves open, and an example that runs. `npx conurb methods ID` prints the same facts.",
    zh: "共 {families} 类 {n} 种方法。每页给出公式、输入与输出及其单位、文献中尚有分歧之处的取法，以及可运行的算例。`npx conurb methods 方法名` 可在终端查看。",
  },
  question: { en: "Question", zh: "问题" },
  method: { en: "Method", zh: "方法" },
  pictures: { en: "Pictures", zh: "图" },
  formula: { en: "Formula", zh: "公式" },
  inputs: { en: "Inputs", zh: "输入" },
  mayBeLeftOut: { en: "may be left out", zh: "可省略" },
  role: { en: "role", zh: "角色" },
  name: { en: "name", zh: "名称" },
  columns: { en: "columns", zh: "列数" },
  holds: { en: "holds", zh: "内容" },
  inExample: { en: "unit in the example", zh: "算例单位" },
  meaning: { en: "meaning", zh: "含义" },
  option: { en: "option", zh: "选项" },
  values: { en: "values", zh: "取值" },
  fallback: { en: "default", zh: "默认值" },
  conventions: { en: "Conventions", zh: "规范与取法" },
  conventionsLead: {
    en: "Where the literature has more than one answer, the result says which was taken.",
    zh: "文献中有不同取法之处，结果均注明所取的一种。",
  },
  options: { en: "Options", zh: "选项" },
  noOptions: { en: "None.", zh: "无。" },
  pitfalls: { en: "Pitfalls", zh: "易错之处" },
  gaps: { en: "Gaps", zh: "缺失值" },
  drop: {
    en: "A row with a gap in a role of exactly one column is left out and counted.",
    zh: "单列角色缺值的行不参与计算，并计入剔除数。",
  },
  refuse: { en: "A gap is refused.", zh: "遇缺失值即拒绝计算。" },
  pass: {
    en: "Gaps are handed to the method, which says what it does with them.",
    zh: "缺失值交由方法处理，结果中注明。",
  },
  randomness: {
    en: "Random numbers are drawn: the study's seed gives the same bytes again.",
    zh: "计算中抽取随机数；同一种子结果逐字节相同。",
  },
  results: { en: "Results", zh: "结果" },
  column: { en: "column", zh: "列" },
  unit: { en: "unit", zh: "单位" },
  key: { en: "key", zh: "主键" },
  label: { en: "label", zh: "文字" },
  headline: { en: "Headline numbers", zh: "主要结果" },
  resultsLead: {
    en: "Units as in the example below; money, people and kilometres keep those of the data.",
    zh: "单位以下例为准；金额、人口、距离等沿用数据的单位。",
  },
  views: { en: "Pictures", zh: "图" },
  viewOf: { en: "{kind}, of table `{table}`", zh: "{kind}，取自表 `{table}`" },
  noViews: { en: "None: the tables are the result.", zh: "无图，结果以表给出。" },
  example: { en: "Example", zh: "算例" },
  exampleSource: { en: "Known answer: {source}.", zh: "已知答案：{source}。" },
  exampleData: { en: "Data: {files}.", zh: "数据：{files}。" },
  inStudy: { en: "In a study", zh: "写入研究文件" },
  asLibrary: { en: "As a library", zh: "作为程序库调用" },
  sources: { en: "Sources", zh: "文献与核对" },
  opened: { en: "source opened", zh: "已核对原文" },
  secondary: { en: "taken from a page that quotes it", zh: "转引，未核对原文" },
  unverified: { en: "not checked against the source", zh: "未与原文核对" },
  checks: { en: "Numbers are held by {files}.", zh: "数值由下列文件检验：{files}。" },
  one: { en: "one", zh: "一列" },
  optional: { en: "one or none", zh: "一列，可无" },
  many: { en: "any number", zh: "任意多列" },
  isLabel: { en: "labels", zh: "文字" },
  isNumber: { en: "numbers", zh: "数值" },
  colon: { en: ": ", zh: "：" },
  comma: { en: ", ", zh: "、" },
} as const satisfies Record<string, Text>;

export type Say = (name: keyof typeof words, values?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (language: Language): Say =>
  (name, values = {}) =>
    words[name][language].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));

/** What roles are in every method, where their names alone do not say. */
export const roleMeanings: Readonly<Record<string, Text>> = {
  place: { en: "code or name", zh: "代码或名称" },
  group: { en: "such as the place's cluster or province", zh: "地区所属，如城市群、省份" },
  groups: { en: "the outermost first", zh: "由外到内" },
  indicators: { en: "one column each", zh: "每列一个" },
  subsystems: { en: "level of each, one column each", zh: "各子系统水平，每列一个" },
  values: { en: "one column each", zh: "每列一个" },
  weight: { en: "every row alike without it", zh: "缺省则各行等权" },
  size: { en: "such as people", zh: "如人口" },
  start: { en: "the first that it may be", zh: "可能的最早年份" },
  latest: { en: "where only a span is known", zh: "仅知时段时" },
  end: { en: "the last that it is in force", zh: "有效的最后一年" },
  cluster: { en: "parted by semicolons where there are several", zh: "有多个时以分号分隔" },
  objective: { en: "parted by semicolons", zh: "以分号分隔" },
};

/** Inputs that mean the same in every method. */
export const inputMeanings: Readonly<Record<string, Text>> = {
  recipe: {
    en: "tree, directions, normalisation, weights and means, as under `recipes` of a study; without it every column counts upwards with equal weight",
    zh: "指标树、方向、标准化、权重与合成方法，同研究文件的 `recipes`；缺省则各列均视为正向、等权",
  },
  weights: {
    en: "weights of the indicators from another analysis, in place of the recipe's",
    zh: "由其他分析得到的指标权重，代替方案中的权重",
  },
};

/** The four shapes that data come in. */
export const shapes = {
  table: { en: "table", zh: "表" },
  edges: { en: "links: one row a pair", zh: "联系表，每对一行" },
  composition: {
    en: "composition: place x industry (x year), long or wide",
    zh: "构成表：地区×行业（×年份），长表或宽表",
  },
  record: { en: "record: YAML or JSON", zh: "记录：YAML 或 JSON" },
} as const satisfies Record<string, Text>;

export const viewNames: Readonly<Record<string, Text>> = {
  map: { en: "schematic map", zh: "示意图" },
  ranking: { en: "ranking with intervals", zh: "名次与区间" },
  heatmap: { en: "heat map", zh: "热图" },
  matrix: { en: "pair by pair", zh: "两两比较矩阵" },
  lorenz: { en: "Lorenz curve", zh: "洛伦兹曲线" },
  flow: { en: "flow map", zh: "流向图" },
  "rank-size": { en: "rank and size", zh: "位序–规模图" },
  bars: { en: "bars", zh: "条形图" },
  trend: { en: "trend", zh: "趋势图" },
  dots: { en: "dots", zh: "散点分布" },
  scatter: { en: "scatter", zh: "散点图" },
  density: { en: "density", zh: "密度曲线" },
  timeline: { en: "timeline", zh: "时间线" },
  "industry-space": { en: "industry space", zh: "产业空间" },
  effects: { en: "effects with intervals", zh: "效应与区间" },
  "phase-portrait": { en: "phase portrait", zh: "相图" },
  bifurcation: { en: "rest points along a parameter", zh: "均衡点随参数的变化" },
};
