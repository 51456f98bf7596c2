import type { Text } from "@conurb/core/language";
import { calcMessages } from "./calc/calc-messages.ts";
import { checkMessages } from "./check/check-messages.ts";
import { dealMessages } from "./deal/deal-messages.ts";
import { diffMessages } from "./diff/diff-messages.ts";
import { effectMessages } from "./effect/effect-messages.ts";
import { explainMessages } from "./explain/explain-messages.ts";
import { exportMessages } from "./export/export-messages.ts";
import { helpMessages } from "./help-messages.ts";
import { importMessages } from "./import/import-messages.ts";
import { initMessages } from "./init/init-messages.ts";
import { methodsMessages } from "./methods/methods-messages.ts";
import { packMessages } from "./pack/pack-messages.ts";
import { replayMessages } from "./replay/replay-messages.ts";
import { reproduceMessages } from "./reproduce/reproduce-messages.ts";
import { serveMessages } from "./serve/serve-messages.ts";
import { siteMessages } from "./site/site-messages.ts";
import { studyMessages } from "./study/study-messages.ts";
import { usageMessages } from "./usage-messages.ts";

const general = {
  "file-missing": { en: "no file {file}", zh: "找不到文件 {file}" },
  hint: { en: "hint: ", zh: "提示：" },
  note: { en: "note: ", zh: "说明：" },
  "problems-like-it": {
    en: "and {count} more like it: {places} ({by} lists each)",
    zh: "同类另有 {count} 处：{places}（{by} 逐条列出）",
  },
  "place-row": { en: "row {row}", zh: "第 {row} 行" },
  "place-column": { en: "column {column}", zh: "{column} 列" },
  "place-cell": { en: "row {row}, column {column}", zh: "第 {row} 行、{column} 列" },
  warning: { en: "warning: ", zh: "警告：" },
  dropped: { en: "left out: ", zh: "已剔除：" },
  "dropped-row": { en: "{input} {row}: {reason}", zh: "{input} {row}：{reason}" },
  "answer-taken": { en: "{title}: {choice} ({words})", zh: "{title}：{choice}（{words}）" },
  "answer-told": { en: "{title}: {choice}", zh: "{title}：{choice}" },
  progress: { en: "computing", zh: "计算中" },
  interrupted: {
    en: "interrupted; what the last good run wrote is unchanged",
    zh: "已中断；上一次完整运行的结果未改动",
  },
  bug: {
    en: "conurb: a fault of the program. Please report it with what stands below.",
    zh: "conurb：程序内部错误。请连同以下内容一并反馈。",
  },
  "rows-more": { en: "... {rows} more rows (--all)", zh: "…… 另有 {rows} 行（--all）" },
  "trace-more": { en: "... {more} more cells", zh: "…… 另有 {more} 个单元格" },
} as const;

/** Every message of the command line, as ICU patterns by a stable code: those of a command stand in its folder. */
export const messages = {
  ...general,
  ...calcMessages,
  ...checkMessages,
  ...dealMessages,
  ...diffMessages,
  ...effectMessages,
  ...explainMessages,
  ...exportMessages,
  ...helpMessages,
  ...importMessages,
  ...initMessages,
  ...methodsMessages,
  ...packMessages,
  ...replayMessages,
  ...reproduceMessages,
  ...serveMessages,
  ...siteMessages,
  ...studyMessages,
  ...usageMessages,
} as const satisfies Record<string, Text>;
