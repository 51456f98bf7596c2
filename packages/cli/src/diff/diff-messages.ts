/** What is said of the difference of two editions. */
export const diffMessages = {
  "about-diff": {
    en: "what changed between two editions of a study, and why, adding up",
    zh: "比较研究的两个版本：变化多少、缘由何在，各部分相加等于总变化",
  },
  "argument-edition-before": {
    en: "the earlier edition: a study, the out folder of a run (or its lock), or an archive of conurb pack",
    zh: "较早的版本：研究、运行结果文件夹（或其锁文件），或 conurb pack 的档案",
  },
  "argument-edition-after": { en: "the later edition, likewise", zh: "较晚的版本，写法同上" },
  "option-all-numbers": { en: "list every number and place", zh: "列出全部数值和地区" },
  "edition-changed": {
    en: "{file}: {what} is not what the lock was written for, so that the run cannot be done again",
    zh: "{file}：{what} 与锁文件所记录的不同，无法重新运行",
  },
  "edition-changed-hint": {
    en: "compare with the study as it was: a copy, or the archive that conurb pack wrote then",
    zh: "请与当时的研究比较：可用副本，或当时 conurb pack 写出的档案",
  },
  "diff-same": {
    en: "nothing differs: {numbers, plural, one {# headline number is} other {# headline numbers are}} the same",
    zh: "没有差异：{numbers} 个主要数值相同",
  },
  "diff-same-shared": {
    en: "of what both editions have nothing differs: {numbers, plural, one {# headline number is} other {# headline numbers are}} the same",
    zh: "两版共有的部分没有差异：{numbers} 个主要数值相同",
  },
  "diff-analyses-before": {
    en: "{n, plural, one {an analysis} other {# analyses}} of the earlier edition alone: {analyses}",
    zh: "仅较早版本有的分析（{n} 项）：{analyses}",
  },
  "diff-analyses-after": {
    en: "{n, plural, one {an analysis} other {# analyses}} of the later edition alone: {analyses}",
    zh: "仅较晚版本有的分析（{n} 项）：{analyses}",
  },
  "diff-summary": {
    en: "{changed, plural, one {# headline number has} other {# headline numbers have}} changed, {unchanged, plural, one {# is} other {# are}} the same",
    zh: "{changed} 个主要数值有变化，{unchanged} 个不变",
  },
  "diff-factors": { en: "what differs: {factors}", zh: "差异来自：{factors}" },
  "diff-how": {
    en: "Each part is the mean of what its swap changes over every order in which the factors ({factors}) can be swapped (Shapley value; runs: {runs}), so that no order is favoured; parts add up to the change exactly.",
    zh: "各部分为 {factors} 个因素按所有先后次序逐一替换时所引起变化的平均值（Shapley 值，共运行 {runs} 次），不偏向任何次序；各部分之和恰等于总变化。",
  },
  "diff-joined": {
    en: "{factors} cannot be swapped apart in {analyses}: one edition has no figures for what the other asks",
    zh: "{analyses} 中 {factors} 无法分别替换：其中一版没有另一版所需的数据，故合并计算",
  },
  "diff-numbers": { en: "Headline numbers", zh: "主要数值" },
  "diff-scores": { en: "Scores: {name}", zh: "得分：{name}" },
  "diff-ranks": { en: "Ranks: {name}", zh: "位次：{name}" },
  "diff-year-to-year": { en: "{before} to {after}", zh: "{before} 至 {after} 年" },
  "diff-year": { en: "{year}", zh: "{year} 年" },
  "diff-number": { en: "number", zh: "数值" },
  "diff-place": { en: "place", zh: "地区" },
  "diff-before": { en: "earlier", zh: "前" },
  "diff-after": { en: "later", zh: "后" },
  "diff-change": { en: "change", zh: "变化" },
  "diff-rose": {
    en: "{analysis}: {place} rises from {before} to {after}, {why}",
    zh: "{analysis}：{place}由第 {before} 位升至第 {after} 位，{why}",
  },
  "diff-fell": {
    en: "{analysis}: {place} falls from {before} to {after}, {why}",
    zh: "{analysis}：{place}由第 {before} 位降至第 {after} 位，{why}",
  },
  "diff-because": { en: "because of {factors}", zh: "缘于{factors}" },
  "diff-because-against": { en: "because of {factors}, against {others}", zh: "缘于{factors}，抵消因素为{others}" },
  "diff-as-above": { en: "{name}: as in {other}", zh: "{name}：同 {other}" },
  "diff-moved": {
    en: "{title} goes from {before} to {after}, {why}",
    zh: "{title}：由 {before} 变为 {after}，{why}",
  },
  "diff-more": { en: "... {more} more (--all, --json)", zh: "…… 另有 {more} 项（--all、--json）" },
  "diff-text": { en: "What the editions say differently", zh: "两版的文字差异" },
  "diff-entry": { en: "{at}: was {before}, is {after}", zh: "{at}：原为 {before}，现为 {after}" },
  "diff-entry-new": { en: "{at}: is new{after}", zh: "{at}：新增{after}" },
  "diff-entry-gone": { en: "{at}: is gone{before}", zh: "{at}：已删除{before}" },
  "diff-entry-unused": {
    en: "; not used, for the recipe weighs by {methods}",
    zh: "；合成方案以 {methods} 赋权，该权重未被采用",
  },
  "diff-members-added": { en: "members added: {places}", zh: "新增成员：{places}" },
  "diff-members-removed": { en: "members removed: {places}", zh: "移除成员：{places}" },
  "diff-dataset": {
    en: "{name}: figures revised: {revised}; rows: {added} new, {gone} gone",
    zh: "{name}：修订 {revised} 个数据；新增 {added} 行，减少 {gone} 行",
  },
  "diff-dataset-years": { en: "{name}: new years {years}", zh: "{name}：新增年份 {years}" },
  "diff-dataset-years-gone": { en: "{name}: years gone: {years}", zh: "{name}：减少年份 {years}" },
  "diff-dataset-bytes": { en: "{name}: sha256 {before} → {after}", zh: "{name}：文件 sha256 由 {before} 变为 {after}" },
  "diff-dataset-same-figures": {
    en: "{name}: the same figures in a file of other bytes (sha256 {before} → {after})",
    zh: "{name}：数据相同，文件字节不同（sha256 由 {before} 变为 {after}）",
  },
  "diff-dataset-new": { en: "{name}: figures in the later edition alone", zh: "{name}：仅较晚版本有数据" },
  "diff-dataset-gone": { en: "{name}: figures in the earlier edition alone", zh: "{name}：仅较早版本有数据" },
  "diff-program": { en: "program: {before} → {after}", zh: "程序：{before} → {after}" },
  "diff-only-before": {
    en: "in the earlier edition alone: {analyses}: {names}",
    zh: "仅较早版本有：{analyses}：{names}",
  },
  "diff-only-after": { en: "in the later edition alone: {analyses}: {names}", zh: "仅较晚版本有：{analyses}：{names}" },
  "diff-lacking": { en: "{side}: {name} is not computed: {reason}", zh: "{side}：{name} 未能计算：{reason}" },
} as const;
