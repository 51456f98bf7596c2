import type { Language, Text } from "@conurb/core/language";

/** The few words that figures say of themselves. `{n}` and its like are filled by `say`. */
export const words = {
  noFigures: { en: "no figures", zh: "无数据" },
  noRows: { en: "No rows to draw.", zh: "没有可绘制的数据。" },
  noPosition: { en: "No position is known for {names}.", zh: "位置不详：{names}。" },
  noPositions: { en: "No positions are known for these places.", zh: "这些地方均无位置信息。" },
  others: { en: "{names} and {n} more", zh: "{names}等 {n} 地" },
  comma: { en: ", ", zh: "、" },
  colon: { en: ": ", zh: "：" },
  semicolon: { en: "; ", zh: "；" },
  headUnit: { en: "{title}, {unit}", zh: "{title}，{unit}" },
  source: { en: "Source: {source}", zh: "资料来源：{source}" },
  illustrative: { en: "ILLUSTRATIVE", zh: "示意" },
  rank: { en: "Rank", zh: "名次" },
  score: { en: "Score", zh: "得分" },
  rankStrip: { en: "Rank · stronger where more draws fall", zh: "名次（颜色越深，抽样越多）" },
  rankStripShort: { en: "Rank", zh: "名次" },
  interval: { en: "Interval", zh: "名次区间" },
  unranked: { en: "not ranked: no figures", zh: "无数据，不排名" },
  partial: { en: "partial", zh: "部分指标缺" },
  evidence: { en: "evidence", zh: "佐证" },
  estimated: { en: "estimated", zh: "估计值" },
  provisional: { en: "provisional", zh: "初步数" },
  ring: { en: "Ring: rank under the stated convention.", zh: "圆圈：所述规范下的名次。" },
  tierNote: {
    en: "Between tiers the order holds in 95% of draws; inside a tier no such cut is found.",
    zh: "梯队之间的先后在 95% 的抽样中成立，梯队内部找不到这样的分界。",
  },
  mapNote: {
    en: "Position: one point a place, from the gazetteer or as the data give it. No boundaries are drawn or implied.",
    zh: "各地以一点表示，取自地名库或数据所给坐标；不绘制任何边界，亦不作任何边界表示。",
  },
  outlineNote: { en: "Outlines: {source}.", zh: "轮廓：{source}。" },
  outlineGiven: { en: "given with the study", zh: "由研究提供" },
  approvalNote: { en: "Map approval number: {approval}.", zh: "审图号：{approval}。" },
  dotArea: { en: "Dot area: {title}.", zh: "圆点面积：{title}。" },
  tileNote: {
    en: "One tile a place, keeping relative position; area means nothing, no boundaries are drawn.",
    zh: "每块一地，保持相对方位，面积无意义；不绘制任何边界。",
  },
  flowNote: { en: "Width by square root of {title}.", zh: "线宽与{title}的平方根成正比。" },
  flowBend: { en: "Each curve bends to the right of travel.", zh: "曲线向行进方向右侧弯曲。" },
  neighboursNote: { en: "A line joins two neighbours.", zh: "连线表示互为邻居。" },
  oneWayNote: {
    en: "Dashed: one counts the other as its neighbour, not the other way round.",
    zh: "虚线：仅单向计为邻居。",
  },
  aloneNote: { en: "Without a neighbour: {names}.", zh: "没有邻居：{names}。" },
  flowStrongest: {
    en: "{n} of {m, plural, one {# link} other {# links}} drawn, the strongest.",
    zh: "共 {m} 条联系，仅绘最强的 {n} 条。",
  },
  flowMissing: {
    en: "Dashed ring: not in the table, so unknown, not zero.",
    zh: "虚线圈：表中未列，情况不明，不作零计。",
  },
  classesAroundOne: {
    en: "Log-spaced classes around 1; the number is in the cell, so colour is never alone.",
    zh: "以 1 为中心按对数间距分级；格内标注数值，不单凭颜色判读。",
  },
  classesAroundOneBare: {
    en: "Log-spaced classes around 1. Cells are too narrow for numbers here: the table behind the figure has them.",
    zh: "以 1 为中心按对数间距分级；格子过窄未标数值，数值见图后的表。",
  },
  ungroupedAlone: { en: "All places", zh: "全部地区" },
  ungrouped: { en: "Places of no group", zh: "未分组地区" },
  equality: { en: "equality", zh: "绝对平均线" },
  gini: { en: "Gini", zh: "基尼系数" },
  oneEach: { en: "Groups of one place have no curve: {names}.", zh: "仅含一个地区的分组不绘曲线：{names}。" },
  partsOfWhole: {
    en: "The decomposition is of all places together; it is drawn when all are shown.",
    zh: "差距分解针对全部地区，选择全部地区时绘出。",
  },
  partsNote: {
    en: "Bar: where the inequality lies, level by level.",
    zh: "横条：差距在各层级间的分布。",
  },
  greyNote: { en: "Grey: {names}.", zh: "灰线：{names}。" },
  greyMany: { en: "{n, plural, one {# other} other {# others}}", zh: "其余 {n} 条" },
  behindNote: { en: "Bold: the mean; thin: its places.", zh: "粗线：均值；细线：各地。" },
  rowsColumns: { en: "Rows: {row}; columns: {column}.", zh: "行：{row}；列：{column}。" },
  countsBelow: { en: "Small: {title}.", zh: "小字：{title}。" },
  innerNote: { en: "Dark: {title}.", zh: "深色：{title}。" },
  slope: { en: "slope", zh: "斜率" },
  logScale: { en: "log scale", zh: "对数轴" },
  logScales: { en: "both axes logarithmic", zh: "双对数轴" },
  byHundred: { en: "{title}, 100 = the same", zh: "{title}，100 = 相同" },
  against: { en: "{y} against {x}", zh: "{y}（纵）与{x}（横）" },
  median: { en: "median", zh: "中位" },
  above: { en: "Above: {title}", zh: "右上：{title}" },
  below: { en: "Below: {title}", zh: "左下：{title}" },
  yearShown: { en: "Year shown: {year}.", zh: "图示年份：{year} 年。" },
  rowsBy: { en: "Rows from high to low by {column}.", zh: "各行按{column}自高至低排列。" },
  tileBare: {
    en: "Tiles are too narrow for some names here: the table behind the figure has them.",
    zh: "部分块过窄未标名称，名称见图后的表。",
  },
  tileKey: { en: "Short on tiles: {names}.", zh: "块上简写：{names}。" },
  places: { en: "{n, plural, one {# place} other {# places}}", zh: "{n} 地" },
  breakNote: { en: "//: figures on either side are not comparable.", zh: "//：前后口径不可比。" },
  gapNote: { en: "A line stops where figures are missing.", zh: "缺数据处线条断开。" },
  field: { en: "peers", zh: "参照" },
  map: { en: "Schematic map", zh: "示意图" },
  ranking: { en: "Ranking with intervals", zh: "名次与区间" },
  heatmap: { en: "Heat map", zh: "热图" },
  matrix: { en: "Pair by pair", zh: "两两比较" },
  lorenz: { en: "Lorenz curve", zh: "洛伦兹曲线" },
  flow: { en: "Flow map", zh: "流向图" },
  "rank-size": { en: "Rank and size", zh: "位序-规模" },
  bars: { en: "Bars", zh: "条形图" },
  timeline: { en: "Timeline", zh: "时间线" },
  undated: { en: "Without a date: {n}", zh: "无日期：{n} 项" },
  uncoded: { en: "not coded", zh: "未编码" },
  spanNote: { en: "A bar: only the decade is known.", zh: "横条：仅知年代。" },
  describeTimeline: {
    en: "{n} entries, {dated} dated between {from} and {to}, {undated} without a date.",
    zh: "共 {n} 项，其中 {dated} 项有日期（{from} 至 {to}），{undated} 项无日期。",
  },
  trend: { en: "Trend", zh: "趋势" },
  dots: { en: "Dots", zh: "散点分布" },
  scatter: { en: "Scatter", zh: "散点图" },
  density: { en: "Density", zh: "密度曲线" },
  "industry-space": { en: "Industry space", zh: "产业空间" },
  spaceNote: {
    en: "Links: the strongest that hold all together (maximum spanning tree, dark) and other strong ones, by {title}; only nearness means anything, not direction.",
    zh: "连线：按{title}取最大生成树（深色）及其他较强联系；只有远近有意义，方位无意义。",
  },
  spaceSize: { en: "Circle area: places with the industry.", zh: "圆面积：该产业存在的地区数。" },
  spacePanels: { en: "Filled: present in the place; hollow: not.", zh: "实心：该地存在此产业；空心：不存在。" },
  spaceShown: {
    en: "{n} of {all, plural, one {# place} other {# places}} are shown, those with most industries.",
    zh: "共 {all} 个地区，图示存在产业最多的 {n} 个。",
  },
  describeSpace: {
    en: "{title}: a network of {n} industries; nearest to each other are {names}.",
    zh: "{title}：{n} 个产业的网络，最相近的是{names}。",
  },
  effects: { en: "Effects before and after", zh: "处理前后效应" },
  synthetic: { en: "Synthetic control", zh: "合成控制" },
  placebos: { en: "placebos", zh: "安慰剂" },
  syntheticNote: {
    en: "Thin lines: the gaps of {n} controls, each taken for treated. Upright line: treatment begins.",
    zh: "细线：{n} 个对照地区逐一作为安慰剂所得差距。竖虚线：处理开始。",
  },
  describeSynthetic: {
    en: "{title}, {from} to {to}: the treated beside its synthetic twin, and their gap among those of {n} placebos.",
    zh: "{title}，{from} 至 {to} 年：处理组与合成对照，以及两者差距在 {n} 个安慰剂中的位置。",
  },
  discontinuity: { en: "Discontinuity", zh: "断点图" },
  discontinuityNote: {
    en: "Dashed: the line. Dots: means, hollow before it; curves: what was fitted on each side within the bandwidth.",
    zh: "虚线：断点。圆点：分组均值，断点之前为空心；曲线：带宽内两侧各自的拟合。",
  },
  describeDiscontinuity: {
    en: "{y} against {x}, {n} means on both sides of the line.",
    zh: "{y}（纵）与{x}（横），断点两侧共 {n} 个分组均值。",
  },
  restNote: { en: "All others ({n}): 0.", zh: "其余 {n} 个为 0。" },
  effectsBeforeNote: {
    en: "Left of the dashed line: before treatment, hollow.",
    zh: "虚线左侧为处理前（空心）。",
  },
  effectsNote: {
    en: "Bars: interval of each step alone.",
    zh: "竖线：各期单独的区间。",
  },
  effectsBandNote: {
    en: "Bars: interval of each step alone; shaded: band that holds for all steps together.",
    zh: "竖线：各期单独的区间；阴影：对各期同时成立的置信带。",
  },
  describeEffects: {
    en: "{title} from step {from} to {to} since treatment, {n, plural, one {# estimator} other {# estimators}}.",
    zh: "{title}：处理前后第 {from} 至 {to} 期，共 {n} 种估计。",
  },
  verdict: { en: "Verdict", zh: "结论" },
  verdictInterval: { en: "{effect} (interval {low} to {high})", zh: "{effect}（区间 {low} 至 {high}）" },
  amountRange: { en: "{low} to {high}", zh: "{low} 至 {high}" },
  withAmount: { en: "{says} ({amount})", zh: "{says}（{amount}）" },
  verdictDecides: { en: "Why it cannot be told", zh: "为何不能判断" },
  verdictAgainst: { en: "Speaks against it", zh: "质疑" },
  verdictFor: { en: "Holds it up", zh: "支持" },
  detectableNote: {
    en: "Shaded: effects smaller than this panel would likely show.",
    zh: "阴影：小于该面板最小可识别效应的范围。",
  },
  detectableByNote: {
    en: "Shaded: effects smaller than {by} would likely find in this panel.",
    zh: "阴影：小于该面板以{by}可识别的最小效应的范围。",
  },
  describeVerdict: {
    en: "{outcome}: {answer}; {for} reasons hold it up, {against} speak against it or forbid an answer.",
    zh: "{outcome}：{answer}；支持 {for} 项，质疑或妨碍判断 {against} 项。",
  },
  specification: { en: "Specification curve", zh: "设定曲线" },
  specificationNote: {
    en: "Estimates by size; lines: their intervals; dark: the one that the verdict speaks of.",
    zh: "各估计按大小排列；横线：区间；深色：结论所据的估计。",
  },
  asideNote: {
    en: "Hollow: set aside, because the comparison did not fit before treatment.",
    zh: "空心：处理前拟合不佳，不予采用。",
  },
  unansweredNote: { en: "Without an answer: {n}.", zh: "无结果：{n} 个。" },
  "phase-portrait": { en: "Phase portrait", zh: "相图" },
  bifurcation: { en: "Rest points along a parameter", zh: "均衡点随参数的变化" },
  stable: { en: "stable", zh: "稳定" },
  unstable: { en: "unstable", zh: "不稳定" },
  saddle: { en: "saddle", zh: "鞍点" },
  centre: { en: "centre: paths go round it", zh: "中心（轨迹环绕）" },
  undetermined: { en: "undetermined", zh: "不能判定" },
  portraitAxis: { en: "{place}: {strategy}", zh: "{place}：{strategy}" },
  portraitNote: {
    en: "Arrows: which way shares move, longer where faster. Dashed: where one side stands still.",
    zh: "箭头：比例变化方向，越长越快。虚线：一方不变之处。",
  },
  portraitFrom: { en: "Bold: from where the parties stand.", zh: "粗线：自现状出发的轨迹。" },
  describePortrait: { en: "{n} paths. Rest points: {points}.", zh: "{n} 条轨迹。均衡点：{points}。" },
  bifurcationNote: {
    en: "Bar: stable; thin line: there, but not stable; dotted: not decided by linear terms. Pure points that are never stable are left out above.",
    zh: "粗条：稳定；细线：存在但不稳定；点线：线性化不能判定。上图略去从不稳定的纯策略点。",
  },
  describeBifurcation: { en: "{n} rest points along {title}: {names}.", zh: "{n} 个均衡点随{title}的变化：{names}。" },
  over: { en: "{y} over {x}", zh: "{y}（横轴：{x}）" },
  bandNote: {
    en: "Grey: what chance gives at each point; filled: where the curve leaves it.",
    zh: "灰带：逐点随机置信带；填色：曲线超出部分。",
  },
  bandsNote: {
    en: "Grey: what chance gives at each point; dashed: over the whole curve; filled: where the curve leaves that.",
    zh: "灰带：逐点（局部）置信带；虚线：整条曲线（全局）置信带；填色：曲线超出部分。",
  },
  someShown: { en: "{n} of {all} are shown.", zh: "共 {all} 条，图示 {n} 条。" },
  describeCurves: { en: "{y} over {x}: {n} curves.", zh: "{y}（横轴：{x}）：{n} 条曲线。" },
  describeRanking: {
    en: "{n, plural, one {# place} other {# places}} by {score}, from {first} ({high}) to {last} ({low}).",
    zh: "{n} 地按{score}排序，自{first}（{high}）至{last}（{low}）。",
  },
  describeValues: {
    en: "{title}: {n, plural, one {# place} other {# places}}, from {low} to {high}.",
    zh: "{title}：{n} 地，自 {low} 至 {high}。",
  },
  describeGrid: {
    en: "{title}: {rows, plural, one {# row} other {# rows}} by {columns, plural, one {# column} other {# columns}}, from {low} to {high}.",
    zh: "{title}：{rows} 行 × {columns} 列，自 {low} 至 {high}。",
  },
  describeLines: {
    en: "{title}: {n, plural, one {# line} other {# lines}}, from {from} to {to}.",
    zh: "{title}：{n} 条线，自 {from} 至 {to}。",
  },
  describeFlows: {
    en: "{title}: {n, plural, one {# link} other {# links}}; largest {names}.",
    zh: "{title}：{n} 条联系；最强为{names}。",
  },
  describeNeighbours: {
    en: "{n, plural, one {# pair} other {# pairs}} of neighbours among {places, plural, one {# place} other {# places}}.",
    zh: "{places} 个地区之间有 {n} 对邻居。",
  },
  poorerHalf: { en: "The half that has least holds {part} ({title})", zh: "较少的一半占 {part}（{title}）" },
  inYear: { en: "{title}, {year}", zh: "{year} 年{title}" },
  foremost: { en: "{title}: highest for {top} ({most})", zh: "{title}：{top}最高（{most}）" },
  foremostTwo: {
    en: "{title}: {top} is highest ({most}), {low} lowest ({least})",
    zh: "{title}：{top}最高（{most}），{low}最低（{least}）",
  },
  describeMissing: { en: " Without figures: {names}.", zh: "无数据：{names}。" },
} as const satisfies Record<string, Text>;

export type Word = keyof typeof words;

/** A title that stands alone begins with a capital in English, unless it begins with a symbol: "score", but "p by chance". */
export function asHead(title: string, language: Language): string {
  return language === "en" && /^[a-z]{2}/.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}

/** A title inside an English sentence begins small, unless it begins with initials: "share of people", "GDP". */
export function inSentence(title: string, language: Language): string {
  return language === "en" && /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
