import type { Lock, StudyRun } from "@conurb/core/study";
import type { AtlasNotes } from "@conurb/store";
import type { MissingFile } from "./layout.ts";

/** What the papers of an archive are written from. */
export interface Packed {
  readonly run: StudyRun;
  readonly lock: Lock;
  readonly lockHash: string;
  readonly notes: readonly AtlasNotes[];
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
  readonly missing: readonly MissingFile[];
  readonly reports: readonly string[];
  readonly hasExpected: boolean;
}

const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
const results = ({ lock }: Packed) => Object.values(lock.analyses).filter((each) => "key" in each).length;
const others = ({ lock }: Packed) =>
  Object.entries(lock.analyses).flatMap(([name, each]) => ("key" in each ? [] : [name]));
const lines = (parts: readonly (string | false | undefined)[]) =>
  `${parts.filter((part) => typeof part === "string").join("\n")}\n`;

/** For the referee, in English. */
export function readme(packed: Packed): string {
  const { run, lock, covered, uncovered, missing, reports, hasExpected, lockHash } = packed;
  return lines([
    `# Replication archive: ${run.plan.study.title.en}`,
    "",
    "[中文](README.zh-CN.md)",
    "",
    "Everything that the numbers of the study rest on: the study file, the figures, the results, and a lock that names the",
    "bytes of each. Two commands compute them again, without network; neither changes this archive.",
    "",
    "## What to install",
    "",
    `- Node.js 20.19 or newer (the archive was made with ${lock.runtime})`,
    `- conurb ${lock.conurb} (build ${lock.build}): in a clone of its repository, \`npm ci\``,
    covered.length > 0 && "- for the second command R, any version from 4; no packages",
    "",
    "## The commands",
    "",
    "```",
    "npx conurb replay ARCHIVE.zip",
    "```",
    "",
    `It must end in \`the same bytes: ${Object.keys(lock.analyses).length} analyses\` (exit code 0). Another build or another runtime may`,
    "give the last digits differently: then it says so, and tells numbers within 1e-12 from those that are not.",
    "",
    ...(covered.length === 0
      ? ["There is no R script: none of the analyses has one.", ""]
      : [
          "```",
          "unzip the archive, then: Rscript r/all.R",
          "```",
          "",
          `It computes ${list(covered)} again in base R, from the tables that the methods received`,
          "(r/*.csv), and must say `the same` of each: within 1e-9, because R reads decimals to the last digits only.",
          uncovered.length > 0 && `No R script for ${list(uncovered)}.`,
          "",
        ]),
    "## What bytes to expect",
    "",
    "| file | sha256 |",
    "|---|---|",
    `| study/${fileOf(lock)} | ${lock.study.sha256} |`,
    `| study/out/study.lock.json | ${lockHash} |`,
    "",
    `study/out/study.lock.json gives the sha256 of every data file and of each of the ${results(packed)} results in study/out/results;`,
    "pack.json that of every file here.",
    others(packed).length > 0 && `Not computed, with the reason in the lock: ${list(others(packed))}.`,
    "",
    "## What is here",
    "",
    "| folder | what |",
    "|---|---|",
    "| study/ | the study file and its own data |",
    "| study/out/ | lock, results (canonical JSON), tables (CSV) |",
    reports.length > 0 && `| study/out/${reports.join(", study/out/")} | the report |`,
    hasExpected && "| study/expected/ | tables as the author expects them |",
    "| atlas/ | the figures that ship with conurb, as far as the study uses them: CSV with a Frictionless datapackage.json |",
    covered.length > 0 && "| r/ | R scripts, what they read and what they must find |",
    "| CITATION.cff, LICENCES.md | how to cite; whose the figures are |",
    ...(missing.length === 0
      ? []
      : [
          "",
          "## What is not here",
          "",
          "These files were left out. Put them where they belong, then replay the lock:",
          "",
        ]),
    ...missing.map(
      ({ file, sha256, bytes, source }) => `- study/${file}: ${bytes} bytes, sha256 ${sha256}; source: ${source}`,
    ),
    missing.length > 0 && "",
    missing.length > 0 && "```\nnpx conurb replay study/out/study.lock.json\n```",
  ]);
}

