export const tableWords = {
  filter: { en: "Filter rows", zh: "筛选行" },
  transpose: { en: "Transpose", zh: "转置" },
  copy: { en: "Copy (TSV)", zh: "复制（TSV）" },
  code: { en: "{title} (code)", zh: "{title}（代码）" },
  copied: { en: "Copied", zh: "已复制" },
  notCopied: { en: "The browser does not let this page copy", zh: "浏览器不允许此页面复制" },
  sort: { en: "Sort by {column}", zh: "按{column}排序" },
  rows: { en: "{shown, number} of {n, number} rows", zh: "{n, number} 行中的 {shown, number} 行" },
  more: { en: "Show {n} more", zh: "再显示 {n} 行" },
  gap: { en: "no figures", zh: "缺" },
} as const;
