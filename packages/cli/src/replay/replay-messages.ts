/** What replay says, and what it finds different. */
export const replayMessages = {
  "lock-unreadable": { en: "{file} is no lock: {reason}", zh: "{file} 不是锁文件：{reason}" },
  "lock-hint": {
    en: "conurb run writes a lock (out/study.lock.json), conurb pack an archive (STUDY.zip): replay takes either",
    zh: "replay 接受锁文件（conurb run 写出的 out/study.lock.json）或复现包（conurb pack 写出的 STUDY.zip）",
  },
  "differs-study": { en: "the file has changed", zh: "文件已改动" },
  "differs-value": { en: "was {before}, is {after}", zh: "原为 {before}，现为 {after}" },
  "differs-new": { en: "is new", zh: "为新增" },
  "differs-gone": { en: "is gone", zh: "已删除" },
  "differs-lacking": { en: "cannot be computed now: {reason}", zh: "现无法计算：{reason}" },
  "differs-refused": { en: "is refused now: {reason}", zh: "现被拒绝：{reason}" },
  "differs-computed": { en: "could not be computed, and can be now", zh: "原无法计算，现可计算" },
  "differs-build": {
    en: "the program has changed since, or what goes into it",
    zh: "程序或其输入在此之后已改变",
  },
  "differs-inputs": { en: "what goes into it has changed", zh: "其输入已改变" },
  "differs-bytes-unknown": {
    en: "other bytes; the locked result is not beside the lock, so how far apart is unknown",
    zh: "字节不同；锁文件旁没有原结果，无法得知相差多少",
  },
  "differs-cells-unknown": {
    en: "the locked result is not beside the lock, so which cells differ is unknown",
    zh: "锁文件旁没有原结果，无法指出哪些单元格不同",
  },
  "differs-cells-none": { en: "no cell of its result differs", zh: "结果中没有不同的单元格" },
  "differs-number": {
    en: "{path} was {before}, is {after} (relative {relative})",
    zh: "{path} 原为 {before}，现为 {after}（相对差 {relative}）",
  },
  "differs-file-only": { en: "{file} has other bytes and the same figures", zh: "{file} 字节不同，数据相同" },
  "differs-table": {
    en: "{file} has other figures ({before} rows, now {after}); the lock keeps only hashes, so which cells changed cannot be told: compare with the file of sha256 {sha256}",
    zh: "{file} 数据不同（原 {before} 行，现 {after} 行）；锁文件只存哈希值，无法指出是哪些单元格：请与 sha256 为 {sha256} 的原文件比对",
  },
  "replay-runtime": { en: "locked with {before}; here {after}", zh: "锁定时：{before}；此处：{after}" },
  "replay-same": {
    en: "the same bytes: {results, plural, one {# analysis} other {# analyses}}",
    zh: "逐字节相同：{results} 项分析",
  },
  "replay-near": {
    en: "the same within 1e-12 on another runtime: {results, plural, one {# analysis} other {# analyses}}",
    zh: "在另一运行环境下相对差不超过 1e-12：{results} 项分析",
  },
  "replay-differs": {
    en: "{differences, plural, one {# difference} other {# differences}}",
    zh: "{differences} 处不同",
  },
} as const;