/** The same in Chinese. */
export function readmeChinese(packed: Packed): string {
  const { run, lock, covered, uncovered, missing, reports, hasExpected, lockHash } = packed;
  const named = (names: readonly string[]) => names.map((name) => `\`${name}\``).join("、");
  return lines([
    `# 复现档案：${run.plan.study.title.zh}`,
    "",
    "[English](README.md)",
    "",
    "本档案收录研究中全部数值的依据：研究文件、数据、结果，以及记录各自字节的锁文件。以下两条命令可在不联网的情况下重新计算，且不改动本档案。",
    "",
    "## 需要安装",
    "",
    `- Node.js 20.19 或更高版本（打包时为 ${lock.runtime}）`,
    `- conurb ${lock.conurb}（构建 ${lock.build}）：在其仓库的克隆中运行 \`npm ci\``,
    covered.length > 0 && "- 第二条命令另需 R 4 或更高版本，无需任何扩展包",
    "",
    "## 命令",
    "",
    "```",
    "npx conurb replay ARCHIVE.zip",
    "```",
    "",
    `输出应以“逐字节相同：${Object.keys(lock.analyses).length} 项分析”结束（退出码 0）。换用其他构建或运行环境时末位数字可能不同：程序会说明，并区分相对差在 1e-12 以内与以外的数值。`,
    "",
    ...(covered.length === 0
      ? ["没有 R 脚本：各项分析均无对应脚本。", ""]
      : [
          "```",
          "解压后运行：Rscript r/all.R",
          "```",
          "",
          `该脚本只用 R 自带函数，从方法实际接收的数据表（r/*.csv）重新计算 ${named(covered)}，各项均应显示 the same（相对差 1e-9 以内，因 R 读取小数时末位可能不同）。`,
          uncovered.length > 0 && `没有 R 脚本的分析：${named(uncovered)}。`,
          "",
        ]),
    "## 应得到的字节",
    "",
    "| 文件 | sha256 |",
    "|---|---|",
    `| study/${fileOf(lock)} | ${lock.study.sha256} |`,
    `| study/out/study.lock.json | ${lockHash} |`,
    "",
    `study/out/study.lock.json 列有每个数据文件和 study/out/results 中 ${results(packed)} 个结果的 sha256；pack.json 列有档案中每个文件的 sha256。`,
    others(packed).length > 0 && `未能计算的分析（原因见锁文件）：${named(others(packed))}。`,
    "",
    "## 内容",
    "",
    "| 文件夹 | 内容 |",
    "|---|---|",
    "| study/ | 研究文件及其自带数据 |",
    "| study/out/ | 锁文件、结果（规范 JSON）、表格（CSV） |",
    reports.length > 0 && `| study/out/${reports.join("、study/out/")} | 报告 |`,
    hasExpected && "| study/expected/ | 作者预期的表格 |",
    "| atlas/ | 研究所用的 conurb 内置数据：CSV 与 Frictionless datapackage.json |",
    covered.length > 0 && "| r/ | R 脚本、其读取的数据和应得的数值 |",
    "| CITATION.cff、LICENCES.md | 引用方式；数据的来源与许可 |",
    ...(missing.length === 0 ? [] : ["", "## 未收录的文件", "", "以下文件未收入档案，请放回原处后按锁文件重算：", ""]),
    ...missing.map(
      ({ file, sha256, bytes, source }) => `- study/${file}：${bytes} 字节，sha256 ${sha256}；来源：${source}`,
    ),
    missing.length > 0 && "",
    missing.length > 0 && "```\nnpx conurb replay study/out/study.lock.json\n```",
  ]);
}

const fileOf = (lock: Lock): string => lock.study.file.split("/").at(-1) as string;

/** Citation File Format 1.2: the study, the program that computed it, the sources of its figures. */
export function citation({ run, lock, notes }: Packed): string {
  const { title, authors = [] } = run.plan.study;
  const quoted = (text: string) => JSON.stringify(text);
  const named = authors.length > 0 ? authors : ["(no author is named in the study file)"];
  const data = notes.map((note) => [
    "  - type: data",
    `    title: ${quoted(note.packageTitle.en)}`,
    "    authors:",
    `      - name: ${quoted(note.credit)}`,
  ]);
  return lines([
    "cff-version: 1.2.0",
    "message: If you use these results, please cite the study, and the sources of its figures.",
    "type: dataset",
    `title: ${quoted(title.en === title.zh ? title.en : `${title.en} (${title.zh})`)}`,
    "authors:",
    ...named.map((author) => `  - name: ${quoted(author)}`),
    "references:",
    "  - type: software",
    "    title: conurb",
    `    version: ${quoted(lock.conurb)}`,
    "    authors:",
    "      - name: conurb contributors",
    ...new Set(data.map((each) => each.join("\n"))),
  ]);
}

/** A licence that stands in a package's README is there in the archive too. */
function linkOf(id: string, path: string | undefined): string {
  if (path === undefined) return "";
  return /^\w+:/.test(path) ? ` <${path}>` : ` <atlas/${id.split("/")[0]}/${path}>`;
}

/** Whose the figures are, and on what terms. */
export function licences({ run, notes, missing }: Packed): string {
  const own = Object.entries(run.plan.study.datasets).filter(([, { file }]) => file !== undefined);
  return lines([
    "# Whose the figures are · 数据来源与许可",
    "",
    "Each table is under the licence of its source, whatever licence this archive comes under.",
    "各数据表遵循其来源的许可，与本档案本身的许可无关。",
    ...notes.flatMap((note) => [
      "",
      `## ${note.id} · ${note.title.zh}`,
      "",
      `- ${note.title.en} (${note.packageTitle.en})`,
      `- credit · 署名: ${note.credit}`,
      ...note.licenses.map(({ title, path }) => `- licence · 许可: ${title}${linkOf(note.id, path)}`),
      ...note.sources.map(({ title, path }) => `- source · 来源: ${title}${path === undefined ? "" : ` <${path}>`}`),
      ...note.caveats.map(({ en, zh }) => `- ${en} · ${zh}`),
    ]),
    ...own.flatMap(([name, { file, title, source }]) => [
      "",
      `## ${name}: study/${file}`,
      "",
      title && `- ${title.en} · ${title.zh}`,
      `- source · 来源: ${source ?? "not named in the study file · 研究文件未注明"}`,
      missing.some((each) => each.file === file) && "- not in this archive · 未收入本档案",
      "- licence · 许可: as the author of the study says · 以研究作者说明为准",
    ]),
  ]);
}
