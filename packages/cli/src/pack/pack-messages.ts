/** What is said of replication archives. */
export const packMessages = {
  "about-pack": {
    en: "a replication archive of a study: data, lock, results, R scripts",
    zh: "打包研究的复现档案：数据、锁文件、结果、R 脚本",
  },
  "option-out-pack": { en: "archive to write (STUDY.zip here)", zh: "写入的压缩包（默认当前文件夹下的 STUDY.zip）" },
  "option-without-data": {
    en: "leave the study's own data files out, with their hashes and sources",
    zh: "不含研究自带的数据文件，只列哈希值和来源",
  },
  "pack-written": {
    en: "{file}: {files, plural, one {# file} other {# files}}, {size} kB, sha256 {sha256}",
    zh: "{file}：{files} 个文件，{size} kB，sha256 {sha256}",
  },
  "pack-holds": {
    en: "results of {results, plural, one {# analysis} other {# analyses}}; R scripts for {scripts}",
    zh: "含 {results} 项分析的结果；R 脚本：{scripts}",
  },
  "pack-no-scripts": { en: "no R script for {analyses}", zh: "无 R 脚本：{analyses}" },
  "pack-report-stale": {
    en: "{file} is left out: it was made from another run; conurb report makes it anew",
    zh: "未收入 {file}：它来自另一次运行；可用 conurb report 重新生成",
  },
  "pack-without": {
    en: "{file} is left out; its sha256 is {sha256}",
    zh: "未收入 {file}；其 sha256 为 {sha256}",
  },
  "pack-next": { en: "a referee runs: conurb replay {file}", zh: "审稿人运行：conurb replay {file}" },
  "pack-standard-input": {
    en: "a study on standard input has no folder to pack",
    zh: "来自标准输入的研究没有可打包的文件夹",
  },
  "pack-file-outside": {
    en: "{file} cannot be packed: it lies outside the study's folder, or is called like what conurb writes",
    zh: "无法打包 {file}：它在研究文件夹之外，或与 conurb 写出的文件同名",
  },
  "pack-is-none": {
    en: "{file} is an archive, but not one that conurb pack wrote: {reason}",
    zh: "{file} 是压缩包，但不是 conurb pack 写出的：{reason}",
  },
  "pack-member-missing": { en: "{file}: {member} is missing", zh: "{file}：缺少 {member}" },
  "pack-member-changed": {
    en: "{file}: {member} is not as it was packed (sha256 {found}, expected {expected})",
    zh: "{file}：{member} 与打包时不同（sha256 为 {found}，应为 {expected}）",
  },
  "pack-data-missing": {
    en: "{file} was packed without {member} (sha256 {sha256}; source: {source})",
    zh: "{file} 打包时未含 {member}（sha256 {sha256}；来源：{source}）",
  },
  "pack-data-missing-hint": {
    en: "unpack the archive, put the file at study/{member}, then: conurb replay study/out/study.lock.json",
    zh: "请解压后把该文件放到 study/{member}，再运行 conurb replay study/out/study.lock.json",
  },
} as const;
