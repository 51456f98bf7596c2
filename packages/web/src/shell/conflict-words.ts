export const conflictWords = {
  conflict: { en: "The file was changed outside", zh: "研究文件在外部被改动" },
  conflictText: {
    en: "{file} is no longer what your change was made to. Nothing was overwritten. These are the lines that differ; what you do not take stays an undo away.",
    zh: "{file} 已不是您修改时的版本，没有任何内容被覆盖。以下为不同之处；未采用的内容可用撤销找回。",
  },
  overlaps: {
    en: "{n, plural, one {At one place} other {At # places}} both changed the same lines: say there whose shall stand when you take both.",
    zh: "有 {n} 处双方改了相同的行：合并时请逐处指定采用哪一方。",
  },
  onlyMine: { en: "Line {line}: changed by you", zh: "第 {line} 行：您的修改" },
  onlyTheirs: { en: "Line {line}: changed in the file", zh: "第 {line} 行：文件中的修改" },
  both: { en: "Line {line}: changed by both", zh: "第 {line} 行：双方均有修改" },
  ofMine: { en: "Yours", zh: "我的" },
  ofTheirs: { en: "The file", zh: "文件" },
  whose: { en: "Whose shall stand at line {line}", zh: "第 {line} 行采用哪一方" },
  absent: { en: "these lines are not there", zh: "没有这些行" },
  more: { en: "and {n} more lines", zh: "另有 {n} 行" },
  theirs: { en: "Take the file", zh: "采用文件内容" },
  mine: { en: "Keep mine", zh: "保留我的修改" },
  merged: { en: "Take both", zh: "合并两者" },
} as const;
