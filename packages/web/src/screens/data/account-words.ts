export const accountWords = {
  read: { en: "read", zh: "读入" },
  flagged: { en: "flagged", zh: "带标记" },
  missing: { en: "missing", zh: "缺失" },
  refused: { en: "refused", zh: "未能读取" },
  head: { en: "heads", zh: "表头" },
  title: { en: "titles", zh: "标题" },
  note: { en: "notes", zh: "注释" },
  left: { en: "left out", zh: "不读" },
  empty: { en: "empty", zh: "空白" },
  cells: { en: "cells", zh: "单元格" },
  sum: { en: "Every cell of the file is in this sum exactly once.", zh: "文件的每个单元格恰好计入一次。" },
  missingAs: { en: "Taken for missing: {marks}", zh: "按缺失处理的符号：{marks}" },
} as const;
