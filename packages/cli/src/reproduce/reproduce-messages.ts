/** What reproduce says. */
export const reproduceMessages = {
  "reproduce-table-hint": {
    en: "TABLE is a YAML file with the published figures: see the guide, or studies/published",
    zh: "TABLE 为写有已发表数字的 YAML 文件：见使用指南或 studies/published",
  },
  "reproduce-fits": { en: "cells that fit", zh: "吻合单元格" },
  "reproduce-worst": { en: "furthest off", zh: "差距最大处" },
  "reproduce-miss": { en: "{computed}, printed {printed}", zh: "计算值 {computed}，印刷值 {printed}" },
  "reproduce-more": { en: "and {more} more (--all, --json)", zh: "另有 {more} 种（--all、--json）" },
  "reproduce-cell": { en: "cell", zh: "单元格" },
  "reproduce-printed": { en: "printed", zh: "印刷值" },
  "reproduce-computed": { en: "computed", zh: "计算值" },
  "reproduce-range": { en: "within input rounding", zh: "输入舍入范围" },
  "reproduce-status": { en: "fit", zh: "判断" },
  "reproduce-print": { en: "to the print", zh: "与印刷值一致" },
  "reproduce-rounding": { en: "within rounding", zh: "在舍入误差内" },
  "reproduce-off": { en: "off", zh: "不符" },
  "reproduce-lacking": { en: "no figure", zh: "无结果" },
  "reproduce-larger": { en: "larger level", zh: "较高水平值" },
  "reproduce-smaller": { en: "smaller level", zh: "较低水平值" },
  "reproduce-refused": { en: "not possible", zh: "不可能" },
} as const;
