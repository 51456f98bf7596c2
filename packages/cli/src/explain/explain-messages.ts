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
  "explain-dataset": { en: "dataset, as the study reads it", zh: "数据集（本研究所读入者）" },
  "explain-indicators": { en: "set of indicators", zh: "指标集" },
  "explain-rows": { en: "{rows, plural, one {# row} other {# rows}}", zh: "{rows} 行" },
  "explain-places": { en: "{places, plural, one {# place} other {# places}}", zh: "{places} 个地区" },
  "explain-years": { en: "{first}-{last}", zh: "{first}–{last} 年" },
  "explain-key": { en: "key: {key}", zh: "主键：{key}" },
  "explain-source": { en: "source: {source}", zh: "资料来源：{source}" },
  "explain-licence": { en: "licence: {licence}", zh: "许可：{licence}" },
  "explain-filled": { en: "{filled} of {rows} filled", zh: "{rows} 行中 {filled} 行有数" },
  "explain-down": { en: "less is better", zh: "逆向指标" },
  "explain-one-hint": {
    en: "one figure: conurb explain STUDY {name}.{column} {keys}",
    zh: "查看单个数值：conurb explain 研究 {name}.{column} {keys}",
  },
  "trace-files": { en: "files:", zh: "文件：" },
  "trace-file": {
    en: "{file}: {cells, plural, one {# cell} other {# cells}} in {rows, plural, one {# row} other {# rows}}",
    zh: "{file}：{rows} 行中的 {cells} 个单元格",
  },
} as const;
