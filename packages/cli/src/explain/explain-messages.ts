/** What explain says. */
export const explainMessages = {
  "explain-parts": {
    en: "made up of (the contributions add up to the score):",
    zh: "得分构成（各项贡献相加即为得分）：",
  },
  "explain-part": {
    en: "weight {weight} · normalised {normalised} · contribution {contribution}",
    zh: "权重 {weight} · 标准化值 {normalised} · 贡献 {contribution}",
  },
  "trace-more-all": { en: "... {more} more cells (--all, --json)", zh: "…… 另有 {more} 个单元格（--all、--json）" },
  "trace-same": { en: "on the same cells as {name}", zh: "所依据的单元格同 {name}" },
  "trace-whole": { en: "on the inputs as a whole:", zh: "以全部输入数据为依据：" },
  "trace-input": {
    en: "{input} = {of}: all {rows, plural, one {# row} other {# rows}} of {columns}, {cells, plural, one {# cell} other {# cells}}",
    zh: "{input} = {of}：{columns} 的全部 {rows} 行，共 {cells} 个单元格",
  },
  "trace-record": { en: "{input}: as the study file has it", zh: "{input}：见研究文件" },
  "trace-files": { en: "files:", zh: "文件：" },
  "trace-file": {
    en: "{file}: {cells, plural, one {# cell} other {# cells}} in {rows, plural, one {# row} other {# rows}}",
    zh: "{file}：{rows} 行中的 {cells} 个单元格",
  },
} as const;
