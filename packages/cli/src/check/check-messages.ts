/** What `conurb check` says of figures. */
export const checkMessages = {
  "argument-study-or-data": {
    en: "folder with a study.yaml, a study file, or a data file (CSV, XLSX, Parquet ...)",
    zh: "含 study.yaml 的文件夹、研究文件，或数据文件（CSV、XLSX、Parquet 等）",
  },
  "option-coverage": { en: "also draw which figures there are, by place and year", zh: "另绘各地各年数据覆盖图" },
  "option-all-faults": { en: "list every note on the figures", zh: "列出关于数据的全部提示" },
  "coverage-head": {
    en: "{name}: {extent}{measures, plural, one {# column} other {# columns}}, {filled} filled",
    zh: "{name}：{extent}{measures} 项，数据齐备 {filled}",
  },
  "extent-places": { en: "{count, plural, one {# place} other {# places}}, ", zh: "{count} 地，" },
  "extent-pairs": { en: "{count, plural, one {# pair} other {# pairs}}, ", zh: "{count} 对，" },
  "extent-years": { en: "{count, plural, one {# year} other {# years}}, ", zh: "{count} 年，" },
  "coverage-thin": { en: "thinnest: {measures}", zh: "最缺：{measures}" },
  "coverage-others": { en: "others", zh: "其他" },
  "coverage-all": { en: "all", zh: "全部" },
  "coverage-least": { en: "least of all", zh: "最缺的地区" },
  "coverage-key": {
    en: "filled: █ all  ▓ 90% and more  ▒ half and more  ░ less  · none",
    zh: "齐备：█ 全部  ▓ 九成以上  ▒ 半数以上  ░ 不足半数  · 无",
  },
  "coverage-title": { en: "Which figures there are", zh: "数据覆盖" },
  "coverage-share": { en: "share of columns with a figure", zh: "有数据的指标比重" },
  "coverage-nothing": {
    en: "coverage: no data has both places and years, so that there is nothing to draw",
    zh: "coverage：没有同时含地区和年份的数据，无可绘制",
  },
  "coverage-drawn": { en: "wrote {file}", zh: "已写出 {file}" },
  "fault-problem": { en: "problem", zh: "问题" },
  "fault-note": { en: "note", zh: "提示" },
  "fault-cells": {
    en: "and {count, plural, one {# more cell} other {# more cells}}",
    zh: "及另外 {count} 格",
  },
  "page-notes": {
    en: "{count, plural, one {# note} other {# notes}} of the page:",
    zh: "原表附注 {count} 条：",
  },
  "faults-more": {
    en: "and {count, plural, one {# more note} other {# more notes}} on these figures: --all",
    zh: "另有 {count} 条提示：--all 全部列出",
  },
  "check-figures": {
    en: "figures: {problems, plural, one {# problem} other {# problems}}, {notes, plural, one {# note} other {# notes}}",
    zh: "数据：{problems} 个问题，{notes} 条提示",
  },
  "check-sound": {
    en: "nothing wrong: {analyses, plural, one {# analysis} other {# analyses}}, {datasets, plural, one {# dataset} other {# datasets}}",
    zh: "未发现问题：{analyses} 项分析，{datasets} 个数据集",
  },
  "check-problems": { en: "{problems, plural, one {# problem} other {# problems}}", zh: "{problems} 个问题" },
} as const;
