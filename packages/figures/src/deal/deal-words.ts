import type { Language, Text } from "@conurb/core/language";
import { fill } from "@conurb/core/language";

/** What the pages of a deal say beside its own words. */
const words = {
  illustrative: {
    en: "ILLUSTRATIVE: amounts on this page rest on invented assumptions",
    zh: "示例：本页金额基于虚设的假设",
  },
  contents: { en: "Contents", zh: "目录" },
  skip: { en: "Skip to the deal", zh: "跳至正文" },
  deal: { en: "Deal", zh: "协议" },
  dek: {
    en: "Gain against no deal, present value over {years} years at {discount} · {draws} draws, the same for every draft · seed {seed}",
    zh: "相对于没有协议的收益，{years} 年现值（折现率 {discount}）· 各方案使用同一组 {draws} 次模拟 · 种子 {seed}",
  },
  headlineTwo: {
    en: "Under “{against}” {worst} is better off outside in {before} of 100 draws; under {table} nobody in more than {after}",
    zh: "“{against}”下，{worst}在每 100 次模拟中有 {before} 次不如外部选项；{table} 下各方均不超过 {after} 次",
  },
  headlineOne: {
    en: "Under “{table}” {worst} is better off outside in {after} of 100 draws, more than anyone else",
    zh: "“{table}”下，{worst}在每 100 次模拟中有 {after} 次不如外部选项，为各方最高",
  },
  rule: { en: "The rule in words", zh: "规则" },
  ruleLead: {
    en: "Draft {draft}: {title}. What differs from {against} is marked.",
    zh: "方案 {draft}：{title}。与{against}不同之处加有标记。",
  },
  ruleAlone: { en: "Draft {draft}: {title}.", zh: "方案 {draft}：{title}。" },
  compared: { en: "Compared with {against}", zh: "对照：{against}" },
  fans: { en: "What each party gains", zh: "各方收益" },
  fansDek: {
    en: "Present value so far, year by year. Dark: half of all draws; light: nine in ten; dashes: {against}, its median",
    zh: "逐年累计现值。深色：半数模拟；浅色：九成模拟；虚线：{against}的中位数",
  },
  fansDekAlone: {
    en: "Present value so far, year by year. Dark: half of all draws; light: nine in ten",
    zh: "逐年累计现值。深色：半数模拟；浅色：九成模拟",
  },
  year: { en: "year {n}", zh: "第 {n} 年" },
  worse: { en: "better off outside", zh: "外部更优" },
  map: { en: "Which rules would all accept?", zh: "哪些规则各方都能接受？" },
  mapDek: {
    en: "Chance, %, that the worst placed party is better off outside, by the origin's share and the years of sharing; {draws} draws. Framed: nobody above 10",
    zh: "处境最差一方不如外部选项的概率（%），按迁出地比例与分享年限；{draws} 次模拟。加框：各方均不超过 10",
  },
  years: { en: "{n} yr", zh: "{n} 年" },
  splits: { en: "Other ways to split the same expected gain, {total}", zh: "同一期望收益 {total} 的其他分法" },
  splitsDek: {
    en: "Where a group of parties could expect more by themselves, they would leave",
    zh: "若部分参与方单独联合可得更多，则会退出",
  },
  stays: { en: "nobody leaves", zh: "无人退出" },
  leaves: { en: "{members} would leave", zh: "{members}会退出" },
  core: { en: "The core: splits that nobody would leave", zh: "核：无人愿意退出的分法" },
  coreDek: {
    en: "Each corner gives all to one party; nearer to a corner is more for it. Shaded: the core",
    zh: "三角形各顶点表示全部归一方，越近所得越多。阴影：核",
  },
  coreEmpty: {
    en: "The core is empty: whatever the split, some group would do better by itself.",
    zh: "核为空：无论如何分配，总有部分参与方单独联合更好。",
  },
  ranges: {
    en: "In the core {party} can have between {low} and {high}.",
    zh: "在核中，{party}可得 {low} 至 {high}。",
  },
  walk: { en: "Who would walk", zh: "谁会退出" },
  walkDek: {
    en: "What each group can expect by itself, and what the draft gives it",
    zh: "各种联合单独可得的期望值，与方案给予的期望值",
  },
  group: { en: "group", zh: "联合" },
  alone: { en: "by itself", zh: "单独可得" },
  here: { en: "under the draft", zh: "方案给予" },
  balance: { en: "difference", zh: "差额" },
  verdict: { en: "verdict", zh: "判断" },
  remains: { en: "stays", zh: "留下" },
  goes: { en: "would leave", zh: "会退出" },
  seek: { en: "The smallest change", zh: "最小改动" },
  seekFound: {
    en: "In draft {draft}, {clause} from {now} to {found} is the smallest change with which every party is better off inside in at least {confidence} of the draws.",
    zh: "方案 {draft} 中，{clause}由 {now} 改为 {found}，是使各方在至少 {confidence} 的模拟中优于外部选项的最小改动。",
  },
  seekNow: {
    en: "In draft {draft}, {clause} can stay {now}: every party is better off inside in at least {confidence} of the draws.",
    zh: "方案 {draft} 中，{clause}维持 {now} 即可：各方在至少 {confidence} 的模拟中优于外部选项。",
  },
  seekNone: {
    en: "In draft {draft}, no value of {clause} makes every party better off inside in {confidence} of the draws. Nearest is {best}, where {party} is worse off in {worse}.",
    zh: "方案 {draft} 中，{clause}取任何值都不能使各方在 {confidence} 的模拟中优于外部选项。最接近的是 {best}，此时{party}在 {worse} 的模拟中更差。",
  },
  "clause.split.origin": { en: "the origin's share", zh: "迁出地比例" },
  "clause.years": { en: "the years of sharing", zh: "分享年限" },
  "clause.cap.times": { en: "the cap", zh: "上限" },
  "clause.extension.years": { en: "the years of extension", zh: "延长年限" },
  arguments: { en: "What speaks for it and against it", zh: "支持与反对的理由" },
  pro: { en: "For", zh: "支持" },
  con: { en: "Against", zh: "反对" },
  cash: { en: "Cash by party and year", zh: "分年度现金流" },
  cashDek: {
    en: "Means over all draws, {unit}, not discounted; what is forgone is taken off",
    zh: "全部模拟均值，{unit}，未折现；已扣除放弃的部分",
  },
  inUnit: { en: " ({unit})", zh: "（{unit}）" },
  draft: { en: "draft", zh: "方案" },
  party: { en: "party", zh: "参与方" },
  ofTax: { en: "of which tax shared", zh: "其中分享税收" },
  sum: { en: "sum", zh: "合计" },
  numbers: { en: "What the numbers rest on", zh: "数字的依据" },
  numbersDek: {
    en: "Figures are read from the study, pinned to its results; everything else is assumed",
    zh: "数据读自研究并锁定其结果；其余均为假设",
  },
  number: { en: "number", zh: "数字" },
  value: { en: "value", zh: "数值" },
  unit: { en: "unit", zh: "单位" },
  source: { en: "where from", zh: "来源" },
  assumed: { en: "ASSUMED", zh: "假设" },
  derived: { en: "ASSUMED, reckoned: {expr}", zh: "假设，推算：{expr}" },
  settled: { en: "Settled from what was paid", zh: "按已缴税款结算" },
  sources: { en: "Sources, and what they leave open", zh: "来源与未定事项" },
  localShares: { en: "Local part of each tax, by date", zh: "各税种地方分成比例（按时间）" },
  tax: { en: "tax", zh: "税种" },
  from: { en: "from", zh: "起" },
  to: { en: "to", zh: "止" },
  local: { en: "local part", zh: "地方部分" },
  by: { en: "by", zh: "依据" },
  opened: { en: "opened", zh: "已查阅原文" },
  secondary: { en: "from a page that quotes it", zh: "据转引" },
  unverified: { en: "not verified", zh: "未核实" },
  provenance: { en: "Provenance", zh: "出处" },
  pins: { en: "Pinned to the study's results: {pins}", zh: "锁定的研究结果：{pins}" },
  noPins: { en: "No number comes from a study.", zh: "没有取自研究的数字。" },
  conserved: {
    en: "Conserved to the fen: over all draws {collected} yuan of local tax came in and {total} yuan were paid out{outside}.",
    zh: "守恒到分：全部模拟共收入地方税 {collected} 元，分出 {total} 元{outside}。",
  },
  fromOutside: { en: ", {amount} yuan of it granted from outside", zh: "，其中 {amount} 元为外部补助" },
  reached: { en: "The cap was reached in {share} of the draws.", zh: "{share} 的模拟达到上限。" },
  minutes: { en: "Minutes", zh: "会议纪要" },
  present: { en: "Parties", zh: "参加方" },
  mediator: { en: "Mediator", zh: "协调方" },
  onTable: { en: "On the table", zh: "议定方案" },
  tabled: { en: "Drafts before the meeting", zh: "会议讨论的方案" },
  tabledBy: { en: "by {by}", zh: "由{by}提出" },
  expects: { en: "What each party can expect", zh: "各方预期" },
  open: { en: "To be settled", zh: "待定事项" },
  signed: { en: "Signed", zh: "签字" },
  verdicts: { en: "Verdicts", zh: "各方意见" },
  accepts: { en: "accepts", zh: "接受" },
  refuses: { en: "refuses", zh: "不接受" },
  noVerdict: { en: "has not said", zh: "尚未表态" },
  mean: { en: "mean", zh: "均值" },
  median: { en: "median", zh: "中位数" },
  nine: { en: "nine in ten draws", zh: "九成模拟区间" },
} as const satisfies Record<string, Text>;

export type DealWord = keyof typeof words;
export type Say = (word: DealWord, values?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (language: Language): Say =>
  (word, values = {}) =>
    fill(words[word][language], language, values);
