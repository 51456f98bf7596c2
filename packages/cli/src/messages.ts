import { checkMessages } from "./check/check-messages.ts";
import { diffMessages } from "./diff/diff-messages.ts";
import { importMessages } from "./import/import-messages.ts";
import { packMessages } from "./pack/pack-messages.ts";

/** Every message of the command line, as ICU patterns by a stable code. */
export const messages = {
  ...diffMessages,
  ...checkMessages,
  ...importMessages,
  ...packMessages,
  // commands
  "about-conurb": {
    en: "City clusters, from measurement to a deal that can be tested.",
    zh: "城市群一体化：从测度到可检验的协议。",
  },
  "about-init": { en: "write a study to start from", zh: "生成一份研究文件作为起点" },
  "about-import": { en: "look at a data file and declare it for a study", zh: "查看数据文件并生成数据集声明" },
  "about-check": {
    en: "tell everything that is wrong with a study, its figures or a data file",
    zh: "一次列出研究文件及其数据（或单个数据文件）中的全部问题",
  },
  "about-run": { en: "compute a study: results, tables, lock", zh: "运行研究：结果、表格、锁文件" },
  "about-report": { en: "run a study and write its report and figures", zh: "运行研究并生成报告和图件" },
  "about-calc": {
    en: "one method on files: conurb calc METHOD FILE ...",
    zh: "对文件运行单个方法：conurb calc METHOD FILE ...",
  },
  "about-methods": { en: "what methods there are, and how to cite them", zh: "现有方法及其引用方式" },
  "about-explain": { en: "what one number rests on", zh: "追溯一个数值的由来" },
  "about-replay": { en: "compute a lock again and tell what differs", zh: "按锁文件重算并指出差异" },
  "about-reproduce": {
    en: "which variant gives a published table, to what precision, or that none does",
    zh: "检验已发表的表格由哪种公式变体得出、精度如何，或均不能得出",
  },
  "about-schema": { en: "the JSON Schema of study files, for editors", zh: "研究文件的 JSON Schema（供编辑器使用）" },
  "about-completion": { en: "a script that completes commands in a shell", zh: "生成命令行补全脚本" },
  "argument-study": {
    en: "folder with a study.yaml, a study file, or - for standard input",
    zh: "含 study.yaml 的文件夹、研究文件，或 -（标准输入）",
  },
  "argument-dir": { en: "folder to write to (here)", zh: "写入的文件夹（默认当前文件夹）" },
  "argument-data": { en: "CSV or Parquet file", zh: "CSV 或 Parquet 文件" },
  "argument-method": { en: "method, such as inequality/theil", zh: "方法，如 inequality/theil" },
  "argument-file": {
    en: "CSV or Parquet file for the first input, or - for standard input",
    zh: "第一个输入的 CSV 或 Parquet 文件，或 -（标准输入）",
  },
  "argument-analysis": { en: "name of an analysis of the study", zh: "研究中的分析名称" },
  "argument-keys": { en: "the row, by its key: 110000, or 110000 2019", zh: "按主键指定的行：110000，或 110000 2019" },
  "argument-lock": {
    en: "study.lock.json of an earlier run, or an archive of conurb pack",
    zh: "先前运行的 study.lock.json，或 conurb pack 的档案",
  },
  "argument-table": {
    en: "file of a published table (YAML), or - for standard input",
    zh: "已发表表格的文件（YAML），或 -（标准输入）",
  },
  "argument-shell": { en: "bash, zsh or fish", zh: "bash、zsh 或 fish" },
  "option-json": { en: "answer as JSON on standard output", zh: "以 JSON 输出到标准输出" },
  "option-lang": { en: "language: en or zh; of a report: zh,en", zh: "语言：en 或 zh；报告可写 zh,en" },
  "option-help": { en: "show this help", zh: "显示帮助" },
  "option-version": { en: "show the version", zh: "显示版本" },
  "option-out": { en: "folder of the results (out, beside the study)", zh: "结果文件夹（默认研究旁的 out）" },
  "option-threads": { en: "threads to compute with (one a core)", zh: "计算线程数（默认每核一个）" },
  "option-threads-calc": { en: "threads to compute with (1)", zh: "计算线程数（默认 1）" },
  "option-no-cache": { en: "compute everything again", zh: "不使用缓存，全部重算" },
  "option-prune": { en: "remove results that no analysis uses any more", zh: "删除已不再使用的结果" },
  "option-format": {
    en: "documents to write: html,docx,pdf (html); pdf is printed by Chromium",
    zh: "报告格式：html,docx,pdf（默认 html；pdf 由 Chromium 打印）",
  },
  "option-tables": {
    en: "every result table and dataset into out/exports: xlsx,tex,tsv,dta,parquet",
    zh: "将全部结果表和数据集写入 out/exports：xlsx,tex,tsv,dta,parquet",
  },
  "option-figures": { en: "figures as files: svg,png (svg)", zh: "图件格式：svg,png（默认 svg）" },
  "option-width": {
    en: "width of figures as files: 160mm, 6.3in (their own)",
    zh: "图件宽度：160mm、6.3in（默认原宽）",
  },
  "option-dpi": {
    en: "density of PNG pictures (600; in docx 200, beside paths)",
    zh: "PNG 图件的分辨率（默认 600；docx 中矢量图旁附 200）",
  },
  "option-template": { en: "template to start from (minimal)", zh: "模板（默认 minimal）" },
  "option-list": {
    en: "list what a study can begin from: templates, clusters, tables of the atlas",
    zh: "列出可供研究取用的模板、城市群和内置数据表",
  },
  "option-name": { en: "name of the dataset", zh: "数据集名称" },
  "option-out-data": {
    en: "write the typed table to FILE (.csv or .parquet)",
    zh: "将识别后的表写入 FILE（.csv 或 .parquet）",
  },
  "option-study": {
    en: "print a whole study: title, datasets, one analysis",
    zh: "输出一份完整研究：标题、数据集和一项分析",
  },
  "option-encoding": { en: "encoding of the file, found out unless given", zh: "文件编码（默认自动识别）" },
  "option-csv": { en: "print one table of the result as CSV", zh: "以 CSV 输出结果中的一张表" },
  "option-all": { en: "print all rows", zh: "输出全部行" },
  "option-all-candidates": { en: "list every cell and more candidates", zh: "列出全部单元格和更多候选" },
  "option-units": { en: "units of columns: gdp=10000 yuan,area=km2", zh: "各列单位：gdp=10000 yuan,area=km2" },
  "option-seed": { en: "seed of random numbers (1)", zh: "随机种子（默认 1）" },
  "option-table": { en: "table of the result (the first)", zh: "结果中的表（默认第一张）" },
  "option-column": {
    en: "column of the table (the first number); without KEYS, a headline number (all)",
    zh: "表中的列（默认第一个数值列）；不写 KEYS 时为主要结果的名称（默认全部）",
  },
  "option-all-cells": { en: "list every cell", zh: "列出全部单元格" },
  "help-usage": { en: "Usage:", zh: "用法：" },
  "help-options": { en: "Options:", zh: "选项：" },
  "help-commands": { en: "Commands:", zh: "命令：" },
  "help-arguments": { en: "Arguments:", zh: "参数：" },
  "help-flags": { en: "OPTIONS", zh: "选项" },
  "help-exit-codes": {
    en: "Exit codes: 0 done, 1 failed or interrupted, 2 usage, 3 a check failed.",
    zh: "退出码：0 完成，1 失败或被中断，2 用法错误，3 检查未通过。",
  },
  "calc-more": {
    en: "conurb calc METHOD --help shows the inputs, roles and options of a method.\n--weights knn:4 makes weights among places that have lon and lat (or --lon COLUMN --lat COLUMN).",
    zh: "conurb calc METHOD --help 显示该方法的输入、角色和选项。\n--weights knn:4 可由含经度、纬度列的地区生成空间权重（或用 --lon 列 --lat 列指明）。",
  },
  "flag-input": { en: "file for input {input}", zh: "输入 {input} 的文件" },
  "flag-role": { en: "column of {input} that is its {role}", zh: "{input} 中作为 {role} 的列" },
  "flag-option": { en: "option: {shown}", zh: "选项：{shown}" },
  "flag-option-default": { en: "option: {shown} ({value})", zh: "选项：{shown}（默认 {value}）" },

  // wrong usage
  "usage-option-unknown": { en: "no option {name}", zh: "没有选项 {name}" },
  "usage-command-unknown": { en: "no command {name}", zh: "没有命令 {name}" },
  "usage-argument-missing": { en: "{name} is missing", zh: "缺少 {name}" },
  "usage-value-missing": { en: "{name} needs a value", zh: "{name} 需要取值" },
  "usage-too-many": { en: "too many words after the command", zh: "命令后的参数过多" },
  "usage-hint": { en: "--help shows what there is", zh: "用 --help 查看可用内容" },
  "usage-language": { en: "--lang is {value}, expected en or zh", zh: "--lang 的取值为 {value}，应为 en 或 zh" },
  "usage-threads": { en: "--threads is {value}, expected 1 to 1024", zh: "--threads 的取值为 {value}，应为 1 至 1024" },
  "usage-seed": {
    en: "--seed is {value}, expected a whole number from 0 to 4294967295",
    zh: "--seed 的取值为 {value}，应为 0 至 4294967295 的整数",
  },
  "usage-units": {
    en: "--units: {part} is not COLUMN=UNIT; the columns are {columns}",
    zh: "--units：{part} 不是“列=单位”的形式；现有列：{columns}",
  },
  "methods-hint": { en: "conurb methods lists them", zh: "用 conurb methods 查看全部方法" },
  "calc-hint": { en: "conurb calc {id} --help shows its flags", zh: "用 conurb calc {id} --help 查看其参数" },
  "flag-ambiguous": {
    en: "--{flag} {value} may stand for more than one thing",
    zh: "--{flag} {value} 有多种可能的含义",
  },
  "flag-column-or-choice": {
    en: "--{flag} {value}: no column {value} in the file; the columns are {columns}{options, plural, =0 {} other {, and option {flag} takes {choices}}}",
    zh: "--{flag} {value}：文件中没有列 {value}；现有列：{columns}{options, plural, =0 {} other {；选项 {flag} 可取：{choices}}}",
  },
  "flag-ambiguous-hint": { en: "say which: {names}", zh: "请写全名：{names}" },
  "input-twice": {
    en: "input {input} is given twice: by FILE and by --{input}",
    zh: "输入 {input} 重复给出：FILE 与 --{input}",
  },
  "table-unknown": { en: "no table {name}; the tables are {names}", zh: "没有表 {name}；现有：{names}" },
  "encoding-unknown": {
    en: "--encoding is {value}, expected one of {encodings}",
    zh: "--encoding 的取值为 {value}，应为 {encodings} 之一",
  },
  "encoding-hint": {
    en: "leave encoding out: it is recognised",
    zh: "删去 encoding 即自动识别",
  },
  "full-width-comma": {
    en: "--{flag} {value} has full-width commas, and no column is called so",
    zh: "--{flag} {value} 用了全角逗号，而没有这样的列名",
  },
  "full-width-comma-hint": {
    en: "write plain commas: --{flag} {value}",
    zh: "请改用半角逗号：--{flag} {value}",
  },
  "dataset-no-reference": {
    en: "the atlas names no economy to compare the structure of {id} with",
    zh: "内置数据没有为 {id} 指定结构比较的参照",
  },
  "template-unknown": { en: "no template {name}; there is {names}", zh: "没有模板 {name}；现有：{names}" },
  "template-hint": { en: "conurb init --list shows what there is", zh: "用 conurb init --list 查看可用内容" },
  "shell-unknown": {
    en: "no completion for {shell}; there is {shells}",
    zh: "没有 {shell} 的补全脚本；现有：{shells}",
  },
  "usage-format": {
    en: "--{option} is {value}, expected some of {allowed}",
    zh: "--{option} 的取值为 {value}，应取自 {allowed}",
  },
  "usage-width": {
    en: "--width is {value}, expected 20 to 1000 mm, as in 160mm or 6.3in",
    zh: "--width 的取值为 {value}，应为 20 至 1000 毫米，如 160mm 或 6.3in",
  },
  "usage-dpi": { en: "--dpi is {value}, expected 72 to 1200", zh: "--dpi 的取值为 {value}，应为 72 至 1200" },
  "pdf-no-browser": {
    en: "--format pdf: no Chromium, Chrome or Edge on the path",
    zh: "--format pdf：路径中没有 Chromium、Chrome 或 Edge",
  },
  "pdf-browser-missing": {
    en: "--format pdf: CONURB_CHROMIUM is {file}, which is no program",
    zh: "--format pdf：CONURB_CHROMIUM 为 {file}，不是可执行程序",
  },
  "pdf-hint": {
    en: "name one by CONURB_CHROMIUM, or open the html report and print it to PDF there: it is laid out for A4",
    zh: "请用 CONURB_CHROMIUM 指明，或在浏览器中打开 html 报告并打印为 PDF（已按 A4 排版）",
  },
  "font-missing": {
    en: "no Chinese font is installed here: Chinese in PNG pictures is blank, SVG is not affected; install one of {families}",
    zh: "未安装中文字体：PNG 图中的中文为空白，SVG 不受影响；请安装其一：{families}",
  },
  "import-name": {
    en: "--name is {name}, expected lower-case letters, digits and underscores, beginning with a letter",
    zh: "--name 的取值为 {name}，应以小写字母开头，只含小写字母、数字和下划线",
  },
  "import-format": { en: "{file} ends in neither .csv nor .parquet", zh: "{file} 的后缀应为 .csv 或 .parquet" },
  "weights-count": {
    en: "{text}: {name} is {given}, expected a whole number of at least 1, as in {kind}:4",
    zh: "{text}：{name} 为 {given}，应为不小于 1 的整数，如 {kind}:4",
  },
  "weights-measure": {
    en: "{text}: {name} is {given}, expected a number above 0, as in {kind}:2",
    zh: "{text}：{name} 为 {given}，应为大于 0 的数，如 {kind}:2",
  },
  "weights-without-point": {
    en: "{kind} weights need column {column}; the columns are {columns}",
    zh: "{kind} 权重需要列 {column}；现有列：{columns}",
  },
  "weights-without-point-hint": {
    en: "name the columns in degrees: --lon COLUMN --lat COLUMN, or give a file of weights: --weights FILE",
    zh: "请指明以度为单位的经纬度列：--lon 列 --lat 列，或提供权重文件：--weights FILE",
  },
  "weights-without-places": {
    en: "--{input} asks for weights to be made, which needs the places of {first}",
    zh: "--{input} 要求生成权重，需先给出 {first} 中的地区",
  },

  // files
  "file-missing": { en: "no file {file}", zh: "找不到文件 {file}" },
  "study-missing": { en: "no study {file}", zh: "找不到研究文件 {file}" },
  "study-missing-hint": {
    en: "name a folder with a study.yaml, or the file itself; conurb init writes one",
    zh: "请给出含 study.yaml 的文件夹或文件本身；conurb init 可生成一份",
  },
  "study-unreadable": { en: "{file} cannot be read ({reason})", zh: "无法读取 {file}（{reason}）" },
  "study-not-text": { en: "{file} is no text in UTF-8", zh: "{file} 不是 UTF-8 文本" },
  "study-not-text-hint": { en: "save it as UTF-8", zh: "请另存为 UTF-8 编码" },
  "record-unreadable": {
    en: "{file} cannot be read as YAML or JSON: {reason}",
    zh: "{file} 无法按 YAML 或 JSON 读取：{reason}",
  },
  "record-too-large": {
    en: "{file} has more than {largest} characters",
    zh: "{file} 超过 {largest} 个字符",
  },
  "record-aliases": {
    en: "{file} repeats its anchors too often to be read",
    zh: "{file} 中锚点（anchor）展开过多，拒绝读取",
  },
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
  "init-exists": { en: "{file} is there already", zh: "{file} 已存在" },
  "init-exists-hint": { en: "name another folder, or remove it first", zh: "请换一个文件夹，或先删除它" },
  "list-templates": { en: "Templates (--template NAME)", zh: "模板（--template NAME）" },
  "list-clusters": { en: "Clusters (cluster: ID@EDITION)", zh: "城市群（cluster: 编号@版本）" },
  "list-tables": {
    en: "Tables of the atlas (datasets: '{' NAME: '{' atlas: ID '}' '}')",
    zh: "内置数据表（datasets: '{' 名称: '{' atlas: 编号 '}' '}'）",
  },
  "list-places": { en: "{n, plural, one {# place} other {# places}}", zh: "{n} 个地区" },
  "list-more": { en: "\nconurb methods lists the methods.", zh: "\n用 conurb methods 查看全部方法。" },
  "init-done": {
    en: "{file} is written; next: conurb check {folder}",
    zh: "已写入 {file}；下一步：conurb check {folder}",
  },
  "lock-unreadable": { en: "{file} is no lock: {reason}", zh: "{file} 不是锁文件：{reason}" },
  "lock-hint": { en: "conurb run writes out/study.lock.json", zh: "conurb run 会写出 out/study.lock.json" },

  // what a command says
  hint: { en: "hint:", zh: "提示：" },
  note: { en: "note:", zh: "说明：" },
  "place-row": { en: "row {row}", zh: "第 {row} 行" },
  "place-column": { en: "column {column}", zh: "{column} 列" },
  "place-cell": { en: "row {row}, column {column}", zh: "第 {row} 行、{column} 列" },
  warning: { en: "warning:", zh: "警告：" },
  dropped: { en: "left out:", zh: "已剔除：" },
  progress: { en: "computing", zh: "计算中" },
  interrupted: {
    en: "interrupted; what the last good run wrote is unchanged",
    zh: "已中断；上一次完整运行的结果未改动",
  },
  bug: {
    en: "conurb: a fault of the program. Please report it with what stands below.",
    zh: "conurb：程序内部错误。请连同以下内容一并反馈。",
  },
  "check-sound": {
    en: "nothing wrong: {analyses, plural, one {# analysis} other {# analyses}}, {datasets, plural, one {# dataset} other {# datasets}}",
    zh: "未发现问题：{analyses} 项分析，{datasets} 个数据集",
  },
  "check-problems": { en: "{problems, plural, one {# problem} other {# problems}}", zh: "{problems} 个问题" },
  "outcome-lacking": { en: "not computed", zh: "无法计算" },
  "outcome-refused": { en: "refused", zh: "被拒绝" },
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
  "rows-more": { en: "... {rows} more rows (--all)", zh: "…… 另有 {rows} 行（--all）" },
  "dropped-more": {
    en: "... {more} more rows left out (--all, --json)",
    zh: "…… 另有 {more} 行被剔除（--all、--json）",
  },
  "explain-parts": {
    en: "made up of (the contributions add up to the score):",
    zh: "得分构成（各项贡献相加即为得分）：",
  },
  "explain-part": {
    en: "weight {weight} · normalised {normalised} · contribution {contribution}",
    zh: "权重 {weight} · 标准化值 {normalised} · 贡献 {contribution}",
  },
  "trace-more": { en: "... {more} more cells", zh: "…… 另有 {more} 个单元格" },
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
  "methods-more": {
    en: "\nconurb methods ID shows formula, options, a worked case and how to cite it.",
    zh: "\nconurb methods ID 显示公式、选项、算例和引用方式。",
  },
  "page-formula": { en: "Formula", zh: "公式" },
  "page-conventions": { en: "Conventions", zh: "约定" },
  "page-inputs": { en: "Inputs", zh: "输入" },
  "page-optional": { en: "(optional)", zh: "（可选）" },
  "page-options": { en: "Options", zh: "选项" },
  "page-none": { en: "none", zh: "无" },
  "page-results": { en: "Headline numbers", zh: "主要结果" },
  "page-worked": { en: "Worked case", zh: "算例" },
  "page-cite": { en: "Cite", zh: "引用" },
  "cite-secondary": { en: "through another source", zh: "转引" },
  "cite-unverified": { en: "not checked", zh: "未核对" },
  "kind-number": { en: "number", zh: "数值" },
  "kind-label": { en: "label", zh: "标签" },
  "import-column": { en: "column", zh: "列" },
  "import-role": { en: "role", zh: "角色" },
  "import-kind": { en: "kind", zh: "类型" },
  "import-unit": { en: "unit", zh: "单位" },
  "import-first": { en: "first", zh: "首行" },
  "import-study": {
    en: "gap between places",
    zh: "地区差距",
  },
  "import-path": {
    en: "file is relative to the study's folder; as written here, for a study.yaml in the current folder",
    zh: "file 相对于研究文件所在文件夹；此处写法适用于当前文件夹中的 study.yaml",
  },
  "import-path-outside": {
    en: "a study reads files of its own folder only: copy {file} beside study.yaml as {path}",
    zh: "研究只读取自身文件夹内的文件：请把 {file} 复制到 study.yaml 旁，命名为 {path}",
  },
  "import-flag": {
    en: "{name}: {column} is taken as the flag of each row: its name says so, and its values are words",
    zh: "{name}：{column} 按各行标记（flag）处理：列名如此，且取值为文字",
  },
  "import-flag-hint": {
    en: "take flag out of roles if it is none",
    zh: "若并非标记，请从 roles 中删去 flag",
  },
  "import-unit-hint": {
    en: "write it under units, as below: {column}: UNIT, where 1 is a plain number",
    zh: "请在下面的 units 中写明：{column}: 单位；1 表示无单位",
  },
  "import-expression": {
    en: "in an expression: {column}",
    zh: "在表达式中写作：{column}",
  },
  "import-account": {
    en: "{rows} rows; of {cells} cells {read} read, {flagged} flagged, {missing} missing, {refused} refused",
    zh: "{rows} 行；{cells} 个单元格中读取 {read}，带标记 {flagged}，缺失 {missing}，拒绝 {refused}",
  },

  // what differs
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
  // reproduce
  "reproduce-table-hint": {
    en: "TABLE is a YAML file with the published figures: see the guide, or studies/published",
    zh: "TABLE 为写有已发表数字的 YAML 文件：见使用指南或 studies/published",
  },
  "reproduce-fits": { en: "cells that fit", zh: "吻合单元格" },
  "reproduce-worst": { en: "furthest off", zh: "差距最大处" },
  "reproduce-miss": { en: "{computed}, printed {printed}", zh: "计算值 {computed}，印刷值 {printed}" },
  "reproduce-more": { en: "and {more} more (--all, --json)", zh: "另有 {more} 种（--all、--json）" },
  "reproduce-cell": { en: "cell", zh: "单元格" },
  "reproduce-printed": { en: "printed", zh: "印刷值" },
  "reproduce-computed": { en: "computed", zh: "计算值" },
  "reproduce-range": { en: "within input rounding", zh: "输入舍入范围" },
  "reproduce-status": { en: "fit", zh: "判断" },
  "reproduce-print": { en: "to the print", zh: "与印刷值一致" },
  "reproduce-rounding": { en: "within rounding", zh: "在舍入误差内" },
  "reproduce-off": { en: "off", zh: "不符" },
  "reproduce-lacking": { en: "no figure", zh: "无结果" },
  "reproduce-larger": { en: "larger level", zh: "较高水平值" },
  "reproduce-smaller": { en: "smaller level", zh: "较低水平值" },
  "reproduce-refused": { en: "not possible", zh: "不可能" },
} as const satisfies Record<string, { en: string; zh: string }>;
