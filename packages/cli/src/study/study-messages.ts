/** What is said of a study, its data and its run: of check, run and report alike. */
export const studyMessages = {
  "dataset-no-reference": {
    en: "the atlas names no economy to compare the structure of {id} with",
    zh: "内置数据没有为 {id} 指定结构比较的参照",
  },
  "study-missing": { en: "no study {file}", zh: "找不到研究文件 {file}" },
  "study-missing-hint": {
    en: "name a folder with a study.yaml, or the file itself; conurb init writes one",
    zh: "请给出含 study.yaml 的文件夹或文件本身；conurb init 可生成一份",
  },
  "study-unreadable": { en: "{file} cannot be read ({reason})", zh: "无法读取 {file}（{reason}）" },
  "study-not-text": { en: "{file} is no text in UTF-8", zh: "{file} 不是 UTF-8 文本" },
  "study-not-text-hint": { en: "save it as UTF-8", zh: "请另存为 UTF-8 编码" },
  "dataset-column-unknown": {
    en: "{file} has no column {column}; the columns are {columns}",
    zh: "{file} 没有列 {column}；现有列：{columns}",
  },
  "dataset-other-bytes": {
    en: "{file} has sha256 {found}, expected {expected}",
    zh: "{file} 的 sha256 为 {found}，应为 {expected}",
  },
  "dataset-other-bytes-hint": {
    en: "bring back the file that the study was written for, or change sha256 if the new figures are meant",
    zh: "请恢复研究所用的原文件；若确要采用新数据，请修改 sha256",
  },
  "outcome-lacking": { en: "not computed", zh: "无法计算" },
  "outcome-refused": { en: "refused", zh: "被拒绝" },
  "run-left-out": {
    en: "left out: {rows}{more, plural, =0 {} other { and # more}} — {reason} ({analyses})",
    zh: "未纳入：{rows}{more, plural, =0 {} other {等（另有 # 个）}}——{reason}（{analyses}）",
  },
  "run-left-out-more": {
    en: "left out: {more, plural, one {# more line} other {# more lines}} (conurb explain STUDY ANALYSIS, or --json)",
    zh: "未纳入：另有 {more} 条（conurb explain STUDY ANALYSIS，或 --json）",
  },
  "run-summary": {
    en: "{computed} computed, {cached} unchanged, {lacking} lack figures, {refused} refused",
    zh: "计算 {computed} 项，未变 {cached} 项，缺数据 {lacking} 项，被拒绝 {refused} 项",
  },
  "run-nothing": {
    en: "nothing could be computed: every analysis lacks figures",
    zh: "未能计算任何一项：全部分析都缺数据",
  },
  "run-written": { en: "results, tables and lock: {out}", zh: "结果、表格和锁文件：{out}" },
  "result-changed": {
    en: "{analysis}: {file} is not as it was written; computed again",
    zh: "{analysis}：{file} 与写入时不同，已重新计算",
  },
  "report-written": { en: "report: {file}", zh: "报告：{file}" },
} as const;
