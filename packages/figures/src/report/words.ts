import { fill, type Language } from "@conurb/core/language";

/** The report's own words; those of methods, data and study come with them. */
const words = {
  report: { en: "conurb report", zh: "conurb 报告" },
  places: { en: "{n, plural, one {# place} other {# places}}", zh: "{n} 个地区" },
  pricesCurrent: { en: "current prices", zh: "当年价" },
  pricesConstant: { en: "constant prices of {base}", zh: "{base} 年不变价" },
  colon: { en: ": ", zh: "：" },
  listComma: { en: ", ", zh: "、" },
  by: { en: "By {authors}", zh: "作者：{authors}" },
  comma: { en: ", ", zh: "，" },
  aside: { en: "{text} ({aside}).", zh: "{text}（{aside}）。" },
  asideAfterBrackets: { en: "{text}; {aside}.", zh: "{text}；{aside}。" },
  ofYear: { en: "{year}", zh: "{year} 年" },
  without: { en: "without {places}", zh: "不含{places}" },
  withoutMany: { en: "without {n} places, named below", zh: "不含 {n} 地，名单见后" },
  findings: { en: "Findings", zh: "主要结果" },
  contents: { en: "Contents", zh: "目录" },
  figure: { en: "Figure {n}", zh: "图 {n}" },
  table: { en: "Table {n}", zh: "表 {n}" },
  source: { en: "Source: {source}", zh: "资料来源：{source}" },
  sourceAs: { en: "Source: as for {exhibit}", zh: "资料来源：同{exhibit}" },
  moreSources: { en: "{sources}; and {n} more, see data notes", zh: "{sources}；另有 {n} 项，见数据说明" },
  boardMore: { en: "and {n} more, in the figure below", zh: "另有 {n} 地，见下文图" },
  draws: {
    en: "Ranks, intervals and tiers rest on {n, number} draws.",
    zh: "名次、区间与梯队依据 {n, number} 次抽样。",
  },
  missing: { en: "no figures", zh: "缺" },
  rowsMore: { en: "and {n} more rows, in the CSV file", zh: "另有 {n} 行，见 CSV 文件" },
  limits: { en: "What these figures cannot say", zh: "这些数字不能说明什么" },
  notComputed: { en: "Not computed", zh: "未计算" },
  dropped: { en: "Left out", zh: "未纳入" },
  methods: { en: "Methods", zh: "方法" },
  methodsLead: {
    en: "Written from the run: the formulas, conventions and options that gave the numbers above.",
    zh: "本节由运行结果生成：列出上述数字所用的公式、惯例与参数。",
  },
  formula: { en: "Formula", zh: "公式" },
  convention: { en: "Convention", zh: "惯例" },
  options: { en: "Options", zh: "参数" },
  reference: { en: "Reference", zh: "文献" },
  unverified: { en: "not verified against the source", zh: "未核对原文" },
  secondary: { en: "as quoted by another source", zh: "转引" },
  usedBy: { en: "Used for", zh: "用于" },
  observations: { en: "{n} observations", zh: "{n} 个观测" },
  data: { en: "Data notes", zh: "数据说明" },
  prepared: { en: "Prepared for this study", zh: "本研究所作处理" },
  caveats: { en: "Caveats", zh: "注意事项" },
  lacks: { en: "Not in the figures", zh: "数据所缺" },
  flags: { en: "Flags in use", zh: "所用标记" },
  licence: { en: "Licence", zh: "许可" },
  provenance: { en: "Provenance", zh: "来源与复核" },
  dataset: { en: "Dataset", zh: "数据集" },
  analysis: { en: "Analysis", zh: "分析" },
  method: { en: "Method", zh: "方法" },
  file: { en: "File", zh: "文件" },
  rows: { en: "Rows", zh: "行数" },
  hash: { en: "Hash", zh: "哈希" },
  seed: { en: "Seed", zh: "种子" },
  ran: {
    en: "Program: conurb {version}, {runtime}. Seed: {seed}. Clusters: {clusters}. ",
    zh: "程序：conurb {version}，{runtime}。种子：{seed}。城市群：{clusters}。",
  },
  replay: {
    en: "Run conurb replay study.lock.json: it should give the same bytes.",
    zh: "运行 conurb replay study.lock.json，应得到逐字节相同的结果。",
  },
  cite: { en: "How to cite", zh: "如何引用" },
  citeReport: {
    en: "{title}. Computed with conurb {version}, lock {lock}.",
    zh: "《{title}》，conurb {version} 计算，锁文件 {lock}。",
  },
  citeBy: { en: "{authors}: {report}", zh: "{authors}：{report}" },
  authors: { en: "Authors", zh: "作者" },
  sources: { en: "Sources", zh: "资料来源" },
  skip: { en: "To the report", zh: "跳到正文" },
  none: { en: "none", zh: "无" },
  evidence: { en: "† {about}{text} ({source})", zh: "† {about}{text}（{source}）" },
  value: { en: "Value", zh: "数值" },
} as const satisfies Record<string, { en: string; zh: string }>;

export type ReportWord = keyof typeof words;
export type Say = (word: ReportWord, values?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: Language): Say {
  return (word, values) => fill(words[word][language], language, values);
}
